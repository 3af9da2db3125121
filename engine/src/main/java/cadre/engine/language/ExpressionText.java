package cadre.engine.language;

import cadre.engine.language.Expression.Sign;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Spells expressions with as few parentheses as give the same tree when read again. */
record ExpressionText(boolean onRight) {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int COMPARISON = 3;
    private static final int SUM = 4;
    private static final int PRODUCT = 5;
    private static final int OPERAND = 6;

    String of(Expression e) {
        if (e instanceof Expression.Component component) {
            return component.name();
        } else if (e instanceof Expression.Variable variable) {
            return variable.name();
        } else if (e instanceof Expression.Text text) {
            return "\"" + text.value() + "\"";
        } else if (e instanceof Expression.Digit digit) {
            return Integer.toString(digit.value());
        } else if (e instanceof Expression.Constant constant) {
            return constant.type() + "." + constant.name();
        } else if (e instanceof Expression.Truth truth) {
            return Boolean.toString(truth.value());
        } else if (e instanceof Expression.Nothing) {
            return "null";
        } else if (e instanceof Expression.Comparison comparison) {
            return at(SUM, comparison.left()) + " " + comparison.operator().sign() + " " + at(SUM, comparison.right());
        } else if (e instanceof Expression.In in) {
            return at(SUM, in.left()) + " in " + list(in.options());
        } else if (e instanceof Expression.Contains contains) {
            return at(SUM, contains.left()) + " contains " + at(SUM, contains.right());
        } else if (e instanceof Expression.And and) {
            return at(AND, and.left()) + " && " + at(COMPARISON, and.right());
        } else if (e instanceof Expression.Or or) {
            return at(OR, or.left()) + " || " + at(AND, or.right());
        } else if (e instanceof Expression.Negation negation) {
            return "!" + of(negation.of());
        } else if (e instanceof Expression.Arithmetic arithmetic) {
            return onRight ? method(arithmetic) : sum(arithmetic);
        } else if (e instanceof Expression.Unary unary) {
            return of(unary.of()) + "." + unary.function().name().toLowerCase(Locale.ROOT) + "( )";
        } else if (e instanceof Expression.Call call) {
            return "Figures." + call.function() + list(call.arguments());
        }
        throw new IllegalArgumentException(e.toString());
    }

    private String list(List<Expression> parts) {
        return parts.isEmpty() ? "( )" : parts.stream().map(this::of).collect(Collectors.joining(", ", "( ", " )"));
    }

    private String at(int level, Expression e) {
        return level(e) >= level ? of(e) : "( " + of(e) + " )";
    }

    private int level(Expression e) {
        if (e instanceof Expression.Or) {
            return OR;
        } else if (e instanceof Expression.And) {
            return AND;
        } else if (e instanceof Expression.Comparison
                || e instanceof Expression.In
                || e instanceof Expression.Contains) {
            return COMPARISON;
        } else if (e instanceof Expression.Arithmetic arithmetic && !onRight) {
            return arithmetic.sign() == Sign.TIMES ? PRODUCT : SUM;
        }
        return OPERAND;
    }

    private String sum(Expression.Arithmetic e) {
        return switch (e.sign()) {
            case PLUS -> at(SUM, e.left()) + " + " + at(PRODUCT, e.right());
            case MINUS -> at(SUM, e.left()) + " - " + at(PRODUCT, e.right());
            case TIMES -> at(PRODUCT, e.left()) + " * " + at(OPERAND, e.right());
            case MIN, MAX -> throw new IllegalArgumentException(e.toString());
        };
    }

    private String method(Expression.Arithmetic e) {
        String name = switch (e.sign()) {
            case PLUS -> "add";
            case MINUS -> "subtract";
            case TIMES -> "multiply";
            case MIN -> "min";
            case MAX -> "max";
        };
        return of(e.left()) + "." + name + "( " + of(e.right()) + " )";
    }
}
