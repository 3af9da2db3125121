package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.facts.FunctionSignature;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.ValueType.Kind;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Expression.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type of every expression. Tells what does not fit, each thing once, and goes on with what does. */
final class Typing {
    private final Codes codes;
    private final Problems problems;

    Typing(Codes codes, Problems problems) {
        this.codes = codes;
        this.problems = problems;
    }

    /** Whether so many problems have been told that nobody would read more. */
    boolean full() {
        return problems.size() >= Limits.PROBLEMS;
    }

    /** Checks an expression that must be true or false. */
    void test(Expression e, Scope scope) {
        if (full()) {
            return;
        }
        if (e instanceof Expression.And and) {
            test(and.left(), scope);
            test(and.right(), scope);
        } else if (e instanceof Expression.Or or) {
            test(or.left(), scope);
            test(or.right(), scope);
        } else if (e instanceof Expression.Comparison comparison) {
            comparison(comparison, scope);
        } else if (e instanceof Expression.In in) {
            in(in, scope);
        } else if (e instanceof Expression.Contains contains) {
            contains(contains, scope);
        } else if (e instanceof Expression.Truth) {
            problems.add("language.constant-test", e.place());
        } else {
            Expression of = e instanceof Expression.Negation negation ? negation.of() : e;
            value(of, scope)
                    .filter(typed -> !typed.is(Kind.BOOLEAN))
                    .ifPresent(typed -> problems.add(
                            "language.not-a-test", e.place(), typed.type().label()));
        }
    }

    /** The type of a value, or nothing if it has none, which has then been told. */
    Optional<Typed> value(Expression e, Scope scope) {
        if (full()) {
            return Optional.empty();
        }
        if (e instanceof Expression.Variable variable) {
            return variable(variable, scope);
        } else if (e instanceof Expression.Component component) {
            return component(component, scope);
        } else if (e instanceof Expression.Text) {
            return Optional.of(Typed.of(ValueType.TEXT));
        } else if (e instanceof Expression.Digit) {
            return Optional.of(Typed.of(ValueType.DECIMAL));
        } else if (e instanceof Expression.Truth) {
            return Optional.of(Typed.of(ValueType.BOOLEAN));
        } else if (e instanceof Expression.Constant constant) {
            return constant(constant);
        } else if (e instanceof Expression.Arithmetic sum) {
            Optional<Typed> left = decimal(sum.left(), scope);
            Optional<Typed> right = decimal(sum.right(), scope);
            return left.flatMap(l -> right.map(r -> Typed.computed(ValueType.DECIMAL, l.nullable() || r.nullable())));
        } else if (e instanceof Expression.Unary unary) {
            return decimal(unary.of(), scope).map(of -> Typed.computed(ValueType.DECIMAL, of.nullable()));
        } else if (e instanceof Expression.Call call) {
            return call(call, scope);
        } else if (e instanceof Expression.Nothing) {
            problems.add("language.null-alone", e.place());
        } else {
            problems.add("language.test-as-value", e.place());
        }
        return Optional.empty();
    }

    private Optional<Typed> variable(Expression.Variable variable, Scope scope) {
        if (!scope.has(variable.name())) {
            problems.add(
                    "language.unknown-variable",
                    variable.place(),
                    variable.name(),
                    Meant.by(variable.name(), scope.variables()));
        }
        return scope.variable(variable.name());
    }

    Optional<Typed> component(Expression.Component component, Scope scope) {
        Optional<Typed> typed = scope.component(component.name());
        if (typed.isEmpty()) {
            unknownComponent(component.name(), component.place(), scope);
        }
        return typed;
    }

    void unknownComponent(String name, Place place, Scope scope) {
        scope.fact()
                .ifPresent(fact -> problems.add(
                        "language.unknown-component",
                        place,
                        name,
                        fact.name(),
                        Meant.by(
                                name,
                                fact.components().stream()
                                        .filter(c -> !c.hidden())
                                        .map(c -> c.name())
                                        .toList())));
    }

    private Optional<Typed> constant(Expression.Constant constant) {
        Optional<Class<?>> type = Vocabulary.enumeration(constant.type());
        if (type.isEmpty()) {
            problems.add(
                    "language.unknown-constant",
                    constant.place(),
                    constant.type() + "." + constant.name(),
                    Meant.by(constant.type(), enumerations()));
            return Optional.empty();
        }
        List<String> names = Arrays.stream(type.get().getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .toList();
        if (!names.contains(constant.name())) {
            problems.add(
                    "language.unknown-constant",
                    constant.place(),
                    constant.type() + "." + constant.name(),
                    Meant.by(constant.name(), names));
            return Optional.empty();
        }
        return Optional.of(Typed.of(ValueType.constant(type.get())));
    }

    private static Set<String> enumerations() {
        return Vocabulary.types().stream()
                .flatMap(type -> type.components().stream())
                .filter(c -> !c.hidden() && c.type().kind() == Kind.CONSTANT)
                .map(c -> c.type().label())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Typed> decimal(Expression e, Scope scope) {
        return value(e, scope).filter(typed -> {
            if (!typed.is(Kind.DECIMAL)) {
                problems.add(
                        typed.is(Kind.FRACTION) ? "language.fraction-outside-figures" : "language.not-a-decimal",
                        e.place(),
                        typed.type().label());
            }
            return typed.is(Kind.DECIMAL);
        });
    }

    private Optional<Typed> call(Expression.Call call, Scope scope) {
        Optional<FunctionSignature> found = Vocabulary.function(call.function());
        List<Optional<Typed>> arguments =
                call.arguments().stream().map(a -> value(a, scope)).toList();
        if (found.isEmpty()) {
            problems.add(
                    "language.unknown-function",
                    call.place(),
                    call.function(),
                    Meant.by(
                            call.function(),
                            FunctionSignature.all().stream()
                                    .map(FunctionSignature::name)
                                    .toList()));
            return Optional.empty();
        }
        FunctionSignature function = found.get();
        if (arguments.size() != function.parameters().size()) {
            problems.add("language.argument-count", call.place(), signature(function), arguments.size());
            return Optional.empty();
        }
        boolean nullable = function.partial();
        for (int i = 0; i < arguments.size(); i++) {
            ValueType wanted = function.parameters().get(i);
            Optional<Typed> given = arguments.get(i);
            if (given.isPresent() && !given.get().type().equals(wanted)) {
                problems.add(
                        "language.argument-type",
                        call.arguments().get(i).place(),
                        signature(function),
                        wanted.label(),
                        given.get().type().label());
            }
            nullable |= given.isPresent() && given.get().nullable() && !function.takesMissing(i);
        }
        return Optional.of(Typed.computed(function.result(), nullable));
    }

    private static String signature(FunctionSignature function) {
        return "Figures." + function.name()
                + function.parameters().stream().map(ValueType::label).collect(Collectors.joining(", ", "( ", " )"));
    }

    private void comparison(Expression.Comparison e, Scope scope) {
        if (e.left() instanceof Expression.Nothing) {
            problems.add("language.null-first", e.left().place());
        } else if (e.right() instanceof Expression.Nothing) {
            asksForMissing(e, scope);
        } else {
            Optional<Typed> left = side(e.left(), scope);
            Optional<Typed> right = side(e.right(), scope);
            if (left.isPresent() && right.isPresent()) {
                sides(e, left.get(), right.get());
            }
        }
    }

    private void asksForMissing(Expression.Comparison e, Scope scope) {
        boolean plain = e.left() instanceof Expression.Component
                || e.left() instanceof Expression.Variable
                || e.left() instanceof Expression.Call;
        Optional<Typed> left = value(e.left(), scope);
        if (e.operator() != Operator.EQUAL && e.operator() != Operator.UNEQUAL) {
            problems.add("language.null-alone", e.right().place());
        } else if (!plain || left.filter(typed -> !typed.nullable()).isPresent()) {
            problems.add("language.never-missing", e.left().place());
        }
    }

    private Optional<Typed> side(Expression e, Scope scope) {
        return value(e, scope).filter(typed -> {
            if (typed.is(Kind.FRACTION)) {
                problems.add("language.fraction-outside-figures", e.place());
            }
            return !typed.is(Kind.FRACTION);
        });
    }

    private void sides(Expression.Comparison e, Typed left, Typed right) {
        boolean ordered = e.operator() != Operator.EQUAL && e.operator() != Operator.UNEQUAL;
        if (!left.type().equals(right.type())) {
            problems.add(
                    "language.different-types",
                    e.place(),
                    left.type().label(),
                    right.type().label());
        } else if (left.is(Kind.TEXTS)) {
            problems.add("language.list-compared", e.place());
        } else if (ordered && !left.is(Kind.DECIMAL) && !left.is(Kind.DATE)) {
            problems.add(
                    "language.not-ordered",
                    e.place(),
                    left.type().label(),
                    e.operator().sign());
        } else if (!looksAtAnything(e.left()) && !looksAtAnything(e.right())) {
            problems.add("language.constant-test", e.place());
        }
        code(left, e.right());
        code(right, e.left());
    }

    private static boolean looksAtAnything(Expression e) {
        return Parts.of(e).anyMatch(p -> p instanceof Expression.Component || p instanceof Expression.Variable);
    }

    private void in(Expression.In e, Scope scope) {
        Optional<Typed> left = side(e.left(), scope);
        if (left.isPresent() && !left.get().is(Kind.TEXT) && !left.get().is(Kind.CONSTANT)) {
            problems.add("language.in-type", e.place(), left.get().type().label());
            left = Optional.empty();
        }
        if (!looksAtAnything(e.left())) {
            problems.add("language.constant-test", e.place());
        }
        for (Expression option : e.options()) {
            option(option, left.orElse(null), scope);
        }
    }

    private void option(Expression option, @Nullable Typed left, Scope scope) {
        Optional<Typed> typed = side(option, scope);
        if (left != null && typed.isPresent()) {
            if (!typed.get().type().equals(left.type())) {
                problems.add(
                        "language.different-types",
                        option.place(),
                        left.type().label(),
                        typed.get().type().label());
            } else {
                code(left, option);
            }
        }
    }

    private void contains(Expression.Contains e, Scope scope) {
        value(e.left(), scope)
                .filter(l -> !l.is(Kind.TEXTS))
                .ifPresent(l -> problems.add(
                        "language.contains-list", e.place(), l.type().label()));
        value(e.right(), scope)
                .filter(r -> !r.is(Kind.TEXT))
                .ifPresent(r -> problems.add(
                        "language.different-types",
                        e.place(),
                        ValueType.TEXT.label(),
                        r.type().label()));
    }

    private void code(Typed of, Expression literal) {
        if (literal instanceof Expression.Text text) {
            codes.check(of, text.value(), text.place(), problems);
        }
    }
}
