package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import cadre.service.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class PostgresStoreTest extends StoreContract {
    private static final String URL = Postgres.newDatabase();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("cadre.database.url", () -> URL);
        properties.add("cadre.search.longest", () -> "1s");
    }

    @Test
    void commits_are_durable() {
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
    }

    @Test
    void searching_by_criterion_uses_an_index() {
        jdbc.sql("""
                        insert into evaluation (id, caller, request_hash, cadre, unit, type, period_from, period_to, release,
                            status, total, total_places, created, case_file, outcome, criteria)
                        select gen_random_uuid(), 'filler', '', 'F-' || n, 'F', 'ANNUAL', '2020-01-01', '2020-12-31', 1,
                            'PROPOSED', 80, 2, now(), '', '', array['F-' || n % 100]
                        from generate_series(1, 20000) n""").update();
        jdbc.sql("analyze evaluation").update();

        String plan = jdbc
                .sql("explain select e.id from evaluation e where " + Criteria.POSTGRESQL.condition()
                        + " order by e.id desc limit 51")
                .param("F-7")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
        jdbc.sql("delete from evaluation where caller = 'filler'").update();

        assertThat(plan).contains("Bitmap Index Scan on evaluation_by_criterion");
    }

    @Test
    void a_search_that_takes_too_long_is_given_up_and_holds_nobody_else() throws SQLException {
        try (Connection other = DriverManager.getConnection(URL);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table evaluation in access exclusive mode");

            Answer late = api.get("/api/v1/evaluations?criterion=E-03");

            assertThat(late.status()).as(late.text()).isEqualTo(503);
            assertThat(late.json().path("type").asString()).isEqualTo("urn:cadre:problem:unavailable");
            assertThat(api.get("/api/v1/editions").status()).isEqualTo(200);
            other.rollback();
        }
        assertThat(api.get("/api/v1/evaluations?criterion=E-03").status()).isEqualTo(200);
    }
}
