package cadre.engine.language;

import cadre.engine.document.Problems;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The worst join of a rule: how many combinations of facts are tried if a case file has as many facts of each type as it
 * may have. A deadline acts only between firings, so a join must be small before it is run.
 */
final class JoinCost {
    private static final long CAPPED = 1_000_000_000L;

    private JoinCost() {}

    static void check(Rule rule, Problems problems) {
        long cost = of(rule);
        if (cost > Limits.COST) {
            problems.add("language.join-too-large", rule.place(), rule.id(), cost, Limits.COST);
        }
        long joined = rule.when().stream()
                .filter(c -> c instanceof Condition.Pattern || c instanceof Condition.Accumulate)
                .count();
        if (joined > Limits.JOINED) {
            problems.add("language.too-many", rule.place(), Limits.JOINED);
        }
    }

    /**
     * Product of the open patterns times (1 + the sum of the same over its not, exists, forall and accumulate). A pattern
     * counts 200, or 1 if it asks for one fact only.
     *
     * @return at least 1; a thousand million stands for that or more
     */
    static long of(Rule rule) {
        return of(rule.when());
    }

    private static long of(List<? extends Condition> conditions) {
        long product = 1;
        long inner = 1;
        for (Condition condition : conditions) {
            if (condition instanceof Pattern pattern) {
                product = times(product, of(pattern));
            } else if (condition instanceof Condition.Not not) {
                inner += of(not.of());
            } else if (condition instanceof Condition.Exists exists) {
                inner += of(exists.of());
            } else if (condition instanceof Condition.Forall forall) {
                inner += times(of(forall.each()), 1 + of(forall.satisfies()));
            } else if (condition instanceof Condition.Accumulate accumulate) {
                inner += of(accumulate.over());
            }
        }
        return times(product, inner);
    }

    private static long times(long a, long b) {
        return Math.min(CAPPED, Math.min(CAPPED, a) * Math.min(CAPPED, b));
    }

    private static long of(Pattern pattern) {
        String key = Vocabulary.uniqueKey(pattern.type()).orElse("id");
        if (key.isEmpty()) {
            return 1;
        }
        Set<String> own = new HashSet<>();
        pattern.terms().forEach(term -> {
            if (term instanceof Term.Binding binding) {
                own.add(binding.variable());
            }
        });
        boolean one = pattern.terms().stream()
                .filter(Term.Test.class::isInstance)
                .flatMap(term -> conjuncts(((Term.Test) term).of()))
                .anyMatch(test -> asksForOne(test, key, own));
        if (one) {
            return 1;
        }
        return pattern.type().equals("Unverified")
                ? Limits.FACTS * Vocabulary.lists().size()
                : Limits.FACTS;
    }

    private static Stream<Expression> conjuncts(Expression e) {
        return e instanceof Expression.And and
                ? Stream.concat(conjuncts(and.left()), conjuncts(and.right()))
                : Stream.of(e);
    }

    private static boolean asksForOne(Expression test, String key, Set<String> own) {
        if (!(test instanceof Expression.Comparison equality) || equality.operator() != Expression.Operator.EQUAL) {
            return false;
        }
        return (isKey(equality.left(), key) && isElsewhere(equality.right(), own))
                || (isKey(equality.right(), key) && isElsewhere(equality.left(), own));
    }

    private static boolean isKey(Expression e, String key) {
        return e instanceof Expression.Component component
                && (component.name().equals(key) || component.name().equals("id"));
    }

    /** Whether the value does not come from the pattern's own fact. */
    private static boolean isElsewhere(Expression e, Set<String> own) {
        return Parts.of(e)
                .noneMatch(part -> part instanceof Expression.Component
                        || part instanceof Expression.Nothing
                        || (part instanceof Expression.Variable variable && own.contains(variable.name())));
    }
}
