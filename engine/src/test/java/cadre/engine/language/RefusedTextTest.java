package cadre.engine.language;

import static cadre.engine.language.Marked.isRefused;
import static cadre.engine.language.Marked.rule;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedTextTest {
    private static final String FLAG = "findings.flag( );";

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <- ",
            quoteCharacter = '`',
            value = {
                "bare-number <- Indicator( actual > ▶0.8 )",
                "bare-number <- Indicator( actual > ▶10 )",
                "bare-number <- Indicator( actual > ▶1.0 )",
                "bare-number <- Indicator( actual > ▶1B )",
                "bare-number <- Indicator( actual > ▶0x1 )",
                "bare-number <- Indicator( actual > ▶1e-3 )",
                "bare-number <- Indicator( actual > ▶-1 )",
                "bare-number <- Indicator( actual > ▶.5 )",
                "bare-number <- Indicator( actual > ▶2/3 )",
                "bare-number <- Indicator( actual > target, baseline < ▶95, weight == 1 )",
                "bare-number <- Figures( ) Indicator( Figures.orElse( actual, ▶100 ) > 0 )",
                "unary-minus <- Indicator( actual > ▶-target )",
                "division <- Indicator( actual ▶/ target > 1 )",
                "division <- Indicator( actual ▶% target > 1 )",
                "division <- Indicator( 1▶/3 < actual )",
                "binding-expression <- Indicator( $x : ▶actual / target )",
                "binding-expression <- Indicator( $x : ▶actual + target )",
                "binding-expression <- Indicator( $x : ▶Figures.ratio( actual, target ) )",
                "binding-expression <- Indicator( $x : ▶( actual ) )",
                "binding-expression <- Indicator( $x : ▶actual && target > 0 )",
                "binding-and-more <- Indicator( $x : ▶actual > 0 && target > 0 )",
                "unification <- Indicator( ▶$x := actual )",
                "assignment <- Indicator( actual ▶= 1 )",
                "assignment <- Indicator( actual ▶+= 1 )",
                "fact-variable <- ▶$i : Indicator( )",
                "fact-variable <- ▶i : Indicator( )",
                "fact-variable <- not( ▶$i : Indicator( ) )",
                "eval <- ▶eval( true )",
                "eval <- Indicator( ▶eval( actual > target ) )",
                "from <- Indicator( ) ▶from new java.util.ArrayList( )",
                "from <- not( Indicator( ) ▶from x )",
                "over <- Indicator( ) ▶over window:length( 3 )",
                "or-between <- Indicator( ) ▶or Lead( )",
                "or-between <- Indicator( ) ▶|| Lead( )",
                "or-between <- not( Indicator( ) ▶or Lead( ) )",
                "or-between <- ▶or( Indicator( ) Lead( ) )",
                "grouped-conditions <- ▶( Indicator( ) or Lead( ) )",
                "and-at-top <- Indicator( ) ▶and Lead( )",
                "and-at-top <- Indicator( ) ▶&& Lead( )",
                "semicolon <- Indicator( )▶;",
                "named-consequence <- Indicator( ) ▶do[ other ]",
                "named-consequence <- Indicator( ) ▶if ( actual > 0 ) break[ other ]",
                "missing-parentheses <- ▶not Sanction( )",
                "missing-parentheses <- ▶exists Sanction( )",
                "forall-of-one <- ▶forall( Sanction( ) )",
                "top-level-only <- not( ▶forall( Sanction( ) Lead( ) ) )",
                "top-level-only <- exists( ▶accumulate( Lead( $o : on ); $n : count( $o ) ) )",
                "parameter-nested <- not( ▶Parameter( name == \"points\", $p : value ) )",
                "parameter-nested <- forall( ▶Parameter( name == \"points\", $p : value ) Lead( ) )",
                "parameter-nested <- accumulate( ▶Parameter( name == \"points\", $p : value ); $n : count( $p ) )",
                "parameter-shape <- ▶Parameter( )",
                "parameter-shape <- ▶Parameter( $p : value, name == \"points\" )",
                "parameter-shape <- ▶Parameter( name == $n, $p : value )",
                "parameter-shape <- ▶Parameter( name == \"points\", $p : value, $p > 0 )",
                "parameter-shape <- ▶Parameter( name in ( \"points\" ), $p : value )",
                "average <- accumulate( Lead( $o : on ); $n : ▶average( $o ) )",
                "collect <- accumulate( Lead( $o : on ); $n : ▶collectList( $o ) )",
                "collect <- accumulate( Lead( $o : on ); $n : ▶collectSet( $o ) )",
                "measure-function <- accumulate( Lead( $o : on ); $n : ▶variance( $o ) )",
                "measure-argument <- accumulate( Lead( $o : on ); $n : count( ▶1 ) )",
                "measure-argument <- accumulate( Lead( $o : on ); $n : count( ▶) )",
                "measure-argument <- accumulate( Ballot( $o : ballots ); $n : sum( ▶$o * $o ) )",
                "measure-unbound <- accumulate( Lead( $o : on ); ▶count( $o ) )",
                "accumulate-code <- accumulate( Lead( $o : on ); ▶init( int n = 0; ) action( n++; ) result( n ) )",
                "accumulate-over <- accumulate( ▶not( Lead( ) ); $n : count( $o ) )",
                "accumulate-over <- accumulate( Lead( $o : on ) and Lead( ) ▶and Lead( ); $n : count( $o ) )",
                "path-pattern <- ▶/indicators[ actual > 1 ]",
                "path-pattern <- ▶?someQuery( $x ; )",
                "qualified-type <- ▶java.lang.Object( )",
                "qualified-type <- ▶cadre.engine.facts.Indicator( )",
                "positional <- Indicator( \"gdp-growth\"▶; )",
                "foreign-condition <- ▶collect( Indicator( ) )",
                "foreign-condition <- ▶groupby( Indicator( ); $x )",
                "operator <- Indicator( code ▶matches \".*\" )",
                "operator <- Indicator( code ▶memberOf $x )",
                "operator <- Indicator( code ▶soundslike \"x\" )",
                "operator <- Indicator( code ▶str[startsWith] \"x\" )",
                "operator <- Incident( on ▶before \"01-Jan-2026\" )",
                "operator <- Indicator( actual > 0 ▶? true : false )",
                "operator <- Indicator( actual ▶& 1 == 1 )",
                "operator <- Finding( subject▶[ 0 ] == \"x\" )",
                "negated-operator <- Indicator( code ▶not in ( \"gdp-growth\" ) )",
                "negated-operator <- Indicator( code ▶not matches \"x\" )",
                "word-operator <- Indicator( actual > 0 ▶and target > 0 )",
                "word-operator <- Indicator( actual > 0 ▶or target > 0 )",
                "negation <- Indicator( ▶!( actual > target ) )",
                "negation <- Indicator( ▶!Figures.exceeds( actual, target, $f ) )",
                "chained-comparison <- Indicator( 0 < actual ▶< target )",
                "chained-comparison <- Indicator( actual == target ▶== baseline )",
                "unexpected <- Indicator( actual > 0 && ▶< 1 )",
                "foreign-call <- Indicator( ▶actual( > 0 && < 1 ) )",
                "unexpected <- Indicator( actual > 0 ▶target > 0 )",
                "unexpected <- Indicator( ▶, )",
                "unexpected <- Indicator▶{ }",
                "this <- Indicator( ▶this != null )",
                "path <- Indicator( ▶code.length > 0 )",
                "path <- Indicator( $a : actual, $a▶.add( target ) > 0 )",
                "foreign-call <- Indicator( ▶code.length( ) > 0 )",
                "foreign-call <- Indicator( ▶System.exit( 0 ) )",
                "foreign-call <- Indicator( ▶java.lang.Runtime.getRuntime( ) != null )",
                "foreign-call <- Indicator( ▶Class.forName( \"x\" ) != null )",
                "foreign-call <- Indicator( ▶getClass( ) != null )",
                "foreign-call <- Indicator( Figures.orElse( ▶Thread.sleep( 1 ), 0 ) > 0 )",
                "call-without-figures <- Indicator( ▶attainment( actual, target ) > 0 )",
                "new <- Indicator( code == ▶new String( \"x\" ) )",
                "single-quotes <- Indicator( code == ▶'gdp-growth' )",
                "hash-comment <- Indicator( ) ▶# old comment",
                "unclosed-text <- Indicator( code == ▶\"gdp-growth )",
                "no-condition <- /**/",
            })
    void refuses_on_the_left(String code, String when) {
        if (code.equals("no-condition")) {
            isRefused(code, rule(when, FLAG).replace("then", "▶then"));
        } else {
            isRefused(code, rule(when, FLAG));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " <- ",
            quoteCharacter = '`',
            value = {
                "bare-number <- findings.award( ▶5 );",
                "bare-number <- findings.award( $p.multiply( ▶0.5 ) );",
                "bare-number <- findings.award( ▶-1 );",
                "bare-number <- findings.award( ▶1.subtract( $p ) );",
                "unary-minus <- findings.award( ▶-$p );",
                "division <- findings.award( $p ▶/ $q );",
                "division <- findings.award( $p.▶divide( $q ) );",
                "operator-on-right <- findings.award( $p ▶+ $q );",
                "operator-on-right <- findings.award( $p.add( $q ▶* $p ) );",
                "unknown-method <- findings.award( $p.▶pow( $q ) );",
                "unknown-method <- findings.award( $p.▶getClass( ) );",
                "method-on-literal <- findings.gate( \"A\".▶concat( \"B\" ) );",
                "component-on-right <- findings.award( ▶actual );",
                "foreign-call <- ▶System.exit( 0 );",
                "foreign-call <- ▶java.lang.Runtime.getRuntime( ).exec( \"x\" );",
                "foreign-call <- findings.award( ▶Runtime.getRuntime( ) );",
                "foreign-call <- findings.award( ▶Math.random( ) );",
                "foreign-call <- ▶drools.halt( );",
                "foreign-call <- ▶kcontext.getKieRuntime( ).halt( );",
                "foreign-call <- ▶$p.toString( );",
                "call-without-figures <- findings.award( ▶ratio( $p, $q ) );",
                "new <- ▶new Thread( ).start( );",
                "new <- findings.award( ▶new java.math.BigDecimal( \"5\" ) );",
                "fact-change <- ▶insert( $p );",
                "fact-change <- ▶insertLogical( $p );",
                "fact-change <- ▶modify( $p ) { setX( 1 ) }",
                "fact-change <- ▶update( $p );",
                "fact-change <- ▶retract( $p );",
                "fact-change <- ▶delete( $p );",
                "fact-change <- ▶halt( );",
                "statement <- ▶if ( true ) { findings.flag( ); }",
                "statement <- ▶for ( ;; ) { }",
                "statement <- ▶while ( true ) { }",
                "statement <- ▶try { } finally { }",
                "statement <- ▶return;",
                "statement <- ▶throw $p;",
                "statement <- ▶int x = 1;",
                "statement <- ▶synchronized ( $p ) { }",
                "assignment <- $p ▶= $q;",
                "assignment <- x ▶= 1;",
                "unknown-verb <- findings.▶reward( $p );",
                "unknown-verb <- findings.▶fired( 0, $p, $q );",
                "unexpected <- findings.flag( )▶}",
                "unexpected <- findings.flag( ) ▶findings.flag( );",
                "unexpected <- ▶{ findings.flag( ); }",
                "unexpected <- ▶; findings.flag( );",
                "unexpected <- findings.award( ▶( int ) $p );",
                "unexpected <- findings.award( $p▶[ 0 ] );",
                "unexpected <- findings.award( $p ▶-> $q );",
                "unexpected <- findings.award( $p▶::toString );",
                "named-consequence <- findings.flag( ); end then▶[ other ]",
            })
    void refuses_on_the_right(String code, String then) {
        String given = "Parameter( name == \"points\", $p : value ) Indicator( $q : actual )";
        if (code.equals("named-consequence")) {
            isRefused(code, rule(given, FLAG).replace("then", "then▶[ other ]"));
        } else {
            isRefused(code, rule(given, then));
        }
    }

    static List<String[]> files() {
        String good = rule("Cadre( )", FLAG);
        return List.of(
                file("import", "▶import java.util.*;\n" + good),
                file("import", "▶import static java.lang.Runtime.getRuntime;\n" + good),
                file("import", "package x;\n▶import function a.b.c;\n" + good),
                file("global", "▶global java.util.List list;\n" + good),
                file("function", "▶function void f( ) { System.exit( 0 ); }\n" + good),
                file("query", "▶query \"q\" Cadre( ) end\n" + good),
                file("declare", "▶declare X a : int end\n" + good),
                file("dialect", "▶dialect \"mvel\"\n" + good),
                file("text-outside-rule", good + "▶System.exit( 0 );\n"),
                file("text-outside-rule", good + "▶end\n"),
                file("text-outside-rule", good + "▶package other;\n" + good.replace("T-01", "T-02")),
                file("text-outside-rule", "▶unit Other;\n" + good),
                file("text-outside-rule", "▶when Cadre( ) then end"),
                file("rule-name", good.replace("\"T-01 Does it work?\"", "▶E_03")),
                file("single-quotes", good.replace("\"T-01 Does it work?\"", "▶'T-01 Does it work?'")),
                file("extends", good.replace("?\"", "?\" ▶extends \"T-02 Other\"")),
                file("attribute", rule("▶salience 10", "Cadre( )", FLAG)),
                file("attribute", rule("▶no-loop true", "Cadre( )", FLAG)),
                file("attribute", rule("▶lock-on-active", "Cadre( )", FLAG)),
                file("attribute", rule("▶dialect \"mvel\"", "Cadre( )", FLAG)),
                file("attribute", rule("▶activation-group \"x\"", "Cadre( )", FLAG)),
                file("attribute", rule("▶ruleflow-group \"x\"", "Cadre( )", FLAG)),
                file("attribute", rule("▶date-effective \"01-Jan-2026\"", "Cadre( )", FLAG)),
                file("attribute", rule("▶enabled ( System.exit( 0 ) )", "Cadre( )", FLAG)),
                file("attribute", rule("▶timer ( int: 1s )", "Cadre( )", FLAG)),
                file("attribute", rule("▶duration 100", "Cadre( )", FLAG)),
                file("unknown-stratum", rule("agenda-group ▶\"MAIN\"", "Cadre( )", FLAG)),
                file("unknown-stratum", rule("agenda-group ▶\"grades\"", "Cadre( )", FLAG)),
                file("repeated-group", rule("agenda-group \"use\" ▶agenda-group \"grade\"", "Cadre( )", FLAG)),
                file("annotation-late", rule("agenda-group \"assess\" ▶@basis(\"x\")", "Cadre( )", FLAG)),
                file("repeated-annotation", rule("▶@basis(\"again\")", "Cadre( )", FLAG)),
                file("unknown-annotation", rule("▶@titel_zh(\"x\")", "Cadre( )", FLAG)),
                file("unknown-annotation", rule("▶@Watch( * )", "Cadre( )", FLAG)),
                file("annotation-value", rule("▶@at_most( System.exit( 0 ) )", "Cadre( )", FLAG)),
                file("annotation-value", rule("▶@at_most( value = \"x\" )", "Cadre( )", FLAG)),
                file("annotation-value", rule("▶@at_most", "Cadre( )", FLAG)),
                file("no-conclusion", rule("Cadre( )", "").replace("then", "▶then")),
                file("unexpected", good.replace("end\n", "") + "▶" + good.replace("T-01", "T-02")),
                file("unexpected-end", good.replace("end\n", "▶")),
                file("unexpected", good.replace("when", "").replace("Cadre", "▶Cadre")),
                file("file-too-long", "▶" + " ".repeat(Limits.FILE + 1)));
    }

    private static String[] file(String code, String text) {
        return new String[] {code, text};
    }

    @ParameterizedTest
    @MethodSource("files")
    void refuses_around_rules(String code, String text) {
        isRefused(code, text);
    }

    @Test
    void tells_what_was_probably_meant() {
        assertThat(remedy(rule("Indicator( actaul > 0 )", FLAG))).contains("actual");
        assertThat(remedy(rule("Indicater( )", FLAG))).contains("Indicator");
        assertThat(remedy(rule("Indicator( Figures.attianment( actual, target ) > 0 )", FLAG)))
                .contains("attainment");
        assertThat(remedy(rule("Incident( severity == Severity.GRAVVE )", FLAG)))
                .contains("GRAVE");
        assertThat(remedy(rule("Indicator( code == \"gdp-grwoth\" )", FLAG))).contains("gdp-growth");
        assertThat(remedy(rule("Parameter( name == \"point\", $p : value )", FLAG)))
                .contains("points");
        assertThat(remedy(rule("Indicator( actual > 0.8 )", FLAG))).contains("parameters.yaml");
        assertThat(remedy(rule("Indicator( code == 'gdp-growth' )", FLAG))).contains("\"gdp-growth\"");
    }

    private static String remedy(String text) {
        return Marked.problems(text).get(0).remedy(java.util.Locale.ENGLISH);
    }

    @Test
    void tells_every_problem_of_a_file_at_once_and_in_order() {
        List<Problem> problems = Marked.problems("""
                import java.util.*;
                rule "T-01 One"
                    @basis("x") @basis("y")
                    salience 1
                when
                    Indicator( actual > 0.8, target > 95 )
                    $i : Lead( )
                    Cadre( chief ) or Cadre( probation )
                then
                    findings.award( 5 );
                    System.exit( 0 );
                end
                rubbish
                rule "T-02 Two"
                when
                    eval( true )
                then
                    findings.flag( );
                end
                """);
        assertThat(problems.stream().map(p -> p.place().line() + " " + p.code().substring(9)))
                .containsExactly(
                        "1 import",
                        "3 repeated-annotation",
                        "4 attribute",
                        "6 bare-number",
                        "6 bare-number",
                        "7 fact-variable",
                        "8 or-between",
                        "10 bare-number",
                        "11 foreign-call",
                        "13 text-outside-rule",
                        "16 eval");
    }
}
