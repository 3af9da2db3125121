package cadre.engine.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.edition.SmallEdition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MutationTest {
    private static final String RULE = """
            rule "X-01 Does it work?"
                @dimension("ecological") @title_zh("测试") @basis("practice") @says("Found") @says_zh("认定")
                %s
            when
                %s
            then
                %s
            end
            """;
    private static final String REACHED = """
            rule "E-01 Is the target reached?"
                @dimension("ecological") @title_zh("是否达标？") @basis("practice")
                @says("{$actual} reaches it") @says_zh("{$actual}达标")
            when
                Parameter( name == "ecological.incident.deduction", $points : value )
                Indicator( code == "air-quality-days", actual > target, $actual : actual )
            then
                findings.award( $points );
            end
            """;
    private static final String CASES = """
            - case: Above
              given: { indicators: [ { code: air-quality-days, actual: 311, target: 310, unit: d, verified: true } ] }
              expect: { fires: [ E-01 ], dimensions: { ecological: 65 } }
            - case: Below
              given: { indicators: [ { code: air-quality-days, actual: 309, target: 310, unit: d, verified: true } ] }
              expect: { does-not-fire: [ E-01 ] }
            - case: Another indicator
              given: { indicators: [ { code: gdp-growth, actual: 6, target: 5, unit: "%", verified: true } ] }
              expect: { does-not-fire: [ E-01 ] }
            """;
    private static final String ON_THE_BOUNDARY = """
            - case: Exactly
              given: { indicators: [ { code: air-quality-days, actual: 310, target: 310, unit: d, verified: true } ] }
              expect: { does-not-fire: [ E-01 ] }
            """;
    private static final String SURVIVOR = "E-01: actual > target -> actual >= target";

    @Test
    void a_missing_case_on_the_boundary_leaves_exactly_that_survivor() {
        MutationCheck.Result result = check(REACHED, CASES, "");
        assertThat(result.survivors()).containsExactly(SURVIVOR);
        Problem problem = result.problems().get(0);
        assertThat(problem.code()).isEqualTo("mutation.boundary");
        assertThat(problem.place()).hasToString("ecological.drl:6:51");
        assertThat(problem.message(Locale.ENGLISH))
                .isEqualTo("No case notices if in the rule E-01 \"actual > target\" becomes \"actual >= target\".");
        assertThat(problem.remedy(Locale.ENGLISH)).contains("exactly equal", "mutant: '" + SURVIVOR + "'");
        assertThat(problem.message(Locale.CHINESE))
                .isEqualTo("规则 E-01 中“actual > target”若改为“actual >= target”，没有案例会发现。");
    }

    @Test
    void the_case_on_the_boundary_kills_it() {
        MutationCheck.Result result = check(REACHED, CASES + ON_THE_BOUNDARY, "");
        assertThat(result.problems()).isEmpty();
        assertThat(result.survivors()).isEmpty();
        assertThat(result.changes()).isGreaterThan(5);
    }

    @Test
    void a_case_that_fails_without_any_change_proves_nothing() {
        String failing = ON_THE_BOUNDARY.replace("does-not-fire: [ E-01 ]", "does-not-fire: [ E-01 ], total: 1");
        assertThat(check(REACHED, CASES + failing, "").survivors()).containsExactly(SURVIVOR);
    }

    @Test
    void a_survivor_named_with_a_reason_is_accepted() {
        MutationCheck.Result result = check(REACHED, CASES, accepted(SURVIVOR));
        assertThat(result.problems()).isEmpty();
        assertThat(result.survivors()).containsExactly(SURVIVOR);
    }

    @Test
    void a_survivor_named_twice_or_without_both_languages_is_refused() {
        assertThat(check(REACHED, CASES, accepted(SURVIVOR) + accepted(SURVIVOR))
                        .problems())
                .extracting(Problem::code, problem -> problem.place().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("mutation.repeated", "survivors.yaml:3:3"));
        assertThat(check(REACHED, CASES, accepted(SURVIVOR).replace(", zh: 没有", ""))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("document.missing-key", "mutation.boundary");
    }

    @Test
    void what_is_accepted_and_is_no_survivor_is_refused() {
        String noSuch = accepted("E-01: actual > target -> actual == target");
        assertThat(check(REACHED, CASES + ON_THE_BOUNDARY, accepted(SURVIVOR) + noSuch)
                        .problems())
                .extracting(Problem::code, problem -> problem.place().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("mutation.noticed", "survivors.yaml:1:3"),
                        org.assertj.core.groups.Tuple.tuple("mutation.unknown", "survivors.yaml:3:3"));
    }

    @Test
    void a_change_is_named_without_the_place_where_it_stands() {
        assertThat(ids("// A comment.\n\n" + REACHED)).isEqualTo(ids(REACHED));
    }

    @Test
    void every_change_tried_is_told() {
        AtomicInteger told = new AtomicInteger();
        MutationCheck.Result result = MutationCheck.run(
                sources(REACHED, CASES, ""), edition(REACHED), List.of(), (changes, of) -> told.incrementAndGet());
        assertThat(told).hasValue(result.changes());
        assertThat(result.survivors()).as("without cases").hasSize(result.changes());
    }

    @Test
    void comparisons_are_shifted_and_turned_round() {
        made(
                "Indicator( actual < target )",
                "actual < target -> actual <= target",
                "actual < target -> actual >= target");
        made(
                "Indicator( actual >= target )",
                "actual >= target -> actual > target",
                "actual >= target -> actual < target");
        made("Indicator( unit == \"d\" )", "unit == \"d\" -> unit != \"d\"");
        made("Indicator( target != null )", "target != null -> target == null");
    }

    @Test
    void conditions_parts_operands_and_options_are_left_out() {
        made("Cadre( chief )\nnot( Sanction( ) )", "Cadre( chief ) left out", "not( Sanction( ) ) left out");
        made("not( Cadre( chief ) and Sanction( ) )", "Sanction( ) left out", "chief left out");
        made("Cadre( chief, probation )", "chief left out", "probation left out");
        made("Cadre( chief || probation )", "chief left out", "probation left out");
        made("Incident( severity in ( Severity.MAJOR, Severity.GRAVE ) )", "Severity.MAJOR left out");
        made("forall( Indicator( $i : id ) Waiver( fact == $i, motive ) )", "motive left out");
        made("Cadre( !chief )", "!chief -> chief");
    }

    @Test
    void what_is_measured_and_computed_is_changed() {
        String sum = "accumulate( Incident( $o : on ) and Indicator( $a : actual ); $s : sum( $a ); $s > 1 )";
        made(sum, "$s : sum( $a ) -> $s : count( $a )", "$s : sum( $a ) -> $s : max( $a )", "$s > 1 left out");
        made(sum.replace("sum", "min"), "$s : min( $a ) -> $s : max( $a )", "Incident( $o : on ) left out");
        made("Indicator( actual + target * weight > 1 )", "actual + target * weight -> actual - target * weight");
        made("Indicator( actual - target > 1 )", "actual - target -> actual + target");
    }

    @Test
    void conclusions_are_turned_left_out_and_counted_otherwise() {
        String when = "Indicator( $a : actual )";
        concluded(when, "findings.award( $a );", "award( $a ); -> findings.deduct( $a );", "award( $a ); left out");
        concluded(when, "findings.deduct( $a.negate( ) );", "$a.negate( ) -> $a", "-> findings.award( $a.negate( ) );");
        concluded(when, "findings.award( $a.min( 1 ) );", "$a.min( 1 ) -> $a.max( 1 )");
        concluded(when, "findings.award( $a.multiply( $a ) );", "$a.multiply( $a ) -> $a.add( $a )");
        concluded(when, "findings.gate( \"INCOMPETENT\" );", "-> findings.cap( \"INCOMPETENT\" );");
        concluded(
                when, "findings.cap( \"INCOMPETENT\" );\nfindings.flag( );", "-> findings.gate(", "flag( ); left out");
    }

    @Test
    void parameters_that_are_read_move_by_their_smallest_unit() {
        String decimal = "Parameter( name == \"ecological.incident.deduction\", $p : value )\nIndicator( actual > $p )";
        assertThat(ids(rule(decimal, "findings.flag( );")))
                .contains(
                        "ecological.incident.deduction from 2026-01-01: 5 -> 4",
                        "ecological.incident.deduction from 2026-01-01: 5 -> 6")
                .noneMatch(id -> id.startsWith("votes.competent"));
        String fraction = "Parameter( name == \"votes.competent\", $f : value )\n"
                + "Indicator( Figures.fallsShort( actual, target, $f ) )";
        assertThat(ids(rule(fraction, "findings.flag( );")))
                .contains(
                        "votes.competent from 2020-01-01: 2/3 -> 1/3",
                        "votes.competent from 2020-01-01: 2/3 -> 3/3",
                        "votes.competent from 2026-07-01: 3/4 -> 2/4");
    }

    @Test
    void what_the_language_refuses_and_what_says_the_same_is_left_out() {
        List<String> ids = ids(rule("Cadre( chief, chief )\nIndicator( $a : actual )", "findings.award( $a );"));
        assertThat(ids).filteredOn(id -> id.equals("X-01: chief left out")).hasSize(1);
        assertThat(ids).noneMatch(id -> id.startsWith("X-01: chief left out ("));
        assertThat(ids).as("its variable is used").noneMatch(id -> id.startsWith("X-01: Indicator("));
    }

    private static void made(String when, String... changes) {
        concluded(when, "findings.flag( );", changes);
    }

    private static void concluded(String when, String then, String... changes) {
        List<String> ids = ids(rule(when, then));
        assertThat(ids).doesNotHaveDuplicates();
        Arrays.stream(changes)
                .forEach(change -> assertThat(ids).anyMatch(id -> id.startsWith("X-01: ") && id.contains(change)));
    }

    private static String rule(String when, String then) {
        return RULE.formatted("", when, then);
    }

    private static List<String> ids(String rules) {
        return Mutants.of(edition(rules)).map(Mutant::id).collect(Collectors.toList());
    }

    private static String accepted(String mutant) {
        return "- mutant: '" + mutant + "'\n  because: { en: None, zh: 没有 }\n";
    }

    private static MutationCheck.Result check(String rules, String cases, String survivors) {
        EditionSources sources = sources(rules, cases, survivors);
        Edition edition = edition(rules);
        Problems problems = new Problems();
        List<Scenario> scenarios = CasesReader.read(sources, edition, problems);
        assertThat(problems.all()).isEmpty();
        return MutationCheck.run(sources, edition, scenarios, (changes, of) -> {});
    }

    private static Edition edition(String rules) {
        Problems problems = new Problems();
        return EditionReader.read(sources(rules, "", ""), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }

    private static EditionSources sources(String rules, String cases, String survivors) {
        Map<String, byte[]> files = new TreeMap<>(SmallEdition.files());
        files.put("ecological.drl", rules.getBytes(UTF_8));
        Stream.of(Map.entry("ecological.cases.yaml", cases), Map.entry("survivors.yaml", survivors))
                .filter(file -> !file.getValue().isEmpty())
                .forEach(file -> files.put(file.getKey(), file.getValue().getBytes(UTF_8)));
        return EditionSources.of(files, new Problems()).orElseThrow();
    }
}
