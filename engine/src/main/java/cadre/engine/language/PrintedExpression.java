package cadre.engine.language;

import cadre.engine.facts.FactType;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.ValueType.Kind;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Expression.And;
import cadre.engine.language.Expression.Arithmetic;
import cadre.engine.language.Expression.Call;
import cadre.engine.language.Expression.Comparison;
import cadre.engine.language.Expression.Component;
import cadre.engine.language.Expression.Constant;
import cadre.engine.language.Expression.Contains;
import cadre.engine.language.Expression.Digit;
import cadre.engine.language.Expression.In;
import cadre.engine.language.Expression.Negation;
import cadre.engine.language.Expression.Nothing;
import cadre.engine.language.Expression.Operator;
import cadre.engine.language.Expression.Or;
import cadre.engine.language.Expression.Text;
import cadre.engine.language.Expression.Truth;
import cadre.engine.language.Expression.Unary;
import cadre.engine.language.Expression.Variable;
import cadre.engine.language.PrintedScope.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Expressions as Drools shall read them, inside a pattern or outside. */
final class PrintedExpression {
    private final @Nullable FactType type;
    private final String fact;
    private final PrintedScope scope;

    private PrintedExpression(@Nullable FactType type, String fact, PrintedScope scope) {
        this.type = type;
        this.fact = fact;
        this.scope = scope;
    }

    static PrintedExpression inside(FactType type, String fact, PrintedScope scope) {
        return new PrintedExpression(type, fact, scope);
    }

    static PrintedExpression outside(PrintedScope scope) {
        return new PrintedExpression(null, "", scope);
    }

    /** A condition as constraints, all of which must hold. */
    List<String> constraints(Expression condition) {
        if (condition instanceof And and) {
            return Stream.concat(constraints(and.left()).stream(), constraints(and.right()).stream())
                    .toList();
        }
        if (condition instanceof Comparison comparison && comparison.operator() == Operator.EQUAL) {
            List<String> indexed = indexed(comparison.left(), comparison.right());
            return indexed.isEmpty() ? List.of(holds(condition)) : indexed;
        }
        if (condition instanceof Component component) {
            return List.of(PrintedScope.own(component.name()) + " == true");
        }
        if (condition instanceof Negation negation && negation.of() instanceof Component component) {
            return List.of(PrintedScope.own(component.name()) + " == false");
        }
        return List.of(holds(condition));
    }

    /** Equality that Drools can look up in a table and reads as authors do: of a component with a text or truth. */
    private List<String> indexed(Expression left, Expression right) {
        if (!(left instanceof Component) && right instanceof Component) {
            return indexed(right, left);
        }
        if (!(left instanceof Component component)) {
            return List.of();
        }
        String own = PrintedScope.own(component.name());
        if (right instanceof Text || right instanceof Truth) {
            return List.of(own + " == " + value(right));
        }
        Kind kind = type(left).kind();
        if (!(right instanceof Variable variable) || (kind != Kind.TEXT && kind != Kind.CONSTANT)) {
            return List.of();
        }
        Source source = scope.source(variable.name());
        if (source.fact() == null || source.fact().equals(fact)) {
            return List.of();
        }
        String equality = own + " == " + source.text();
        boolean bothMayMiss = component(component).nullable() && source.nullable();
        return bothMayMiss ? List.of("Calc.present( " + own + " )", equality) : List.of(equality);
    }

    /** A condition as one call, false when a value is missing. */
    private String holds(Expression condition) {
        if (condition instanceof And and) {
            return call("both", holds(and.left()), holds(and.right()));
        }
        if (condition instanceof Or or) {
            return call("either", holds(or.left()), holds(or.right()));
        }
        if (condition instanceof Negation negation) {
            return call("no", value(negation.of()));
        }
        if (condition instanceof In in) {
            return in.options().stream()
                    .map(option -> call("same", value(in.left()), value(option)))
                    .reduce((a, b) -> call("either", a, b))
                    .orElseThrow();
        }
        if (condition instanceof Contains contains) {
            return call("contains", value(contains.left()), value(contains.right()));
        }
        if (condition instanceof Comparison comparison) {
            return comparison(comparison);
        }
        return call("yes", value(condition));
    }

    private String comparison(Comparison comparison) {
        Operator operator = comparison.operator();
        if (comparison.left() instanceof Nothing || comparison.right() instanceof Nothing) {
            Expression asked = comparison.left() instanceof Nothing ? comparison.right() : comparison.left();
            return call(operator == Operator.EQUAL ? "missing" : "present", value(asked));
        }
        String function = switch (type(comparison.left()).kind()) {
            case DECIMAL ->
                switch (operator) {
                    case EQUAL -> "equal";
                    case UNEQUAL -> "unequal";
                    case LESS -> "less";
                    case AT_MOST -> "atMost";
                    case MORE -> "more";
                    case AT_LEAST -> "atLeast";
                };
            case DATE ->
                switch (operator) {
                    case EQUAL -> "same";
                    case UNEQUAL -> "different";
                    case LESS -> "before";
                    case AT_MOST -> "notAfter";
                    case MORE -> "after";
                    case AT_LEAST -> "notBefore";
                };
            default ->
                switch (operator) {
                    case EQUAL -> "same";
                    case UNEQUAL -> "different";
                    default -> throw new IllegalArgumentException(comparison.toString());
                };
        };
        return call(function, value(comparison.left()), value(comparison.right()));
    }

    /** A value; missing if what it is computed from is. */
    String value(Expression expression) {
        if (expression instanceof Component component) {
            return PrintedScope.own(component.name());
        }
        if (expression instanceof Variable variable) {
            return variable(variable.name());
        }
        if (expression instanceof Text text) {
            return literal(text.value());
        }
        if (expression instanceof Digit digit) {
            return "java.math.BigDecimal." + (digit.value() == 0 ? "ZERO" : "ONE");
        }
        if (expression instanceof Constant constant) {
            return constant.type() + "." + constant.name();
        }
        if (expression instanceof Truth truth) {
            return Boolean.toString(truth.value());
        }
        if (expression instanceof Arithmetic arithmetic) {
            String function = switch (arithmetic.sign()) {
                case PLUS -> "plus";
                case MINUS -> "minus";
                case TIMES -> "times";
                case MIN -> "min";
                case MAX -> "max";
            };
            return call(function, value(arithmetic.left()), value(arithmetic.right()));
        }
        if (expression instanceof Unary unary) {
            String function = switch (unary.function()) {
                case NEGATE -> "negate";
                case ABS -> "abs";
            };
            return call(function, value(unary.of()));
        }
        if (expression instanceof Call function) {
            return function.arguments().stream()
                    .map(this::value)
                    .collect(Collectors.joining(", ", "Figures." + function.function() + "( ", " )"));
        }
        return holds(expression);
    }

    String variable(String name) {
        Source source = scope.source(name);
        return source.component() != null && fact.equals(source.fact())
                ? PrintedScope.own(source.component())
                : source.text();
    }

    private ValueType type(Expression expression) {
        if (expression instanceof Component component) {
            return component(component).type();
        }
        if (expression instanceof Variable variable) {
            return scope.type(variable.name());
        }
        if (expression instanceof Text) {
            return ValueType.TEXT;
        }
        if (expression instanceof Constant constant) {
            return ValueType.constant(Vocabulary.enumeration(constant.type()).orElseThrow());
        }
        if (expression instanceof Digit || expression instanceof Arithmetic || expression instanceof Unary) {
            return ValueType.DECIMAL;
        }
        if (expression instanceof Call call) {
            return Vocabulary.function(call.function()).orElseThrow().result();
        }
        return ValueType.BOOLEAN;
    }

    private FactType.Component component(Component component) {
        if (type == null) {
            throw new IllegalArgumentException("a component outside a pattern: " + component);
        }
        return type.component(component.name()).orElseThrow();
    }

    private static String call(String function, String... arguments) {
        return "Calc." + function + "( " + String.join(", ", arguments) + " )";
    }

    private static String literal(String text) {
        if (text.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("not a plain text: " + text);
        }
        return '"' + text + '"';
    }
}
