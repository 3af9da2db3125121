package cadre.engine.reference;

import cadre.engine.facts.Fact;
import cadre.engine.language.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks the conditions of a rule, one after the other, trying every fact for every pattern. */
final class Matching {
    private final FactsByType facts;
    private final Function<String, @Nullable Object> parameters;

    /**
     * A walk over some facts.
     *
     * @param parameters value of a parameter by its name, or null if it has none
     */
    Matching(FactsByType facts, Function<String, @Nullable Object> parameters) {
        this.facts = facts;
        this.parameters = parameters;
    }

    /**
     * Finds every way to satisfy all conditions.
     *
     * @param found told each way; answers whether that is enough
     * @return whether it was enough
     */
    boolean walk(List<? extends Condition> conditions, Match from, Predicate<Match> found) {
        if (conditions.isEmpty()) {
            return found.test(from);
        }
        List<? extends Condition> rest = conditions.subList(1, conditions.size());
        return step(conditions.get(0), from, next -> walk(rest, next, found));
    }

    /** Finds every way to satisfy one condition. */
    boolean step(Condition condition, Match from, Predicate<Match> found) {
        if (condition instanceof Condition.Pattern pattern) {
            for (Fact fact : facts.of(pattern.type())) {
                Match next = fit(pattern, fact, from);
                if (next != null && found.test(next)) {
                    return true;
                }
            }
            return false;
        } else if (condition instanceof Condition.Given given) {
            Object value = parameters.apply(given.parameter());
            return value != null && found.test(from.with(given.variable(), value));
        } else if (condition instanceof Condition.Not not) {
            return !possible(not.of(), from) && found.test(from);
        } else if (condition instanceof Condition.Exists exists) {
            return possible(exists.of(), from) && found.test(from);
        } else if (condition instanceof Condition.Forall forall) {
            boolean counterexample = step(forall.each(), from, each -> !possible(forall.satisfies(), each));
            return !counterexample && found.test(from);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            Match next = measure(accumulate, from);
            return next != null
                    && accumulate.tests().stream().allMatch(test -> Meaning.holds(test, null, next))
                    && found.test(next);
        }
        throw new IllegalStateException(String.valueOf(condition));
    }

    private boolean possible(List<? extends Condition> conditions, Match from) {
        return walk(conditions, from, match -> true);
    }

    /** The match with this fact, if every term of the pattern holds for it. */
    static @Nullable Match fit(Condition.Pattern pattern, Fact fact, Match from) {
        Match match = from;
        for (Condition.Term term : pattern.terms()) {
            if (term instanceof Condition.Term.Binding binding) {
                match = match.with(binding.variable(), Meaning.component(fact, binding.component()));
            } else if (term instanceof Condition.Term.Test test && !Meaning.holds(test.of(), fact, match)) {
                return null;
            }
        }
        return match.with(fact);
    }

    private @Nullable Match measure(Condition.Accumulate accumulate, Match from) {
        List<Match> counted = new ArrayList<>();
        walk(accumulate.over(), from, match -> {
            counted.add(match);
            return false;
        });
        Match measured = from;
        for (Condition.Measure measure : accumulate.measures()) {
            BigDecimal value = measure(measure, counted);
            if (value == null) {
                return null;
            }
            measured = measured.with(measure.variable(), value);
        }
        return measured;
    }

    private static @Nullable BigDecimal measure(Condition.Measure measure, List<Match> counted) {
        List<Object> values = new ArrayList<>();
        for (Match match : counted) {
            Object value = match.value(measure.of());
            if (value != null) {
                values.add(value);
            }
        }
        return switch (measure.function()) {
            case COUNT -> BigDecimal.valueOf(values.size());
            case SUM -> values.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
            case MIN ->
                values.stream()
                        .map(BigDecimal.class::cast)
                        .reduce(BigDecimal::min)
                        .orElse(null);
            case MAX ->
                values.stream()
                        .map(BigDecimal.class::cast)
                        .reduce(BigDecimal::max)
                        .orElse(null);
        };
    }

    /** Facts of every combination that an accumulate counts, that is, of which at least one measured value is there. */
    Set<Fact> counted(Condition.Accumulate accumulate, Match from) {
        Set<Fact> counted = new HashSet<>();
        int before = from.facts().size();
        walk(accumulate.over(), from, match -> {
            if (accumulate.measures().stream().anyMatch(measure -> match.value(measure.of()) != null)) {
                List<Fact> all = match.facts();
                counted.addAll(all.subList(before, all.size()));
            }
            return false;
        });
        return counted;
    }
}
