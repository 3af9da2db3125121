package cadre.service.impact;

import cadre.service.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class PostgresImpactTest extends ImpactContract {
    private static final String URL = Postgres.newDatabase();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("cadre.database.url", () -> URL);
    }
}
