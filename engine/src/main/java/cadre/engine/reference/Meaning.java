package cadre.engine.reference;

import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.FunctionSignature;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Expression;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of an expression: null is a missing value, and a comparison with a missing value is false. */
final class Meaning {
    private static final Map<String, Map<String, FactType.Component>> COMPONENTS = components();

    private Meaning() {}

    static boolean holds(Expression expression, @Nullable Fact fact, Match match) {
        return Boolean.TRUE.equals(value(expression, fact, match));
    }

    /**
     * The value of an expression.
     *
     * @param fact the fact whose components are meant, inside a pattern
     * @param match where variables have their values
     */
    static @Nullable Object value(Expression expression, @Nullable Fact fact, Match match) {
        if (expression instanceof Expression.Component e) {
            return component(java.util.Objects.requireNonNull(fact), e.name());
        } else if (expression instanceof Expression.Variable e) {
            return match.value(e.name());
        } else if (expression instanceof Expression.Text e) {
            return e.value();
        } else if (expression instanceof Expression.Digit e) {
            return BigDecimal.valueOf(e.value());
        } else if (expression instanceof Expression.Constant e) {
            return constant(e.type(), e.name());
        } else if (expression instanceof Expression.Truth e) {
            return e.value();
        } else if (expression instanceof Expression.Nothing) {
            return null;
        } else if (expression instanceof Expression.Comparison e) {
            return compare(e, fact, match);
        } else if (expression instanceof Expression.In e) {
            Object left = value(e.left(), fact, match);
            for (Expression option : e.options()) {
                if (same(left, value(option, fact, match))) {
                    return true;
                }
            }
            return false;
        } else if (expression instanceof Expression.Contains e) {
            Object left = value(e.left(), fact, match);
            Object right = value(e.right(), fact, match);
            return left instanceof List<?> list && right != null && list.contains(right);
        } else if (expression instanceof Expression.And e) {
            return holds(e.left(), fact, match) && holds(e.right(), fact, match);
        } else if (expression instanceof Expression.Or e) {
            return holds(e.left(), fact, match) || holds(e.right(), fact, match);
        } else if (expression instanceof Expression.Negation e) {
            return Boolean.FALSE.equals(value(e.of(), fact, match));
        } else if (expression instanceof Expression.Arithmetic e) {
            return arithmetic(e, fact, match);
        } else if (expression instanceof Expression.Unary e) {
            Object of = value(e.of(), fact, match);
            return of == null
                    ? null
                    : e.function() == Expression.UnaryFunction.ABS
                            ? ((BigDecimal) of).abs()
                            : ((BigDecimal) of).negate();
        } else if (expression instanceof Expression.Call e) {
            return call(e, fact, match);
        }
        throw new IllegalStateException(String.valueOf(expression));
    }

    /** The value of a component of a fact, or null if it is missing. */
    static @Nullable Object component(Fact fact, String name) {
        Map<String, FactType.Component> ofType = COMPONENTS.get(fact.getClass().getSimpleName());
        FactType.Component component = ofType == null ? null : ofType.get(name);
        if (component == null) {
            throw new IllegalStateException("no component " + name + " of " + fact);
        }
        return component.of(fact);
    }

    private static boolean compare(Expression.Comparison e, @Nullable Fact fact, Match match) {
        Object left = value(e.left(), fact, match);
        Object right = value(e.right(), fact, match);
        if (e.left() instanceof Expression.Nothing || e.right() instanceof Expression.Nothing) {
            boolean bothMissing = left == null && right == null;
            return (e.operator() == Expression.Operator.EQUAL) == bothMissing;
        }
        if (left == null || right == null) {
            return false;
        }
        return switch (e.operator()) {
            case EQUAL -> same(left, right);
            case UNEQUAL -> !same(left, right);
            case LESS -> order(left, right) < 0;
            case AT_MOST -> order(left, right) <= 0;
            case MORE -> order(left, right) > 0;
            case AT_LEAST -> order(left, right) >= 0;
        };
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return false;
        }
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return left.equals(right);
    }

    private static int order(Object left, Object right) {
        return left instanceof LocalDate a
                ? a.compareTo((LocalDate) right)
                : ((BigDecimal) left).compareTo((BigDecimal) right);
    }

    private static @Nullable BigDecimal arithmetic(Expression.Arithmetic e, @Nullable Fact fact, Match match) {
        BigDecimal left = (BigDecimal) value(e.left(), fact, match);
        BigDecimal right = (BigDecimal) value(e.right(), fact, match);
        if (left == null || right == null) {
            return null;
        }
        return switch (e.sign()) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case MIN -> left.min(right);
            case MAX -> left.max(right);
        };
    }

    private static @Nullable Object call(Expression.Call e, @Nullable Fact fact, Match match) {
        FunctionSignature function = Vocabulary.function(e.function()).orElseThrow();
        Object[] arguments = new Object[e.arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(e.arguments().get(i), fact, match);
            if (arguments[i] == null && !function.lenient()) {
                return null;
            }
        }
        try {
            return function.method().invoke(null, arguments);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(e.function(), failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(e.function(), impossible);
        }
    }

    private static Object constant(String type, String name) {
        for (Object constant : Vocabulary.enumeration(type).orElseThrow().getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException(type + "." + name);
    }

    private static Map<String, Map<String, FactType.Component>> components() {
        Map<String, Map<String, FactType.Component>> all = new HashMap<>();
        for (FactType type : Vocabulary.types()) {
            Map<String, FactType.Component> components = new HashMap<>();
            type.components().stream().filter(c -> !c.hidden()).forEach(c -> components.put(c.name(), c));
            all.put(type.name(), components);
        }
        return all;
    }
}
