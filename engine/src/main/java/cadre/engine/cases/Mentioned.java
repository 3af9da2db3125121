package cadre.engine.cases;

import cadre.engine.edition.Edition;
import cadre.engine.language.Condition;
import cadre.engine.language.Expression;
import cadre.engine.language.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the rules of an edition look at: types of facts, rule by rule, and the texts they compare with. */
final class Mentioned {
    private final TreeMap<String, Set<String>> types = new TreeMap<>();
    private final Set<String> anywhere = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();

    Mentioned(Edition edition) {
        for (Rule rule : edition.rules()) {
            Set<String> seen = types.computeIfAbsent(rule.id(), id -> new TreeSet<>());
            rule.when().forEach(condition -> condition(condition, seen));
            anywhere.addAll(seen);
        }
    }

    boolean anywhere(String type) {
        return anywhere.contains(type);
    }

    Set<String> types(String criterion) {
        return types.getOrDefault(criterion, Set.of());
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    private void condition(Condition condition, Set<String> seen) {
        if (condition instanceof Condition.Pattern pattern) {
            pattern(pattern, seen);
        } else if (condition instanceof Condition.Not not) {
            not.of().forEach(each -> condition(each, seen));
        } else if (condition instanceof Condition.Exists exists) {
            exists.of().forEach(each -> condition(each, seen));
        } else if (condition instanceof Condition.Forall forall) {
            pattern(forall.each(), seen);
            forall.satisfies().forEach(each -> pattern(each, seen));
        } else if (condition instanceof Condition.Accumulate accumulate) {
            accumulate.over().forEach(each -> pattern(each, seen));
        }
    }

    private void pattern(Condition.Pattern pattern, Set<String> seen) {
        seen.add(pattern.type());
        for (Condition.Term term : pattern.terms()) {
            if (term instanceof Condition.Term.Test test) {
                expression(test.of());
            }
        }
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Text text) {
            texts.add(text.value());
        } else if (expression instanceof Expression.Comparison comparison) {
            expression(comparison.left());
            expression(comparison.right());
        } else if (expression instanceof Expression.In in) {
            in.options().forEach(this::expression);
        } else if (expression instanceof Expression.And and) {
            expression(and.left());
            expression(and.right());
        } else if (expression instanceof Expression.Or or) {
            expression(or.left());
            expression(or.right());
        }
    }
}
