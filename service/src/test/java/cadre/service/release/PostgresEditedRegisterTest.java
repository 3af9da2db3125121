package cadre.service.release;

import cadre.service.Database;

class PostgresEditedRegisterTest extends EditedRegisterContract {
    @Override
    Database database() {
        return Database.POSTGRESQL;
    }
}
