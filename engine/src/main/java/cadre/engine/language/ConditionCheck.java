package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Stratum;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Condition.Function;
import cadre.engine.language.Condition.Measure;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what stands on the left of one rule. */
final class ConditionCheck {
    /** From which stratum on a type can be seen; all others from the first on. */
    private static final Map<String, Stratum> SEEN_FROM =
            Map.of("Finding", Stratum.ADJUST, "DimensionScore", Stratum.GRADE, "Result", Stratum.USE);

    private static final java.util.regex.Pattern VARIABLE = java.util.regex.Pattern.compile("\\$[a-z][A-Za-z0-9]*");

    private final Rule rule;
    private final Codes codes;
    private final Problems problems;
    private final Typing typing;
    private final Set<String> bound = new HashSet<>();

    ConditionCheck(Rule rule, Codes codes, Problems problems) {
        this.rule = rule;
        this.codes = codes;
        this.problems = problems;
        this.typing = new Typing(codes, problems);
    }

    /** The variables that the right of the rule can use. */
    Scope check() {
        return all(rule.when(), Scope.EMPTY);
    }

    private Scope all(List<? extends Condition> conditions, Scope from) {
        Scope scope = from;
        for (Condition condition : conditions) {
            if (!typing.full()) {
                scope = one(condition, scope);
            }
        }
        return scope;
    }

    private Scope one(Condition condition, Scope scope) {
        if (condition instanceof Pattern pattern) {
            return pattern(pattern, scope);
        } else if (condition instanceof Condition.Given given) {
            return given(given, scope);
        } else if (condition instanceof Condition.Not not) {
            all(not.of(), scope);
        } else if (condition instanceof Condition.Exists exists) {
            all(exists.of(), scope);
        } else if (condition instanceof Condition.Forall forall) {
            all(forall.satisfies(), pattern(forall.each(), scope));
        } else if (condition instanceof Condition.Accumulate accumulate) {
            return accumulate(accumulate, scope);
        }
        return scope;
    }

    private Scope given(Condition.Given given, Scope scope) {
        Map<String, ValueType> parameters = codes.names().parameters();
        ValueType type = parameters.get(given.parameter());
        if (type == null) {
            problems.add(
                    "language.unknown-parameter",
                    given.place(),
                    given.parameter(),
                    Meant.by(given.parameter(), parameters.keySet()));
        }
        return bind(given.variable(), Optional.ofNullable(type).map(Typed::of), given.place(), scope);
    }

    private Scope bind(String variable, Optional<Typed> typed, Place place, Scope scope) {
        if (!VARIABLE.matcher(variable).matches()) {
            problems.add("language.variable-form", place, variable);
        }
        if (!bound.add(variable)) {
            problems.add("language.repeated-variable", place, variable);
        }
        return scope.with(variable, typed);
    }

    private Scope pattern(Pattern pattern, Scope outer) {
        Optional<FactType> type = type(pattern);
        Scope scope = outer.inside(type.orElse(null));
        for (Term term : pattern.terms()) {
            if (typing.full()) {
                break;
            }
            if (term instanceof Term.Binding binding) {
                Optional<Typed> typed = scope.bound(binding, pattern);
                if (typed.isEmpty()) {
                    typing.unknownComponent(binding.component(), binding.place(), scope);
                }
                scope = bind(binding.variable(), typed, binding.place(), scope);
            } else if (term instanceof Term.Test test) {
                typing.test(test.of(), scope);
            }
        }
        return scope.outside();
    }

    private Optional<FactType> type(Pattern pattern) {
        Optional<FactType> type =
                Vocabulary.type(pattern.type()).filter(t -> !t.name().equals("Parameter"));
        if (type.isEmpty()) {
            problems.add(
                    "language.unknown-type",
                    pattern.place(),
                    pattern.type(),
                    Meant.by(
                            pattern.type(),
                            Vocabulary.types().stream().map(FactType::name).toList()));
        }
        Stratum from = SEEN_FROM.getOrDefault(pattern.type(), Stratum.ASSESS);
        if (rule.stratum().compareTo(from) < 0) {
            problems.add(
                    "language.not-seen",
                    pattern.place(),
                    pattern.type(),
                    rule.stratum().group(),
                    from.group());
        }
        return type;
    }

    private Scope accumulate(Condition.Accumulate accumulate, Scope outer) {
        Scope inner = all(accumulate.over(), outer);
        Set<String> own = new HashSet<>(inner.variables());
        own.removeAll(outer.variables());
        Scope after = outer;
        for (Measure measure : accumulate.measures()) {
            measure(measure, own, inner);
            after = bind(measure.variable(), Optional.of(Typed.of(ValueType.DECIMAL)), measure.place(), after);
        }
        for (Expression test : accumulate.tests()) {
            Parts.of(test)
                    .filter(Expression.Component.class::isInstance)
                    .forEach(component -> problems.add("language.component-after-accumulate", component.place()));
            typing.test(test, after);
        }
        return after;
    }

    private void measure(Measure measure, Set<String> own, Scope inner) {
        if (!own.contains(measure.of())) {
            problems.add("language.measure-of", measure.place(), measure.of(), Meant.by(measure.of(), own));
        } else if (measure.function() != Function.COUNT) {
            inner.variable(measure.of())
                    .filter(typed -> !typed.is(ValueType.Kind.DECIMAL))
                    .ifPresent(typed -> problems.add(
                            "language.not-a-decimal",
                            measure.place(),
                            typed.type().label()));
        }
    }
}
