package cadre.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import cadre.engine.facts.Stratum;
import org.junit.jupiter.api.Test;

class RuleReaderTest {
    private static final String RULE = """
            package cadre.rules;

            // 生态环境，（注释）
            rule "E-03 Ecological incident"
                @dimension("ecological")
                @title_zh("生态环境事件")
                @basis("生态文明建设目标评价考核办法 (2016), practice")
                @at_most("ecological.incident.cap")
                @says("A {$severity} incident on {$on} deducts {$points} points")
                @says_zh("{$on} 发生{$severity}事件，扣{$points}分")
                agenda-group "assess"
            when
                Parameter( name == "ecological.incident.deduction", $points : value )
                Incident( family == "ecological", $severity : severity in ( Severity.GRAVE ), $on : on )
                not( Sanction( $f : from > $on ) and not( Lead( on == $f ) ) )
                exists( Lead( !x || y && a + b * c - 1 >= Figures.orElse( z, 0 ) ) )
                forall( Lead( $d : on ) Incident( on == $d ) )
                accumulate( Lead( $l : on ) and Incident( on == $l ); $n : count( $l ); $n > 1 )
            then
                findings.deduct( $points.add( 1 ).multiply( Figures.orElse( $points, 0 ).negate( ) ) );
                findings.flag( );
            end
            """;

    @Test
    void reads_every_construct() {
        Problems problems = new Problems();
        RuleFile file = RuleReader.read("e.drl", RULE, problems);
        assertThat(problems.all()).isEmpty();
        Rule rule = file.rules().get(0);
        assertThat(rule.id()).isEqualTo("E-03");
        assertThat(rule.notes().title()).isEqualTo("Ecological incident");
        assertThat(rule.stratum()).isEqualTo(Stratum.ASSESS);
        assertThat(rule.when()).hasSize(6);
        assertThat(rule.then()).hasSize(2);
        assertThat(rule.place().line()).isEqualTo(4);
        assertThat(rule.source()).startsWith("rule \"E-03").endsWith("end");
    }
}
