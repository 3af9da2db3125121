package cadre.service.release;

import cadre.service.Database;

class PostgresRegisterTest extends RegisterContract {
    @Override
    Database database() {
        return Database.POSTGRESQL;
    }
}
