package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Postgres;
import cadre.service.access.Caller;
import cadre.service.access.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class PostgresReachTest extends ReachContract {
    private static final String URL = Postgres.newDatabase();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("cadre.database.url", () -> URL);
    }

    /** 3 000 units, 60 000 results: who has a handful of units finds theirs by index, without reading everybody's. */
    @Test
    void a_small_reach_is_found_by_the_index_of_units() {
        jdbc.sql("insert into unit (code, name) select 'W' || n, 'W' from generate_series(1, 3000) n")
                .update();
        jdbc.sql("insert into unit_within (within, unit) select code, code from unit")
                .update();
        jdbc.sql("""
                        insert into evaluation (id, caller, request_hash, cadre, unit, type, period_from, period_to, release,
                            status, total, total_places, created, case_file, outcome, criteria)
                        select gen_random_uuid(), 'filler', '', 'F-' || n, 'W' || n % 3000, 'ANNUAL', '2020-01-01', '2020-12-31', 1,
                            'PROPOSED', 80, 2, now(), '', '', array['F-1']
                        from generate_series(1, 60000) n""").update();
        jdbc.sql("analyze").update();
        Set<Role> roles = Set.of(Role.EVALUATOR);
        var condition = new Caller("x", roles, units.reach(roles, Set.of("W7", "W8"), null))
                .reach()
                .conditions("e.unit", "e.cadre")
                .get(0);

        List<String> plan = jdbc.sql("explain select e.id from evaluation e where " + condition.sql()
                        + " order by e.id desc limit 51")
                .params(List.<Object>copyOf(condition.arguments()))
                .query(String.class)
                .list();

        assertThat(plan.stream().collect(Collectors.joining("\n")))
                .contains("evaluation_by_unit")
                .doesNotContain("Seq Scan on evaluation");
    }
}
