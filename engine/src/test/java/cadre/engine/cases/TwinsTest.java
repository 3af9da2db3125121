package cadre.engine.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.ShippedEditions.Shipped;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.edition.SmallEdition;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.reference.ReferenceInference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two cases that differ in one component show what a rule depends on; any other two do not. */
class TwinsTest {
    private static final String FIRES =
            "{ incidents: [ { family: ecological, severity: SERIOUS, on: 2026-05-01, verified: true } ] }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ incidents: [ { family: speed-and-scale, severity: SERIOUS, on: 2026-05-01, verified: true } ] }",
                "{ incidents: [ { family: ecological, severity: SERIOUS, on: 2026-05-01, verified: false } ] }",
                "{ incidents: [ { id: N-7, family: speed-and-scale, severity: SERIOUS, on: 2026-05-01, verified: true } ] }",
                "{ incidents: [ { family: speed-and-scale, severity: SERIOUS, on: 2026-05-01, source: bureau, evidence: doc 7, verified: true } ] }",
                "{ incidents: [] }",
                "{}",
            })
    void one_value_or_one_fact_less_is_a_twin(String rests) {
        assertThat(missing(FIRES, rests)).isEmpty();
    }

    @Test
    void one_fact_more_is_a_twin() {
        String two = "{ incidents: [ { family: speed-and-scale, severity: SERIOUS, on: 2026-05-01, verified: true },"
                + " { family: ecological, severity: SERIOUS, on: 2026-05-01, verified: true } ] }";
        String one =
                "{ incidents: [ { family: speed-and-scale, severity: SERIOUS, on: 2026-05-01, verified: true } ] }";
        assertThat(missing(two, one)).isEmpty();
    }

    @Test
    void a_number_written_with_more_digits_is_the_same_number() {
        String indicator =
                ", indicators: [ { code: air-quality-days, actual: %s, target: 300, unit: d, verified: true } ] }";
        assertThat(missing(
                        FIRES.replace(" ] }", " ]" + indicator.formatted("240")),
                        "{ incidents: []" + indicator.formatted("240.0")))
                .isEmpty();
    }

    @Test
    void two_differences_are_no_twin_and_the_nearest_two_cases_are_named_with_what_differs() {
        List<Problem> missing = missing(
                FIRES,
                "{ incidents: [ { family: speed-and-scale, severity: MAJOR, on: 2026-05-01, verified: true } ] }",
                "{ cadre: { chief: true }, incidents: [ { family: speed-and-scale, severity: MAJOR, on: 2026-05-02, verified: true } ] }");

        assertThat(missing).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("cases.no-twin");
            assertThat(problem.place().file()).isEqualTo("ecological.drl");
            assertThat(problem.message(Locale.ENGLISH))
                    .contains("E-03", "\"Fires\"", "\"Rests 1\"", "2 values")
                    .contains("incidents-1.family: ecological / speed-and-scale; incidents-1.severity: SERIOUS / MAJOR")
                    .doesNotContain("Rests 2");
            assertThat(problem.message(Locale.CHINESE)).contains("有 2 个值不同");
            assertThat(problem.remedy(Locale.ENGLISH)).contains("does-not-fire: [ E-03 ]");
        });
    }

    @Test
    void a_fact_in_place_of_another_counts_for_each_value_that_differs() {
        assertThat(
                        missing(
                                FIRES,
                                "{ leads: [ { origin: AUDIT, theme: OTHER, severity: GENERAL, on: 2026-05-01, verified: true } ] }"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message(Locale.ENGLISH))
                        .contains("incidents-1 / -")
                        .contains("- / leads-1"));
    }

    @Test
    void a_rule_that_no_case_shows_resting_is_told_so_and_not_that_it_lacks_a_twin() {
        assertThat(missing(FIRES)).isEmpty();
    }

    @Test
    void every_rule_of_every_shipped_edition_has_a_twin() {
        for (Shipped shipped : ShippedEditions.all()) {
            CaseRun run = CaseRun.of(shipped.edition(), shipped.cases(), shipped.reference()::evaluate);
            assertThat(Twins.missing(shipped.edition(), run))
                    .as(shipped.edition().code())
                    .isEmpty();
        }
    }

    private static List<Problem> missing(String fires, String... rests) {
        StringBuilder cases =
                new StringBuilder("- case: Fires\n  given: %s\n  expect: { fires: [ E-03 ] }\n".formatted(fires));
        for (int i = 0; i < rests.length; i++) {
            cases.append("- case: Rests %d\n  given: %s\n  expect: { does-not-fire: [ E-03 ] }\n"
                    .formatted(i + 1, rests[i]));
        }
        Problems problems = new Problems();
        Map<String, byte[]> files = new TreeMap<>(SmallEdition.files());
        files.put("ecological.cases.yaml", cases.toString().getBytes(UTF_8));
        EditionSources sources = EditionSources.of(files, problems).orElseThrow();
        Edition edition = EditionReader.read(sources, problems).orElseThrow();
        List<Scenario> read = CasesReader.read(sources, edition, problems);
        assertThat(problems.all()).isEmpty();
        Evaluator evaluator =
                new Evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits), Map.of());
        CaseRun run = CaseRun.of(edition, read, evaluator::evaluate);
        assertThat(run.mismatches()).isEmpty();
        return Twins.missing(edition, run);
    }
}
