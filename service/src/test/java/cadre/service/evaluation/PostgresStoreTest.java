package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Postgres;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class PostgresStoreTest extends StoreContract {
    private static final String URL = Postgres.newDatabase();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("cadre.database.url", () -> URL);
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
}
