package cadre.engine.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cadre.engine.casefile.CaseFile;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.edition.SmallEdition;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Level;
import cadre.engine.reference.ReferenceInference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {
    private static final String INCIDENT = """
            - case: One serious incident deducts five points
              given: { incidents: [ { family: ecological, severity: SERIOUS, on: 2026-05-01, verified: true } ] }
              expect: { fires: [ E-03 ], dimensions: { ecological: 55 }, total: 59.25, band: INCOMPETENT, grade: INCOMPETENT, status: HELD, holds: [ "indicator:air-quality-days" ], flags: [], recommendations: [] }
            - case: An incident of another family does not
              given: { incidents: [ { family: speed-and-scale, severity: SERIOUS, on: 2026-05-01, verified: true } ] }
              expect: { does-not-fire: [ E-03 ], dimensions: { ecological: 60 } }
            """;

    private final Problems problems = new Problems();

    @Test
    void cases_that_hold_are_counted_for_and_against_their_rule() {
        CaseRun run = run(INCIDENT);
        assertThat(run.mismatches()).isEmpty();
        assertThat(run.coverage()).containsExactly(new CaseRun.Coverage("E-03", 1, 1));
        assertThat(run.gaps(SmallEdition.read())).isEmpty();
    }

    @Test
    void everything_that_is_not_as_expected_is_told_at_once() {
        CaseRun run = run(INCIDENT.replace("ecological: 55", "ecological: 54")
                .replace("total: 59.25", "total: 59.24")
                .replace("band: INCOMPETENT, grade: INCOMPETENT", "band: EXCELLENT, grade: EXCELLENT")
                .replace("status: HELD", "status: PROPOSED")
                .replace("holds: [ \"indicator:air-quality-days\" ]", "holds: []")
                .replace("flags: []", "flags: [ E-03 ]")
                .replace("recommendations: []", "recommendations: [ COMMEND ]"));
        assertThat(run.mismatches())
                .extracting(Problem::code)
                .containsExactly(
                        "cases.dimension",
                        "cases.total",
                        "cases.band",
                        "cases.grade",
                        "cases.status",
                        "cases.holds",
                        "cases.flags",
                        "cases.recommendations");
        assertThat(run.mismatches().get(0).arguments())
                .containsExactly("One serious incident deducts five points", "ecological", "54", "55.00");
        String expects =
                "  expect: { fires: [ E-03 ], dimensions: { ecological: 54 }, total: 59.24, band: EXCELLENT, grade: EXCELLENT, status: PROPOSED, holds: [], flags: [ E-03 ], recommendations: [ COMMEND ] }";
        assertThat(run.mismatches())
                .extracting(problem -> problem.place().line())
                .containsOnly(3);
        assertThat(run.mismatches())
                .extracting(problem ->
                        expects.substring(problem.place().column() - 1).replaceFirst("[ ,].*", ""))
                .containsExactly("54", "59.24", "EXCELLENT", "EXCELLENT", "PROPOSED", "[]", "[", "[");
    }

    @Test
    void a_rule_that_fires_or_rests_against_expectation_fails_and_counts_for_nothing() {
        CaseRun run = run(INCIDENT.replace("fires: [ E-03 ], dim", "does-not-fire: [ E-03 ], dim")
                .replace("family: speed-and-scale", "family: ecological"));
        assertThat(run.mismatches())
                .extracting(Problem::code)
                .containsExactly("cases.should-not-fire", "cases.should-not-fire", "cases.dimension");
        assertThat(run.gaps(SmallEdition.read()))
                .extracting(Problem::code)
                .containsExactly("cases.never-fires", "cases.never-rests");
    }

    @Test
    void what_given_leaves_out_has_the_stated_defaults() {
        CaseFile given = scenarios(INCIDENT).get(0).given();
        assertThat(given.cadre()).isEqualTo(new Cadre("C-1", "county-head", Level.COUNTY, "U-1", false, false));
        assertThat(given.appraisal())
                .isEqualTo(new Appraisal(AppraisalType.ANNUAL, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        assertThat(given.entries())
                .extracting(entry -> entry.fact().id())
                .containsExactly("consulted/sanctions", "consulted/leads", "incidents-1");
    }

    @Test
    void what_given_says_of_cadre_and_period_leaves_the_other_defaults() {
        CaseFile given = scenarios("""
                        - case: A
                          given: { cadre: { chief: true }, appraisal: { from: 2026-07-01 }, consulted: [] }
                          expect: { does-not-fire: [ E-03 ] }
                        """).get(0).given();
        assertThat(given.cadre().chief()).isTrue();
        assertThat(given.cadre().id()).isEqualTo("C-1");
        assertThat(given.appraisal().from()).isEqualTo("2026-07-01");
        assertThat(given.appraisal().to()).isEqualTo("2026-12-31");
        assertThat(given.entries())
                .extracting(CaseFile.Entry::fact)
                .<Class<?>>extracting(Fact::getClass)
                .doesNotContain(Consulted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fires: [ E-03 ], dim | fires: [ E-3 ], dim | document.misspelt-word",
                "ecological: 55 | ecology: 55 | document.unknown-key",
                "grade: INCOMPETENT | grade: POOR | document.unknown-word",
                "status: HELD | status: FINAL | document.unknown-word",
                "severity: SERIOUS | severity: SERIOS | document.misspelt-word",
                "family: ecological | famly: ecological | document.missing-key",
                "An incident of another family does not | One serious incident deducts five points | cases.repeated-name",
                "does-not-fire: [ E-03 ] | does-not-fire: [ E-03 ], fires: [ E-03 ] | cases.both",
                "given: | when: | document.missing-key",
                "total: 59.25 | totl: 59.25 | document.misspelt-key",
            })
    void refuses_a_case_that_says_what_cannot_be(String right, String wrong, String code) {
        assertThat(INCIDENT).contains(right);
        read(INCIDENT.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
        assertThat(problems.all()).extracting(Problem::code).contains(code);
        assertThat(problems.all()).extracting(problem -> problem.place().file()).containsOnly("ecological.cases.yaml");
    }

    @Test
    void refuses_a_case_that_expects_nothing() {
        read("- case: A\n  given: {}\n  expect: {}\n");
        assertThat(problems.all())
                .extracting(Problem::code, problem -> problem.place().line())
                .containsExactly(tuple("cases.expects-nothing", 3));
    }

    private CaseRun run(String cases) {
        Edition edition = SmallEdition.read();
        Function<CaseFile, Outcome> evaluator = new Evaluator(
                edition, (day, limits) -> new ReferenceInference(edition, day, limits), Map.of())::evaluate;
        return CaseRun.of(edition, scenarios(cases), evaluator);
    }

    private List<Scenario> scenarios(String cases) {
        List<Scenario> scenarios = read(cases);
        assertThat(problems.all()).isEmpty();
        return scenarios;
    }

    private List<Scenario> read(String cases) {
        Map<String, byte[]> files = new TreeMap<>(SmallEdition.files());
        files.put("ecological.cases.yaml", cases.getBytes(UTF_8));
        EditionSources sources = EditionSources.of(files, problems).orElseThrow();
        Edition edition = EditionReader.read(sources, problems).orElseThrow();
        return CasesReader.read(sources, edition, problems);
    }
}
