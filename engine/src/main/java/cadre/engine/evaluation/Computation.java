package cadre.engine.evaluation;

import cadre.engine.facts.FunctionSignature;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How points were computed, in figures: what the rule's expression says, with the values that its variables had. Numbers of
 * many digits are shown to four places; what follows such a number is told as about equal.
 */
final class Computation {
    private static final int PLACES = 4;

    private final Phrases phrases;
    private final Map<String, Object> bound;
    private final List<String> steps = new ArrayList<>();

    private Computation(Phrases phrases, Map<String, Object> bound) {
        this.phrases = phrases;
        this.bound = bound;
    }

    /** A part in figures; what is compound needs parentheses inside of another. */
    private record Figure(String text, boolean compound) {}

    /**
     * The computation of points; nothing if they stand in a parameter or fact as they are, or if the expression does not come
     * to them.
     *
     * @param points what the rule concluded, 0 or more
     */
    static Optional<String> of(Expression expression, Map<String, Object> bound, BigDecimal points, Phrases phrases) {
        Computation computation = new Computation(phrases, bound);
        Expression told = computation.known(expression);
        if (told instanceof Expression.Variable
                || told instanceof Expression.Digit
                || !(computation.value(told) instanceof BigDecimal value)
                || value.compareTo(points) != 0) {
            return Optional.empty();
        }
        String figures = computation.whole(told);
        return Optional.of(String.join("; ", computation.with(figures)));
    }

    private List<String> with(String last) {
        List<String> all = new ArrayList<>(steps);
        all.add(last);
        return all;
    }

    /** What counts of a value that may be missing: itself, or what stands for it. */
    private Expression known(Expression e) {
        if (e instanceof Expression.Call call && call.function().equals("orElse")) {
            Expression first = call.arguments().get(0);
            return known(value(first) == null ? call.arguments().get(1) : first);
        }
        return e;
    }

    private String whole(Expression e) {
        String points = phrases.say("computation.points", shown(number(e)));
        if (e instanceof Expression.Call call && call.function().equals("interpolate")) {
            BigDecimal x = number(call.arguments().get(0));
            BigDecimal x1 = number(call.arguments().get(1));
            BigDecimal x2 = number(call.arguments().get(3));
            BigDecimal low = x1.min(x2);
            BigDecimal high = x1.max(x2);
            if (x.compareTo(low) <= 0) {
                return phrases.say("computation.low", step(call.arguments().get(0)), shown(low), points);
            } else if (x.compareTo(high) >= 0) {
                return phrases.say("computation.high", step(call.arguments().get(0)), shown(high), points);
            }
        }
        return figure(e).text() + equal(number(e)) + points;
    }

    private Figure figure(Expression of) {
        Expression e = known(of);
        if (e instanceof Expression.Arithmetic a) {
            return switch (a.sign()) {
                case PLUS ->
                    new Figure(
                            figure(a.left()).text() + " + " + figure(a.right()).text(), true);
                case MINUS -> new Figure(figure(a.left()).text() + " − " + inside(a.right()), true);
                case TIMES -> new Figure(inside(a.left()) + " × " + inside(a.right()), true);
                case MIN -> lesser(a.left(), a.right());
                case MAX -> greater(a.left(), a.right());
            };
        } else if (e instanceof Expression.Call call) {
            return call(call);
        }
        return new Figure(shown(number(e)), false);
    }

    private Figure call(Expression.Call call) {
        List<Expression> of = call.arguments();
        return switch (call.function()) {
            case "share", "ratio", "attainment" -> new Figure(inside(of.get(0)) + " ÷ " + inside(of.get(1)), true);
            case "attainmentOfLimit" -> new Figure("2 − " + inside(of.get(0)) + " ÷ " + inside(of.get(1)), true);
            case "growth" ->
                new Figure(
                        "(" + figure(of.get(0)).text() + " − " + inside(of.get(1)) + ") ÷ " + inside(of.get(1)), true);
            case "min" -> lesser(of.get(0), of.get(1));
            case "max" -> greater(of.get(0), of.get(1));
            case "interpolate" -> interpolated(call);
            default -> new Figure(shown(number(call)), false);
        };
    }

    /** The line between two points, as it is computed by hand. */
    private Figure interpolated(Expression.Call call) {
        List<Expression> of = call.arguments();
        BigDecimal y1 = number(of.get(2));
        String x1 = step(of.get(1));
        String along = "(" + step(of.get(0)) + " − " + x1 + ") ÷ (" + step(of.get(3)) + " − " + x1 + ")";
        return y1.signum() == 0
                ? new Figure(inside(of.get(4)) + " × " + along, true)
                : new Figure(shown(y1) + " + (" + inside(of.get(4)) + " − " + shown(y1) + ") × " + along, true);
    }

    private Figure lesser(Expression one, Expression other) {
        return new Figure(phrases.say("computation.lesser", step(one), step(other)), false);
    }

    private Figure greater(Expression one, Expression other) {
        return new Figure(phrases.say("computation.greater", step(one), step(other)), false);
    }

    /** The value of a part; what it takes to compute it is told before. */
    private String step(Expression e) {
        Figure figure = figure(e);
        String value = shown(number(known(e)));
        if (!figure.text().equals(value)) {
            String told = figure.text() + equal(number(known(e))) + value;
            if (!steps.contains(told)) {
                steps.add(told);
            }
        }
        return value;
    }

    private String inside(Expression e) {
        Figure figure = figure(e);
        return figure.compound() ? "(" + figure.text() + ")" : figure.text();
    }

    private static String equal(BigDecimal value) {
        return value.stripTrailingZeros().scale() > PLACES ? " ≈ " : " = ";
    }

    private static String shown(BigDecimal value) {
        return Decimals.plain(
                value.stripTrailingZeros().scale() > PLACES ? value.setScale(PLACES, RoundingMode.HALF_UP) : value);
    }

    private BigDecimal number(Expression e) {
        return value(e) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    private @Nullable Object value(Expression e) {
        if (e instanceof Expression.Variable variable) {
            return bound.get(variable.name().substring(1));
        } else if (e instanceof Expression.Digit digit) {
            return BigDecimal.valueOf(digit.value());
        } else if (e instanceof Expression.Unary unary && value(unary.of()) instanceof BigDecimal of) {
            return unary.function() == Expression.UnaryFunction.ABS ? of.abs() : of.negate();
        } else if (e instanceof Expression.Arithmetic a
                && value(a.left()) instanceof BigDecimal left
                && value(a.right()) instanceof BigDecimal right) {
            return switch (a.sign()) {
                case PLUS -> left.add(right);
                case MINUS -> left.subtract(right);
                case TIMES -> left.multiply(right);
                case MIN -> left.min(right);
                case MAX -> left.max(right);
            };
        } else if (e instanceof Expression.Call call) {
            return called(call);
        }
        return null;
    }

    private @Nullable Object called(Expression.Call call) {
        FunctionSignature function = Vocabulary.function(call.function()).orElseThrow();
        @Nullable
        Object[] arguments = call.arguments().stream().map(this::value).toArray();
        for (Object argument : arguments) {
            if (argument == null && !function.lenient()) {
                return null;
            }
        }
        try {
            return function.method().invoke(null, arguments);
        } catch (ReflectiveOperationException | IllegalArgumentException impossible) {
            return null;
        }
    }
}
