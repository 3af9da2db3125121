package cadre.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.check.Check.Options;
import cadre.engine.document.Problems;
import cadre.engine.edition.EditionSources;
import cadre.engine.edition.SmallEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What <code>--mutate</code> adds to a check. */
class MutatedCheckTest {
    private static final String CASES = """
            - case: One serious incident deducts five points
              given: { incidents: [ { family: ecological, severity: SERIOUS, on: 2026-05-01, verified: true } ] }
              expect: { fires: [ E-03 ] }
            - case: An incident of another family does not
              given: { incidents: [ { family: speed-and-scale, severity: SERIOUS, on: 2026-05-01, verified: true } ] }
              expect: { does-not-fire: [ E-03 ] }
            """;

    private final List<Progress.Step> steps = new ArrayList<>();

    @Test
    void a_change_that_no_case_notices_is_told_at_its_line_with_its_rule() {
        Report report = check(CASES, true);
        assertThat(report.problems())
                .filteredOn(told -> told.problem().code().equals("mutation.sign"))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.severity()).isEqualTo(Severity.ERROR);
                    assertThat(told.rule()).contains("E-03");
                    assertThat(told.text()).isEqualTo("    findings.deduct( $points );");
                });
        assertThat(report.problems())
                .filteredOn(told -> told.problem().code().equals("mutation.parameter"))
                .hasSize(2)
                .allSatisfy(told -> assertThat(told.text()).startsWith("  values: [ { from: 2026-01-01, value: 5,"));
        assertThat(report.counts().unnoticed())
                .isPositive()
                .isLessThan(report.counts().changes());
        assertThat(steps).contains(Progress.Step.MUTATION);
    }

    @Test
    void where_cases_fail_or_nobody_asks_no_change_is_tried() {
        assertThat(check(CASES, false).counts().changes()).isZero();
        assertThat(check(CASES.replace("does-not-fire", "fires"), true).counts().changes())
                .isZero();
        assertThat(steps).doesNotContain(Progress.Step.MUTATION);
    }

    @Test
    void a_list_of_survivors_that_cannot_be_read_is_told_without_trying_any() {
        assertThat(check(CASES, "- mutant: 'E-03'\n", false).problems())
                .extracting(told -> told.problem().place().toString(), Told::text)
                .contains(org.assertj.core.groups.Tuple.tuple("survivors.yaml:1:3", "- mutant: 'E-03'"));
    }

    private Report check(String cases, boolean mutate) {
        return check(cases, "[]\n", mutate);
    }

    private Report check(String cases, String survivors, boolean mutate) {
        Map<String, byte[]> files = new TreeMap<>(SmallEdition.files());
        files.put("ecological.cases.yaml", cases.getBytes(UTF_8));
        files.put("survivors.yaml", survivors.getBytes(UTF_8));
        EditionSources sources = EditionSources.of(files, new Problems()).orElseThrow();
        return Check.of("small", sources, new Options(0, mutate), (step, done, of) -> steps.add(step));
    }
}
