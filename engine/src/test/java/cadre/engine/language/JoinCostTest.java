package cadre.engine.language;

import static cadre.engine.language.Marked.isRefused;
import static cadre.engine.language.Marked.rule;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinCostTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " <- ",
            quoteCharacter = '`',
            value = {
                "1 <- Cadre( )",
                "1 <- Appraisal( ) Cadre( ) Result( )",
                "1 <- Parameter( name == \"points\", $x : value )",
                "200 <- Lead( )",
                "40000 <- Lead( ) Incident( )",
                "8000000 <- Lead( ) Incident( ) Sanction( )",
                "1000000000 <- Lead( ) Lead( ) Lead( ) Lead( ) Lead( ) Lead( ) Lead( ) Lead( ) Lead( ) Lead( )",
                "1 <- Indicator( code == \"gdp-growth\" )",
                "1 <- Indicator( \"gdp-growth\" == code )",
                "1 <- Indicator( actual > 0 && code == \"gdp-growth\" )",
                "200 <- Indicator( code != \"gdp-growth\" )",
                "200 <- Indicator( code == \"gdp-growth\" || actual > 0 )",
                "200 <- Indicator( code in ( \"gdp-growth\" ) )",
                "200 <- Indicator( code == code )",
                "200 <- Indicator( $c : code, code == $c )",
                "200 <- Indicator( $u : unit, code == $u )",
                "200 <- Indicator( unit == \"d\" )",
                "200 <- Indicator( $c : code ) PeerFigure( code == $c )",
                "200 <- Lead( $l : id ) Incident( id == $l )",
                "1 <- DimensionScore( dimension == \"ecological\" )",
                "200 <- DimensionScore( )",
                "1 <- Consulted( register == \"leads\" )",
                "201 <- not( Lead( ) )",
                "40200 <- Lead( ) not( Lead( ) )",
                "40200 <- Lead( ) exists( Lead( ) )",
                "80200 <- Lead( ) not( Lead( ) ) not( Lead( ) )",
                "40001 <- not( Lead( ) and Lead( ) )",
                "40201 <- not( Lead( ) and not( Lead( ) ) )",
                "40201 <- forall( Lead( ) Lead( ) )",
                "40001 <- accumulate( Lead( $x : on ) and Lead( ); $n : count( $x ) )",
                "80000 <- Lead( ) Incident( ) not( Indicator( code == \"gdp-growth\" ) )",
            })
    void counts_the_worst_join(long cost, String when) {
        RuleFile file = RuleReader.read("t.drl", rule(when, "findings.flag( );"), new Problems());
        assertThat(JoinCost.of(file.rules().get(0))).isEqualTo(cost);
    }

    @Test
    void refuses_a_rule_that_would_exhaust_memory() {
        isRefused("join-too-large", "▶" + rule("Lead( ) Incident( ) Sanction( )", "findings.flag( );"));
        isRefused("join-too-large", "▶" + rule("Lead( ) Incident( ) not( Sanction( ) )", "findings.flag( );"));
        isRefused("join-too-large", "▶" + rule("Lead( ) Lead( ) Lead( ) Lead( )", "findings.flag( );"));
    }

    @Test
    void refuses_more_facts_than_drools_hands_to_a_consequence() {
        String most = "Cadre( ) ".repeat(24);
        isRefused("too-many", "▶" + rule(most + "Cadre( )", "findings.flag( );"));
        Problems problems = new Problems();
        JoinCost.check(
                RuleReader.read("t.drl", rule(most, "findings.flag( );"), problems)
                        .rules()
                        .get(0),
                problems);
        assertThat(problems.all()).isEmpty();
    }
}
