package cadre.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Drools, or a folder of files, would pass over in silence: refused by its name, with what to write instead. */
class SilentFaultsTest {
    private static final String RULES = "ecological.drl";
    private static final String TEST = "Figures.attainment( actual, target ) >= $floor";

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <> ",
            quoteCharacter = '`',
            value = {
                "actual >= 0.1 <> bare-number <> parameters.yaml",
                "actual >= 1.0 <> bare-number <> bind it",
                "actual < $floor * 2B - 2B <> bare-number <> parameters.yaml",
                "$x : actual / target <> binding-expression <> Bind the component",
                "$x : actual - $floor <> binding-expression <> Bind the component",
                "actual > 1/3 <> division <> Figures.ratio",
                "actual > target % 1 <> division <> Figures",
                "actual > -target <> unary-minus <> 0 - $x",
                "!( actual >= target ) <> negation <> opposite comparison",
                "0 < actual < target <> chained-comparison <> a < $b",
                "actual = target <> assignment <> ==",
                "actual > = target <> split-sign <> Write >=",
                "$a := actual <> unification <> ==",
                "actaul >= target <> unknown-component <> actual",
                "code == 'air-quality-days' <> single-quotes <> \"air-quality-days\"",
                "code == \"air-quality-day\" <> unknown-code <> air-quality-days",
                "code > \"a\" <> not-ordered <> ==",
                "code matches \".*\" <> operator <> ==",
                "code not in ( \"air-quality-days\" ) <> negated-operator <> !=",
                "actual > 0 or target > 0 <> word-operator <> ||",
                "null == target <> null-first <> == null",
                "actual == null <> never-missing <> Take the test out",
                "unit == Severity.SERIOUS <> different-types <> one type",
                "this != null <> this <> Name the component",
                "eval( true ) <> eval <> inside a pattern",
                "Figures.attainmant( actual, target ) > 0 <> unknown-function <> attainment",
                "attainment( actual, target ) > 0 <> call-without-figures <> Figures.attainment",
                "actual > $flor <> unknown-variable <> $floor",
                "actual >= ta\u200Brget <> invisible-character <> type the line again",
                "actual >= （target） <> lookalike-character <> Latin keyboard",
                "actual >= target // \\u002a <> backslash <> Take it out",
            })
    void refuses_a_term(String written, String code, String remedy) {
        refuses(new Desk().change(RULES, TEST, written), "language." + code, remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <> ",
            quoteCharacter = '`',
            value = {
                "not Incident( ) <> missing-parentheses <> not( Type",
                "Cadre( ) or Appraisal( ) <> or-between <> two rules",
                "Cadre( ) and Appraisal( ) <> and-at-top <> out",
                "$c : Cadre( ) <> fact-variable <> inside the parentheses",
                "Cadre( ) from $floor <> from <> pattern",
                "Cadre( ) over window:time( 1 ) <> over <> Figures",
                "Cadre( ) do[ other ] <> named-consequence <> second rule",
                "eval( true ) <> eval <> inside a pattern",
                "Cadre( \"C-1\"; ) <> positional <> component == value",
                "Kadre( ) <> unknown-type <> Cadre",
                "java.lang.Object( ) <> qualified-type <> name only",
                "not( Parameter( name == \"quality.floor\", $y : value ) ) <> parameter-nested <> before this condition",
                "Parameter( $y : value, name == \"quality.floor\" ) <> parameter-shape <> Parameter( name ==",
                "Parameter( name == \"quality.flor\", $y : value ) <> unknown-parameter <> quality.floor",
                "accumulate( Incident( $o : on ); $n : average( $o ) ) <> average <> Figures",
                "accumulate( Incident( $o : on ); $n : collectList( $o ) ) <> collect <> count",
                "accumulate( Incident( $o : on ); $n : count( $z ) ) <> measure-of <> $o",
                "Incident( $a : on ) Incident( $b : on ) Incident( on == $a ) <> join-too-large <> by its id",
                "Finding( ) <> not-seen <> agenda-group",
                "Cadre( ); <> semicolon <> Take it out",
            })
    void refuses_a_condition(String written, String code, String remedy) {
        refuses(
                new Desk().change(RULES, "    Indicator( code", "    " + written + "\n    Indicator( code"),
                "language." + code,
                remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <> ",
            quoteCharacter = '`',
            value = {
                "findings.award( 5 ); <> bare-number <> parameters.yaml",
                "findings.award( $points * $floor ); <> operator-on-right <> multiply",
                "findings.award( -$points ); <> unary-minus <> negate",
                "findings.award( Figures.ratio( $points, $floor ) ); <> call-may-miss <> Figures.orElse",
                "findings.awrd( $points ); <> unknown-verb <> award",
                "findings.award( $points, $floor ); <> verb-arguments <> findings.award(",
                "insert( $points ); <> fact-change <> findings",
                "modify( $points ) { }; <> fact-change <> findings",
                "if ( $points > 0 ) findings.flag( ); <> statement <> between when and then",
                "new java.io.File( \"x\" ); <> new <> parameters",
                "System.exit( 0 ); <> foreign-call <> findings",
                "findings.gate( \"INCOMPETANT\" ); <> unknown-code <> INCOMPETENT",
                "findings.waive( $points, $points ); <> not-written <> award",
            })
    void refuses_a_conclusion(String written, String code, String remedy) {
        refuses(new Desk().change(RULES, "findings.award( $points );", written), "language." + code, remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <> ",
            quoteCharacter = '`',
            value = {
                "    @basis(\"practice\") <>     @basis(\"practice\")\\n    @basis(\"law\") <> repeated-annotation <> Keep one",
                "    @title_zh(\"空气是否优良？\") <>     // <> missing-annotation <> @title_zh",
                "    @basis(\"practice\") <>     @bases(\"practice\") <> unknown-annotation <> basis",
                "{$actual} days <> {$actul} days <> unknown-placeholder <> $actual",
                "{$actual} days <> {$actual days <> placeholder-form <> brace",
                "@dimension(\"ecological\") <> @dimension(\"ecologic\") <> unknown-code <> ecological",
                "when <>     salience 10\\nwhen <> attribute <> order of rules",
                "when <>     agenda-group \"asess\"\\nwhen <> unknown-stratum <> assess",
                "rule \"E-01 Was <> rule \"E-03 Was <> repeated-id <> another id",
                "rule \"E-01 Was <> rule \"Air Was <> id-form <> E-03",
                "rule \"E-01 Was <> import java.util.*;\\nrule \"E-01 Was <> import <> Take the line out",
                "rule \"E-01 Was <> global Object x;\\nrule \"E-01 Was <> global <> findings",
                "rule \"E-01 Was <> function void f() {}\\nrule \"E-01 Was <> function <> Figures",
                "rule \"E-01 Was <> query q() end\\nrule \"E-01 Was <> query <> conditions",
                "rule \"E-01 Was <> declare X end\\nrule \"E-01 Was <> declare <> types of facts",
                "rule \"E-01 Was <> dialect \"mvel\"\\nrule \"E-01 Was <> dialect <> one language",
                "rule \"E-01 Was <> System.exit(0);\\nrule \"E-01 Was <> text-outside-rule <> comment",
                "findings.deduct( $points );\\nend <> findings.deduct( $points );\\nend\\nmore <> text-outside-rule <> comment",
            })
    void refuses_in_a_file(String right, String wrong, String code, String remedy) {
        refuses(
                new Desk().change(RULES, right.replace("\\n", "\n"), wrong.replace("\\n", "\n")),
                "language." + code,
                remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <> ",
            quoteCharacter = '`',
            value = {
                "edition.yaml <> weight: 100 <> weight: 99 <> edition.weights <> 100",
                "edition.yaml <> registers: [ incidents ] <> registers: [ incident ] <> language.unknown-code <> incident",
                "parameters.yaml <> from: 2026-01-01 <> from: 2026-02-01 <> edition.parameter-begins-late <> from: 2026-01-01",
                "parameters.yaml <> unit: share <> units: share <> document.misspelt-key <> unit",
                "parameters.yaml <> value: 0.80 <> value: 0,80 <> document.decimal-comma <> point",
                "indicators.yaml <> required: false <> requird: false <> document.misspelt-key <> required",
                "ecological.cases.yaml <> fires: [ E-01 ] <> fires: [ E-11 ] <> document.misspelt-word <> E-01",
                "ecological.cases.yaml <> does-not-fire: [ E-03 ] <> doesnt-fire: [ E-03 ] <> document.misspelt-key <> does-not-fire",
                "ecological.cases.yaml <> unit: d, <> unit: days, <> casefile.wrong-unit <> d",
            })
    void refuses_in_yaml(String file, String right, String wrong, String code, String remedy) {
        if (code.equals("language.unknown-code")) {
            refuses(
                    new Desk()
                            .change(file, right, wrong)
                            .change(
                                    RULES,
                                    "    Incident( family",
                                    "    Consulted( register == \"incidents\" )\n    Incident( family"),
                    code,
                    remedy);
        } else {
            refuses(new Desk().change(file, right, wrong), code, remedy);
        }
    }

    @Test
    void refuses_an_edition_without_rules_and_a_file_with_a_misspelt_name() {
        refuses(new Desk().without(RULES), "edition.no-rules", "TOPIC.drl");
    }

    private static void refuses(Desk desk, String code, String remedy) {
        Report report = desk.read();
        assertThat(report.problems()).as(report.problems().toString()).anySatisfy(told -> {
            assertThat(told.problem().code()).isEqualTo(code);
            assertThat(told.severity()).isEqualTo(Severity.ERROR);
            assertThat(told.problem().remedy(Locale.ENGLISH)).contains(remedy);
            assertThat(told.problem().message(Locale.CHINESE)).matches(".*\\p{IsHan}.*");
            assertThat(told.problem().remedy(Locale.CHINESE)).matches(".*\\p{IsHan}.*");
        });
    }
}
