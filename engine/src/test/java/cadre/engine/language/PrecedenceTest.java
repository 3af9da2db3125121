package cadre.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tightly operators bind: the right column has every pair of parentheses written out. */
class PrecedenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " = ",
            value = {
                "a || b && c = ( a || ( b && c ) )",
                "a && b || c = ( ( a && b ) || c )",
                "( a || b ) && c = ( ( a || b ) && c )",
                "a || b || c = ( ( a || b ) || c )",
                "a && b && c = ( ( a && b ) && c )",
                "a || b && c || d = ( ( a || ( b && c ) ) || d )",
                "x + y * z > 0 = ( ( x + ( y * z ) ) > 0 )",
                "x * y + z > 0 = ( ( ( x * y ) + z ) > 0 )",
                "x - y - z > 0 = ( ( ( x - y ) - z ) > 0 )",
                "x - ( y - z ) > 0 = ( ( x - ( y - z ) ) > 0 )",
                "x - y + z > 0 = ( ( ( x - y ) + z ) > 0 )",
                "( x + y ) * z > 0 = ( ( ( x + y ) * z ) > 0 )",
                "x * y * z > 0 = ( ( ( x * y ) * z ) > 0 )",
                "x > 0 && y < 1 || !c = ( ( ( x > 0 ) && ( y < 1 ) ) || ( !c ) )",
                "!a && b = ( ( !a ) && b )",
                "x >= y + 1 && y != z = ( ( x >= ( y + 1 ) ) && ( y != z ) )",
                "s in ( t, u ) || s contains t && a = ( ( s in ( t, u ) ) || ( ( s contains t ) && a ) )",
                "x == y && z == w = ( ( x == y ) && ( z == w ) )",
                "Figures.f( x + y * z, w ) < x - 1 = ( Figures.f( ( x + ( y * z ) ), w ) < ( x - 1 ) )",
            })
    void operators_bind(String written, String meant) {
        assertThat(Spelled.out(read(written))).isEqualTo(meant);
        assertThat(Spelled.out(read(meant))).isEqualTo(meant);
    }

    @Test
    void a_comparison_after_a_binding_is_one_of_the_component() {
        RuleFile file = RuleReader.read(
                "t.drl",
                Marked.rule("Indicator( $x : actual >= target * weight, unit == \"d\" )", "findings.flag( );"),
                new Problems());
        assertThat(RuleText.condition(file.rules().get(0).when().get(0)))
                .isEqualTo("Indicator( $x : actual, actual >= target * weight, unit == \"d\" )");
    }

    @Test
    void methods_on_the_right_follow_one_another() {
        RuleFile file = RuleReader.read(
                "t.drl",
                Marked.rule("Cadre( )", "findings.award( $a.add( $b ).multiply( $c.subtract( 1 ) ) );"),
                new Problems());
        Expression argument = file.rules().get(0).then().get(0).arguments().get(0);
        assertThat(Spelled.out(argument)).isEqualTo("( ( $a + $b ) * ( $c - 1 ) )");
    }

    private static Expression read(String text) {
        Problems problems = new Problems();
        RuleFile file = RuleReader.read("t.drl", Marked.rule("T( " + text + " )", "findings.flag( );"), problems);
        assertThat(problems.all()).isEmpty();
        Condition.Pattern pattern =
                (Condition.Pattern) file.rules().get(0).when().get(0);
        return ((Condition.Term.Test) pattern.terms().get(0)).of();
    }

    /** Spells an expression with all its parentheses. */
    private static final class Spelled {
        static String out(Expression e) {
            if (e instanceof Expression.Or or) {
                return both(or.left(), "||", or.right());
            } else if (e instanceof Expression.And and) {
                return both(and.left(), "&&", and.right());
            } else if (e instanceof Expression.Comparison c) {
                return both(c.left(), c.operator().sign(), c.right());
            } else if (e instanceof Expression.Contains c) {
                return both(c.left(), "contains", c.right());
            } else if (e instanceof Expression.Arithmetic a) {
                return both(
                        a.left(),
                        switch (a.sign()) {
                            case PLUS -> "+";
                            case MINUS -> "-";
                            case TIMES -> "*";
                            case MIN, MAX -> throw new IllegalArgumentException(a.toString());
                        },
                        a.right());
            } else if (e instanceof Expression.Negation n) {
                return "( !" + out(n.of()) + " )";
            } else if (e instanceof Expression.In in) {
                return "( " + out(in.left()) + " in ( "
                        + String.join(
                                ", ", in.options().stream().map(Spelled::out).toList()) + " ) )";
            } else if (e instanceof Expression.Call call) {
                return "Figures." + call.function() + "( "
                        + String.join(
                                ", ",
                                call.arguments().stream().map(Spelled::out).toList()) + " )";
            }
            return RuleText.left(e);
        }

        private static String both(Expression left, String operator, Expression right) {
            return "( " + out(left) + " " + operator + " " + out(right) + " )";
        }
    }
}
