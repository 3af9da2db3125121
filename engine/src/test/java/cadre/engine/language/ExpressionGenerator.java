package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.facts.CodeKind;
import cadre.engine.facts.FactType;
import cadre.engine.facts.FunctionSignature;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.ValueType.Kind;
import cadre.engine.language.Expression.Operator;
import cadre.engine.language.Expression.Sign;
import cadre.engine.language.Expression.UnaryFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes expressions that are well typed in a scope. */
final class ExpressionGenerator {
    static final Place NOWHERE = Place.at("generated", 1, 1);

    private final Names names;
    private final Set<String> criteria;
    private final Random random;

    ExpressionGenerator(Names names, Set<String> criteria, Random random) {
        this.names = names;
        this.criteria = criteria;
        this.random = random;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Something true or false of a pattern's fact, or of variables alone if the scope has no fact. */
    Optional<Expression> test(Scope scope, Set<String> ownVariables, int depth) {
        if (depth > 0 && chance(25)) {
            Optional<Expression> left = test(scope, ownVariables, depth - 1);
            Optional<Expression> right = test(scope, ownVariables, depth - 1);
            return left.flatMap(l ->
                    right.map(r -> chance(50) ? new Expression.And(l, r, NOWHERE) : new Expression.Or(l, r, NOWHERE)));
        }
        List<Expression> subjects = new ArrayList<>(components(scope));
        if (subjects.isEmpty() || chance(15)) {
            subjects.addAll(variables(scope));
        }
        subjects.removeIf(s -> typed(s, scope).is(Kind.FRACTION));
        return subjects.isEmpty() ? Optional.empty() : Optional.of(about(pick(subjects), scope, ownVariables));
    }

    private Expression about(Expression subject, Scope scope, Set<String> ownVariables) {
        Typed typed = typed(subject, scope);
        boolean settled = !(subject instanceof Expression.Variable v && ownVariables.contains(v.name()));
        if (typed.nullable() && settled && chance(15)) {
            return new Expression.Comparison(equality(), subject, new Expression.Nothing(NOWHERE), NOWHERE);
        }
        return switch (typed.type().kind()) {
            case BOOLEAN -> truth(subject);
            case TEXTS -> new Expression.Contains(subject, text(scope, typed), NOWHERE);
            case TEXT, CONSTANT -> member(subject, typed, scope);
            case DATE ->
                new Expression.Comparison(pick(operators()), subject, value(ValueType.DATE, scope, 2), NOWHERE);
            case DECIMAL -> decimalTest(subject, scope);
            case FRACTION -> throw new IllegalStateException();
        };
    }

    private Expression decimalTest(Expression subject, Scope scope) {
        Optional<Expression> question = chance(10) ? call(ValueType.BOOLEAN, scope, 1) : Optional.empty();
        if (question.isPresent() && mentionsSomething(question.get())) {
            return chance(70)
                    ? question.get()
                    : new Expression.Comparison(
                            Operator.EQUAL, question.get(), new Expression.Truth(false, NOWHERE), NOWHERE);
        }
        Expression left = chance(70)
                ? subject
                : new Expression.Arithmetic(pick(leftSigns()), subject, value(ValueType.DECIMAL, scope, 1), NOWHERE);
        return new Expression.Comparison(pick(operators()), left, value(ValueType.DECIMAL, scope, 2), NOWHERE);
    }

    private static boolean mentionsSomething(Expression e) {
        return Parts.of(e).anyMatch(p -> p instanceof Expression.Variable || p instanceof Expression.Component);
    }

    private Expression truth(Expression subject) {
        return switch (random.nextInt(4)) {
            case 0 -> new Expression.Negation(subject, NOWHERE);
            case 1 ->
                new Expression.Comparison(
                        equality(), subject, new Expression.Truth(random.nextBoolean(), NOWHERE), NOWHERE);
            default -> subject;
        };
    }

    private Expression member(Expression subject, Typed typed, Scope scope) {
        if (chance(60)) {
            return new Expression.Comparison(equality(), subject, literal(typed, scope), NOWHERE);
        }
        List<Expression> options = Stream.generate(() -> literal(typed, scope))
                .limit(1 + random.nextInt(3))
                .toList();
        return new Expression.In(subject, options, NOWHERE);
    }

    private Expression literal(Typed typed, Scope scope) {
        Class<?> enumeration = typed.type().enumeration();
        if (enumeration != null) {
            Object constant = pick(Arrays.asList(enumeration.getEnumConstants()));
            return new Expression.Constant(enumeration.getSimpleName(), ((Enum<?>) constant).name(), NOWHERE);
        }
        return text(scope, typed);
    }

    private Expression text(Scope scope, Typed typed) {
        List<Expression> known = ofType(ValueType.TEXT, scope);
        if (!known.isEmpty() && chance(40)) {
            return pick(known);
        }
        if (typed.origin().equals("Unverified.type")) {
            return new Expression.Text(pick(List.of("Lead", "Incident", "Sanction")), NOWHERE);
        }
        CodeKind code = typed.code();
        Set<String> codes =
                code == null ? Set.of() : names.codes(code, criteria).orElse(Set.of());
        return new Expression.Text(
                codes.isEmpty() ? pick(List.of("%", "U-17", "县", "a'b")) : pick(List.copyOf(new TreeSet<>(codes))),
                NOWHERE);
    }

    private Operator equality() {
        return chance(70) ? Operator.EQUAL : Operator.UNEQUAL;
    }

    private static List<Operator> operators() {
        return Arrays.asList(Operator.values());
    }

    private static List<Sign> leftSigns() {
        return List.of(Sign.PLUS, Sign.MINUS, Sign.TIMES);
    }

    /** A value of this type for the left of a rule: text, date or decimal. */
    private Expression value(ValueType type, Scope scope, int depth) {
        List<Expression> known = ofType(type, scope);
        if (type.equals(ValueType.DECIMAL) && depth > 0 && chance(25)) {
            return new Expression.Arithmetic(
                    pick(leftSigns()), value(type, scope, depth - 1), value(type, scope, depth - 1), NOWHERE);
        }
        if (depth > 0 && (known.isEmpty() || chance(20))) {
            Optional<Expression> call = call(type, scope, depth - 1);
            if (call.isPresent()) {
                return call.get();
            }
        }
        if (type.equals(ValueType.DECIMAL) && (known.isEmpty() || chance(25))) {
            return new Expression.Digit(random.nextInt(2), NOWHERE);
        }
        return pick(known);
    }

    /** A call of some function of Figures with this result, if the scope has what one takes. */
    private Optional<Expression> call(ValueType result, Scope scope, int depth) {
        List<FunctionSignature> fitting = FunctionSignature.all().stream()
                .filter(f -> f.result().equals(result))
                .filter(f -> f.parameters().stream()
                        .allMatch(p ->
                                p.equals(ValueType.DECIMAL) || !ofType(p, scope).isEmpty()))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        FunctionSignature function = pick(fitting);
        List<Expression> arguments = function.parameters().stream()
                .map(p -> p.equals(ValueType.DECIMAL) ? value(p, scope, depth) : pick(ofType(p, scope)))
                .toList();
        return Optional.of(new Expression.Call(function.name(), arguments, NOWHERE));
    }

    private List<Expression> ofType(ValueType type, Scope scope) {
        return Stream.concat(components(scope).stream(), variables(scope).stream())
                .filter(e -> typed(e, scope).type().equals(type))
                .toList();
    }

    private static List<Expression> components(Scope scope) {
        return scope.fact().stream()
                .flatMap(f -> f.components().stream())
                .filter(c -> !c.hidden())
                .<Expression>map(c -> new Expression.Component(c.name(), NOWHERE))
                .toList();
    }

    static List<Expression> variables(Scope scope) {
        return scope.variables().stream()
                .<Expression>map(v -> new Expression.Variable(v, NOWHERE))
                .toList();
    }

    Typed typed(Expression e, Scope scope) {
        Problems problems = new Problems();
        return new Typing(new Codes(names, Optional.of(criteria)), problems)
                .value(e, scope)
                .orElseThrow(() -> new IllegalStateException(e + " " + problems.all()));
    }

    /** A decimal for the right of a rule that is surely there, and 0 or more. */
    Expression points(Scope scope) {
        Expression value = rightOperand(scope, 2);
        if (typed(value, scope).nullable()) {
            value = new Expression.Call(
                    "orElse", List.of(value, new Expression.Digit(random.nextInt(2), NOWHERE)), NOWHERE);
        }
        if (value instanceof Expression.Digit) {
            return value;
        }
        return chance(50)
                ? new Expression.Unary(UnaryFunction.ABS, value, NOWHERE)
                : new Expression.Arithmetic(Sign.MAX, value, new Expression.Digit(0, NOWHERE), NOWHERE);
    }

    /** A decimal from 0 to 1 for the right of a rule. */
    Expression share(Scope scope) {
        Expression value = points(scope);
        return value instanceof Expression.Digit
                ? value
                : new Expression.Arithmetic(Sign.MIN, value, new Expression.Digit(1, NOWHERE), NOWHERE);
    }

    private Expression rightOperand(Scope scope, int depth) {
        List<Expression> known = ofType(ValueType.DECIMAL, scope);
        if (known.isEmpty() && depth < 2) {
            return new Expression.Digit(random.nextInt(2), NOWHERE);
        }
        int kind = depth == 0 ? 3 : random.nextInt(5);
        if (kind == 0 && !known.isEmpty()) {
            return new Expression.Arithmetic(
                    pick(Arrays.asList(Sign.values())),
                    receiver(scope, depth),
                    rightOperand(scope, depth - 1),
                    NOWHERE);
        } else if (kind == 1 && !known.isEmpty()) {
            return new Expression.Unary(pick(Arrays.asList(UnaryFunction.values())), receiver(scope, depth), NOWHERE);
        } else if (kind == 2) {
            Optional<Expression> call = callOnRight(scope, depth);
            if (call.isPresent()) {
                return call.get();
            }
        }
        return known.isEmpty() || chance(20) ? new Expression.Digit(random.nextInt(2), NOWHERE) : pick(known);
    }

    private Expression receiver(Scope scope, int depth) {
        Expression on = rightOperand(scope, depth - 1);
        return on instanceof Expression.Digit ? pick(ofType(ValueType.DECIMAL, scope)) : on;
    }

    private Optional<Expression> callOnRight(Scope scope, int depth) {
        return call(ValueType.DECIMAL, scope, 0)
                .map(e -> (Expression.Call) e)
                .map(e -> new Expression.Call(
                        e.function(),
                        e.arguments().stream()
                                .map(a -> typed(a, scope).is(Kind.DECIMAL) && chance(30)
                                        ? rightOperand(scope, depth - 1)
                                        : a)
                                .toList(),
                        NOWHERE));
    }

    static List<FactType.Component> visible(FactType type) {
        return type.components().stream().filter(c -> !c.hidden()).toList();
    }
}
