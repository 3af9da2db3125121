package cadre.service.trace;

import cadre.service.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class PostgresReadingTest extends ReadingContract {
    private static final String URL = Postgres.newDatabase();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("cadre.database.url", () -> URL);
    }

    @Test
    void not_even_the_service_changes_what_was_recorded() {
        refuseChanges();
    }
}
