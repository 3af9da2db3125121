package cadre.service;

class H2DurabilityIT extends DurabilityContract {
    @Override
    Database database() {
        return Database.H2;
    }
}
