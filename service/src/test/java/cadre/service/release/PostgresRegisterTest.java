package cadre.service.release;

import cadre.service.Postgres;

class PostgresRegisterTest extends RegisterContract {
    @Override
    String database() {
        return Postgres.newDatabase();
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}
