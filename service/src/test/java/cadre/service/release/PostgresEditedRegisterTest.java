package cadre.service.release;

import cadre.service.Postgres;

class PostgresEditedRegisterTest extends EditedRegisterContract {
    @Override
    String database() {
        return Postgres.newDatabase();
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}
