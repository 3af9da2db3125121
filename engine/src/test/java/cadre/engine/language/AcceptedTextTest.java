package cadre.engine.language;

import static cadre.engine.language.Marked.isAccepted;
import static cadre.engine.language.Marked.rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTextTest {
    private static final String FLAG = "findings.flag( );";
    private static final String GIVEN = """
            Parameter( name == "limit", $limit : value )
            Parameter( name == "two-thirds", $fraction : value )
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cadre( )",
                "Cadre()",
                "Cadre( chief )",
                "Cadre( !chief, !probation )",
                "Cadre( chief == true, probation != false )",
                "Cadre( level == Level.COUNTY || level == Level.TOWNSHIP )",
                "Cadre( level in ( Level.COUNTY, Level.TOWNSHIP ) )",
                "Cadre( $unit : unit, unit == \"U-17\" )",
                "Indicator( $a : actual, $t : target, $a < $t )",
                "Indicator( $a : actual > $limit, $b : target )  // 中文注释，全角（括号）",
                "Indicator( target == null )",
                "Indicator( target != null, $t : target, $t > 0 )",
                "Indicator( actual >= target )",
                "Indicator( actual + baseline * weight - 1 > ( target - baseline ) * weight )",
                "Indicator( 0 < actual && actual <= target || weight == 1 )",
                "Indicator( ( actual > 0 || target > 0 ) && baseline > 0 )",
                "Indicator( code == \"gdp-growth\" )",
                "Indicator( code in ( \"gdp-growth\", \"air-quality-days\" ) )",
                "Indicator( \"gdp-growth\" == code )",
                "Indicator( Figures.attainment( actual, target ) >= Figures.orElse( weight, 1 ) )",
                "Indicator( Figures.attainment( actual, target ) != null )",
                "Indicator( Figures.exceeds( actual, target, $fraction ) )",
                "Indicator( Figures.exceeds( actual, target, $fraction ) == false )",
                "Appraisal( from < to, $first : from, $last : to )",
                "Appraisal( Figures.daysBetween( from, to ) > $limit )",
                "Posting( from >= to, to == from )",
                "Incident( family != \"ecological\", severity == Severity.GRAVE, $on : on )",
                "Incident( rectified != null, on <= rectified )",
                "Training( examPassed, !examPassed, examPassed == false )",
                "Training( examPassed != null, $p : examPassed, $p )",
                "Training( mode\n        != TrainingMode.ONLINE /* odd\n layout */ , hours>=required )",
                "not( Sanction( ) )",
                "not( Sanction( $f : from ) and Lead( on == $f ) )",
                "not( Sanction( $f : from ) and not( Lead( on == $f ) ) )",
                "exists( Sanction( $f : from ) and exists( Lead( on > $f ) ) and not( Incident( ) ) )",
                "forall( Sanction( $f : from ) Lead( on == $f ) )",
                "forall( Sanction( $f : from ) Lead( on == $f ) Cadre( chief ) )",
                "accumulate( Lead( $o : on ); $n : count( $o ) )",
                "accumulate( Lead( $o : on ) and Incident( on == $o ); $n : count( $o ); $n > $limit )",
                "accumulate( Ballot( $b : ballots, $e : excellent ); $s : sum( $b ), $m : min( $e ), $x : max( $e );"
                        + " $s > 0, $m < $x || $x == 1 )",
                "Consulted( register == \"sanctions\" )",
            })
    void accepts_on_the_left(String when) {
        isAccepted(rule(GIVEN + when, FLAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings.award( $p );",
                "findings.award($p);",
                "findings.award( 1 );",
                "findings.deduct( $p.add( $q ).subtract( 1 ).multiply( $p ).negate( ).abs( ).min( $q ).max( 0 ) );",
                "findings.deduct( $p.add( $q.multiply( $p.abs( ) ) ) );",
                "findings.award( Figures.orElse( Figures.ratio( $p, $q ), 0 ) );",
                "findings.award( Figures.orElse( Figures.portion( $p.add( $q ), $f ), 1 ).multiply( $p ) );",
                "findings.award( Figures.orElse( $maybe, 0 ) );",
                "findings.award( Figures.orElse( $maybe.add( 1 ), 0 ) );",
                "findings.gate( \"INCOMPETENT\" );",
                "findings.cap( \"COMPETENT\" ); findings.flag( );",
                "findings.hold( );\n    findings.flag( );\n    findings.ungraded( );",
            })
    void accepts_on_the_right(String then) {
        isAccepted(rule("""
                        Parameter( name == "points", $p : value )
                        Parameter( name == "two-thirds", $f : value )
                        Indicator( $q : actual, $maybe : target )
                        """, then));
    }

    @Test
    void accepts_what_each_stratum_sees_and_writes() {
        isAccepted(rule("agenda-group \"adjust\"", """
                        Waiver( $c : criterion, $fact : fact, $share : share )
                        Finding( criterion == $c, effect == Effect.POINTS, subject contains $fact, $finding : id )
                        """, "findings.waive( $finding, $share ); findings.hold( );"));
        isAccepted(rule(
                "agenda-group \"grade\"",
                "DimensionScore( dimension == \"ecological\", $s : score ) Finding( criterion == \"T-01\" )",
                "findings.gate( \"COMPETENT\" ); findings.cap( \"COMPETENT\" );"));
        isAccepted(rule(
                "agenda-group \"use\"",
                "Result( grade == \"NOT_GRADED\" || grade == \"EXCELLENT\", !held )",
                "findings.recommend( \"COMMEND\" );"));
        isAccepted(rule("agenda-group \"assess\"", "Unverified( type == \"Lead\" )", "findings.hold( );"));
    }

    @Test
    void accepts_a_package_name_and_ignores_it() {
        isAccepted("package anything.at.all;\n" + rule("Cadre( )", FLAG));
        isAccepted("package anything\n" + rule("Cadre( )", FLAG));
    }

    @Test
    void accepts_a_rule_on_one_line_and_windows_line_ends() {
        String text = rule("Cadre( )", FLAG);
        isAccepted(text.replace("\n", " "));
        isAccepted(text.replace("\n", "\r\n"));
    }

    @Test
    void accepts_placeholders_of_variables_and_a_bound_on_points() {
        isAccepted("""
                rule "T-01 Title"
                    @says_zh("扣{$points}分")
                    @says("Deducts {$points} points of {$n}")
                    @basis("practice") @at_most( "limit" ) @title_zh("题")
                    @dimension("performance")
                when
                    Parameter( name == "points", $points : value )
                    accumulate( Lead( $l : on ); $n : count( $l ) )
                then
                    findings.deduct( $points );
                end
                """);
    }

    @Test
    void accepts_an_empty_file() {
        isAccepted("");
        isAccepted("// nothing yet\n");
    }
}
