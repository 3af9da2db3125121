package cadre.service;

class PostgresDurabilityIT extends DurabilityContract {
    @Override
    Database database() {
        return Database.POSTGRESQL;
    }
}
