package cadre.engine.language;

import static cadre.engine.language.Marked.isAccepted;
import static cadre.engine.language.Marked.isRefused;
import static cadre.engine.language.Marked.rule;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCheckerTest {
    private static final String FLAG = "findings.flag( );";
    private static final String GIVEN = """
            Parameter( name == "points", $p : value )
            Parameter( name == "two-thirds", $f : value )
            """;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <- ",
            quoteCharacter = '`',
            value = {
                "unknown-type <- ▶Indicater( )",
                "unknown-component <- Indicator( ▶actaul > 0 )",
                "unknown-component <- Indicator( ▶$a : actaul )",
                "unknown-component <- Cadre( Figures.orElse( ▶actual, 0 ) > 0 )",
                "unknown-variable <- Indicator( actual > ▶$nobody )",
                "unknown-variable <- Indicator( actual > ▶$later ) Indicator( code == \"gdp-growth\", $later : target )",
                "unknown-variable <- Indicator( actual > ▶$a, $a : target )",
                "unknown-variable <- not( Lead( $l : on ) ) Incident( on == ▶$l )",
                "unknown-variable <- exists( Lead( $l : on ) ) Incident( on == ▶$l )",
                "unknown-variable <- forall( Lead( $l : on ) Incident( on == $l ) ) Appraisal( from == ▶$l )",
                "unknown-variable <- accumulate( Ballot( $b : ballots ); $s : sum( $b ); ▶$b > 0 )",
                "unknown-variable <- accumulate( Ballot( $b : ballots ); $s : sum( $b ) ) Ballot( voters > ▶$b )",
                "repeated-variable <- Cadre( $x : id, ▶$x : unit )",
                "repeated-variable <- not( Lead( $x : on ) ) not( Incident( ▶$x : on ) )",
                "repeated-variable <- Lead( ▶$p : on )",
                "repeated-variable <- accumulate( Ballot( $b : ballots ); ▶$b : sum( $b ) )",
                "variable-form <- Cadre( ▶$Unit : unit )",
                "variable-form <- Cadre( ▶$unit_name : unit )",
                "measure-of <- Lead( $o : on ) accumulate( Incident( ); ▶$n : count( $o ) )",
                "not-a-decimal <- accumulate( Lead( $o : on ); ▶$n : sum( $o ) )",
                "not-a-decimal <- accumulate( Lead( $o : on ); ▶$n : min( $o ) )",
                "component-after-accumulate <- accumulate( Ballot( $b : ballots ); $s : sum( $b ); $s > ▶voters )",
                "unknown-constant <- Incident( severity == ▶Severity.GRAVVE )",
                "unknown-constant <- Incident( severity == ▶Gravity.GRAVE )",
                "unknown-function <- Indicator( ▶Figures.attianment( actual, target ) > 0 )",
                "argument-count <- Indicator( ▶Figures.attainment( actual ) > 0 )",
                "argument-count <- Indicator( ▶Figures.attainment( ) > 0 )",
                "argument-type <- Indicator( Figures.attainment( actual, ▶code ) > 0 )",
                "argument-type <- Indicator( Figures.attainment( actual, ▶$f ) > 0 )",
                "argument-type <- Indicator( Figures.exceeds( actual, target, ▶$p ) )",
                "argument-type <- Appraisal( Figures.daysBetween( from, ▶$p ) > 0 )",
                "different-types <- Indicator( actual ▶> code )",
                "different-types <- Indicator( actual ▶== unit )",
                "different-types <- Incident( severity ▶== \"GRAVE\" )",
                "different-types <- Incident( severity ▶== Level.COUNTY )",
                "different-types <- Incident( on ▶> $p )",
                "different-types <- Incident( on ▶> \"2026-01-01\" )",
                "different-types <- Cadre( chief ▶== \"true\" )",
                "different-types <- Incident( severity in ( Severity.GRAVE, ▶Level.COUNTY ) )",
                "different-types <- Indicator( code in ( ▶1 ) )",
                "not-ordered <- Indicator( code ▶< unit )",
                "not-ordered <- Indicator( unit ▶>= \"d\" )",
                "not-ordered <- Incident( severity ▶>= Severity.SERIOUS )",
                "not-ordered <- Cadre( chief ▶> probation )",
                "in-type <- Indicator( actual ▶in ( 0, 1 ) )",
                "in-type <- Incident( on ▶in ( rectified ) )",
                "not-a-test <- Indicator( ▶actual )",
                "not-a-test <- Indicator( actual ▶+ target )",
                "not-a-test <- Indicator( actual > 0 && ▶target )",
                "not-a-test <- Indicator( ▶!actual )",
                "not-a-test <- Indicator( ▶Figures.attainment( actual, target ) )",
                "not-a-test <- Indicator( ▶\"text\" )",
                "constant-test <- Indicator( ▶true )",
                "constant-test <- Indicator( 0 ▶== 0 )",
                "constant-test <- Indicator( \"a\" ▶!= \"b\" )",
                "constant-test <- Indicator( \"a\" ▶in ( \"a\" ) )",
                "test-as-value <- Indicator( ( actual ▶> 0 ) == ( target > 0 ) )",
                "test-as-value <- Indicator( ( actual ▶> 0 ) + 1 > 0 )",
                "null-alone <- Indicator( target > ▶null )",
                "null-alone <- Indicator( code in ( ▶null ) )",
                "null-alone <- Indicator( target + ▶null > 0 )",
                "null-first <- Indicator( ▶null == target )",
                "never-missing <- Indicator( ▶actual == null )",
                "never-missing <- Indicator( ▶$p != null )",
                "never-missing <- Indicator( target != null, $t : target, ▶$t == null )",
                "never-missing <- Indicator( actual ▶+ target != null )",
                "contains-list <- Indicator( code ▶contains \"x\" )",
                "not-a-decimal <- Indicator( ▶code + 1 > 0 )",
                "not-a-decimal <- Incident( ▶on - on > 0 )",
                "fraction-outside-figures <- Indicator( actual > ▶$f )",
                "fraction-outside-figures <- Indicator( actual > target * ▶$f )",
                "unknown-code <- Indicator( code == ▶\"gdp-grwoth\" )",
                "unknown-code <- Indicator( code != ▶\"gdp-grwoth\" )",
                "unknown-code <- Indicator( ▶\"gdp-grwoth\" == code )",
                "unknown-code <- Indicator( code in ( \"gdp-growth\", ▶\"gdp\" ) )",
                "unknown-code <- Indicator( $c : code, $c == ▶\"gdp\" )",
                "unknown-code <- Incident( family == ▶\"ecologic\" )",
                "unknown-code <- Consulted( register == ▶\"sanction\" )",
                "unknown-code <- PriorGrade( grade == ▶\"GOOD\" )",
                "unknown-code <- Waiver( criterion == ▶\"T-99\" )",
                "unknown-code <- Unverified( type == ▶\"Leads\" )",
                "unknown-parameter <- ▶Parameter( name == \"point\", $x : value )",
                "not-seen <- ▶Finding( )",
                "not-seen <- ▶DimensionScore( )",
                "not-seen <- ▶Result( )",
                "not-seen <- not( ▶Result( ) )",
                "not-seen <- accumulate( ▶Finding( $x : id ); $n : count( $x ) )",
            })
    void refuses_on_the_left(String code, String when) {
        isRefused(code, rule(GIVEN + when, FLAG));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <- ",
            quoteCharacter = '`',
            value = {
                "verb-arguments <- ▶findings.award( );",
                "verb-arguments <- ▶findings.award( $p, $p );",
                "verb-arguments <- ▶findings.flag( \"x\" );",
                "verb-arguments <- ▶findings.gate( );",
                "verb-arguments <- findings.gate( ▶$unit );",
                "unknown-code <- findings.gate( ▶\"NOT_GRADED\" );",
                "unknown-code <- findings.cap( ▶\"COMPETANT\" );",
                "not-a-decimal <- findings.award( ▶$unit );",
                "not-a-decimal <- findings.award( ▶\"5\" );",
                "not-a-decimal <- findings.award( $p.add( ▶$unit ) );",
                "fraction-outside-figures <- findings.award( ▶$f );",
                "fraction-outside-figures <- findings.award( $p.multiply( ▶$f ) );",
                "variable-may-miss <- findings.award( ▶$maybe );",
                "variable-may-miss <- findings.award( $p.add( ▶$maybe ) );",
                "variable-may-miss <- findings.award( ▶$maybe.abs( ) );",
                "variable-may-miss <- findings.award( Figures.max( $p, ▶$maybe ) );",
                "variable-may-miss <- findings.award( Figures.orElse( $p, ▶$maybe ) );",
                "call-may-miss <- findings.award( ▶Figures.ratio( $p, $p ) );",
                "call-may-miss <- findings.award( $p.add( ▶Figures.attainment( $p, $p ) ) );",
                "unknown-variable <- findings.award( ▶$inside );",
                "unknown-variable <- findings.award( ▶$pionts );",
                "argument-count <- findings.award( ▶Figures.orElse( $p ) );",
                "argument-type <- findings.award( Figures.orElse( ▶$unit, 0 ) );",
                "not-written <- ▶findings.waive( $id, $p );",
                "not-written <- ▶findings.recommend( \"TRAIN\" );",
            })
    void refuses_on_the_right(String code, String then) {
        String when =
                GIVEN + "Indicator( $maybe : target, $unit : unit, $id : id ) not( Indicator( $inside : actual ) )";
        isRefused(code, rule(when, then));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <- ",
            quoteCharacter = '`',
            value = {
                "adjust <- award( $p ) <- not-written",
                "adjust <- deduct( $p ) <- not-written",
                "adjust <- gate( \"COMPETENT\" ) <- not-written",
                "adjust <- ungraded( ) <- not-written",
                "adjust <- recommend( \"TRAIN\" ) <- not-written",
                "grade <- award( $p ) <- not-written",
                "grade <- waive( $p, $p ) <- not-written",
                "grade <- ungraded( ) <- not-written",
                "use <- hold( ) <- not-written",
                "use <- gate( \"COMPETENT\" ) <- not-written",
                "use <- waive( $p, $p ) <- not-written",
                "use <- recommend( \"PROMOTE\" ) <- unknown-code",
            })
    void refuses_what_a_stratum_may_not_write(String stratum, String call, String code) {
        String then = "▶findings." + call + ";";
        if (code.equals("unknown-code")) {
            then = "findings.recommend( ▶\"PROMOTE\" );";
        }
        isRefused(code, rule("agenda-group \"" + stratum + "\"", GIVEN, then));
    }

    @Test
    void refuses_what_a_stratum_does_not_see_yet() {
        isRefused("not-seen", rule("agenda-group \"adjust\"", "▶DimensionScore( )", FLAG));
        isRefused("not-seen", rule("agenda-group \"grade\"", "▶Result( )", FLAG));
        isAccepted(rule("agenda-group \"use\"", "Result( ) DimensionScore( ) exists( Finding( ) )", FLAG));
    }

    @Test
    void a_waiver_needs_the_id_of_a_finding() {
        isRefused(
                "not-a-finding",
                rule("agenda-group \"adjust\"", "Waiver( $w : id, $share : share )", "findings.waive( ▶$w, $share );"));
    }

    @Test
    void what_is_unverified_only_holds_or_flags() {
        isRefused("unverified", rule(GIVEN + "Unverified( )", "findings.hold( ); ▶findings.award( $p );"));
        isRefused("unverified", rule(GIVEN + "not( Unverified( ) )", "▶findings.award( $p );"));
        isRefused("unverified", rule("exists( Cadre( ) and not( Unverified( ) ) )", "▶findings.ungraded( );"));
        isRefused(
                "unverified",
                rule("accumulate( Unverified( $u : id ); $n : count( $u ) )", "▶findings.cap( \"COMPETENT\" );"));
    }

    @Test
    void what_may_be_missing_is_mended_by_asking_for_it() {
        isAccepted(rule("Indicator( $t : target, target != null )", "findings.award( $t );"));
        isRefused(
                "variable-may-miss",
                rule("Indicator( $t : target, target != null || actual > 0 )", "findings.award( ▶$t );"));
        isRefused(
                "variable-may-miss",
                rule(
                        "Indicator( $t : target, code == \"gdp-growth\" ) Indicator( target != null )",
                        "findings.award( ▶$t );"));
        isRefused("variable-may-miss", rule("Indicator( $t : target, baseline != null )", "findings.award( ▶$t );"));
    }

    @Test
    void annotations_are_complete() {
        String good = rule("Cadre( )", "findings.award( 1 );");
        isAccepted(good);
        for (String annotation : List.of("dimension", "title_zh", "basis", "says", "says_zh")) {
            isRefused("missing-annotation", "▶" + good.replaceAll(" *@" + annotation + "\\(.*\\)\n", ""));
            isRefused(
                    annotation.equals("dimension") ? "unknown-code" : "missing-annotation",
                    (annotation.equals("dimension") ? "" : "▶")
                            + good.replaceAll(
                                    "@" + annotation + "\\(.*\\)\n",
                                    (annotation.equals("dimension") ? "▶" : "") + "@" + annotation + "(\" \")\n"));
        }
        isAccepted(rule("Cadre( )", FLAG).replaceAll(" *@dimension.*\n", ""));
        isRefused("missing-title", "▶" + good.replace("T-01 Does it work?", "T-01"));
    }

    @Test
    void ids_are_well_formed_and_unique_across_files() {
        String good = rule("Cadre( )", FLAG);
        for (String id : List.of("T", "01", "t-01", "T_01", "T-", "T-01:x", "T+1-1", "第一-1", "")) {
            isRefused("id-form", "▶" + good.replace("T-01 ", id + " "));
        }
        for (String id : List.of("T-1", "E-03-grave", "P-01a", "NEW-2026-1")) {
            isAccepted(good.replace("T-01 ", id + " "));
        }
        Problems problems = new Problems();
        RuleFile a = RuleReader.read("a.drl", good, problems);
        RuleFile b = RuleReader.read("b.drl", "\n" + good, problems);
        RuleChecker.check(List.of(a, b), SampleNames.NAMES, problems);
        assertThat(problems.all()).extracting(Problem::code).containsExactly("language.repeated-id");
        assertThat(problems.all().get(0).place()).hasToString("b.drl:2:1");
        assertThat(problems.all().get(0).arguments()).containsExactly("T-01", "a.drl:1:1");
    }

    @Test
    void at_most_names_a_decimal_parameter_and_bounds_points() {
        isAccepted(rule("@at_most(\"limit\")", "Cadre( )", "findings.award( 1 );"));
        isRefused("unknown-parameter", rule("▶@at_most(\"limits\")", "Cadre( )", "findings.award( 1 );"));
        isRefused("fraction-outside-figures", rule("▶@at_most(\"two-thirds\")", "Cadre( )", "findings.award( 1 );"));
        isRefused("at-most-without-points", rule("▶@at_most(\"limit\")", "Cadre( )", FLAG));
    }

    @Test
    void placeholders_name_variables_that_the_right_could_use() {
        String rule = rule("Cadre( $unit : unit ) not( Lead( $on : on ) )", FLAG);
        isAccepted(rule.replace("Found", "In {$unit}, again {$unit}"));
        isRefused("unknown-placeholder", rule.replace("@says(\"Found", "▶@says(\"Found {$on}"));
        isRefused("unknown-placeholder", rule.replace("@says_zh(\"认定", "▶@says_zh(\"认定{$Unit}"));
        for (String brace : List.of("{unit}", "{}", "{", "}", "{$unit", "{ $unit }", "{{$unit}}")) {
            isRefused("placeholder-form", rule.replace("@says(\"Found", "▶@says(\"Found " + brace));
        }
    }

    @Test
    void a_criterion_that_could_not_be_read_is_not_called_unknown() {
        String other = rule("Waiver( criterion == \"T-02\" )", FLAG);
        String broken = rule("Cadre( ) or Cadre( )", FLAG).replace("T-01", "T-02");
        assertThat(Marked.problems(other + broken)).extracting(Problem::code).containsExactly("language.or-between");
    }

    @Test
    void one_mistake_is_told_once() {
        assertThat(Marked.problems(rule(
                        "Indicater( $a : actual, $t : target ) Indicator( actual > $a, target > $t )",
                        "findings.award( $a );")))
                .hasSize(1);
        assertThat(Marked.problems(rule(
                        "Parameter( name == \"nobody\", $x : value ) Lead( $y : nothing )", "findings.award( $x );")))
                .hasSize(2);
    }
}
