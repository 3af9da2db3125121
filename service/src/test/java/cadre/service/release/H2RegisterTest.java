package cadre.service.release;

import cadre.service.Database;

class H2RegisterTest extends RegisterContract {
    @Override
    Database database() {
        return Database.H2;
    }
}
