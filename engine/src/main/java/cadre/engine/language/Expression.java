package cadre.engine.language;

import cadre.engine.document.Place;
import java.util.List;

/** A value computed from components, variables and constants. A comparison with a missing value is false. */
public sealed interface Expression {
    Place place();

    /** A component of the pattern's fact. */
    record Component(String name, Place place) implements Expression {}

    /** A variable, with its dollar sign. */
    record Variable(String name, Place place) implements Expression {}

    record Text(String value, Place place) implements Expression {}

    /** 0 or 1: all other numbers are parameters. */
    record Digit(int value, Place place) implements Expression {}

    /** <code>Severity.SERIOUS</code>. */
    record Constant(String type, String name, Place place) implements Expression {}

    record Truth(boolean value, Place place) implements Expression {}

    /** <code>null</code>, only beside == and !=. */
    record Nothing(Place place) implements Expression {}

    record Comparison(Operator operator, Expression left, Expression right, Place place) implements Expression {}

    /** <code>left in ( a, b )</code>. */
    record In(Expression left, List<Expression> options, Place place) implements Expression {
        public In {
            options = List.copyOf(options);
        }
    }

    /** <code>subject contains $fact</code>: a list of texts has this text. */
    record Contains(Expression left, Expression right, Place place) implements Expression {}

    record And(Expression left, Expression right, Place place) implements Expression {}

    record Or(Expression left, Expression right, Place place) implements Expression {}

    /** <code>!chief</code>: only before a boolean component or variable. */
    record Negation(Expression of, Place place) implements Expression {}

    /** On the left <code>a + b</code>; on the right <code>$a.add( $b )</code>. Exact, and missing if an operand is. */
    record Arithmetic(Sign sign, Expression left, Expression right, Place place) implements Expression {}

    /** On the right only: <code>$a.negate( )</code>, <code>$a.abs( )</code>. */
    record Unary(UnaryFunction function, Expression of, Place place) implements Expression {}

    /** <code>Figures.attainment( a, b )</code>; missing if an argument is, unless the function says otherwise. */
    record Call(String function, List<Expression> arguments, Place place) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    enum Operator {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** MIN and MAX only on the right: <code>$a.min( $b )</code>. */
    enum Sign {
        PLUS,
        MINUS,
        TIMES,
        MIN,
        MAX
    }

    enum UnaryFunction {
        NEGATE,
        ABS
    }
}
