package cadre.engine.wording;

import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Condition;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Expression;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers the patterns of a rule that match facts of one type by what they ask, so that their order does not matter. */
final class Matches {
    private final IdentityHashMap<Pattern, Source.Matched> byPattern = new IdentityHashMap<>();

    Matches(Rule rule) {
        List<Placed> placed = new ArrayList<>();
        rule.when().forEach(condition -> collect(condition, "", false, placed));
        Map<String, List<Placed>> byType = placed.stream()
                .collect(Collectors.groupingBy(each -> each.pattern().type()));
        byType.forEach((type, all) -> {
            List<Placed> ordered = all.stream()
                    .sorted(Comparator.comparing(Placed::within).thenComparing(Placed::looks))
                    .toList();
            long named = all.stream().filter(each -> !each.within()).count();
            for (int i = 0; i < ordered.size(); i++) {
                Placed each = ordered.get(i);
                byPattern.put(
                        each.pattern(),
                        new Source.Matched(
                                Vocabulary.type(type).orElseThrow(),
                                i + 1,
                                each.within() || named == 1,
                                code(each.pattern())));
            }
        });
    }

    Source.Matched of(Pattern pattern) {
        return java.util.Objects.requireNonNull(byPattern.get(pattern));
    }

    /**
     * A pattern, and how it looks apart from names of variables.
     *
     * @param within whether it stands alone inside of another condition, where nothing outside speaks of it
     */
    private record Placed(Pattern pattern, String looks, boolean within) {}

    private static void collect(Condition condition, String path, boolean alone, List<Placed> placed) {
        if (condition instanceof Pattern pattern) {
            placed.add(new Placed(pattern, path + looks(pattern), alone));
        } else if (condition instanceof Condition.Not not) {
            not.of().forEach(each -> collect(each, path + "not ", not.of().size() == 1, placed));
        } else if (condition instanceof Condition.Exists exists) {
            exists.of()
                    .forEach(each -> collect(each, path + "exists ", exists.of().size() == 1, placed));
        } else if (condition instanceof Condition.Forall forall) {
            collect(forall.each(), path + "forall ", false, placed);
            forall.satisfies().forEach(each -> collect(each, path + "satisfies ", false, placed));
        } else if (condition instanceof Condition.Accumulate accumulate) {
            accumulate.over().forEach(each -> collect(each, path + "accumulate ", false, placed));
        }
    }

    /** Of a pattern that asks for one indicator its code, for then the indicator's title says what is matched. */
    private static String code(Pattern pattern) {
        return pattern.type().equals("Indicator")
                ? pattern.terms().stream()
                        .filter(Condition.Term.Test.class::isInstance)
                        .flatMap(term -> conjuncts(((Condition.Term.Test) term).of()))
                        .flatMap(test -> code(test).stream())
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** The code that a test asks for. */
    static Optional<String> code(Expression test) {
        if (test instanceof Expression.Comparison c && c.operator() == Expression.Operator.EQUAL) {
            return code(c.left(), c.right()).or(() -> code(c.right(), c.left()));
        }
        return Optional.empty();
    }

    private static Optional<String> code(Expression component, Expression text) {
        return component instanceof Expression.Component code
                        && code.name().equals("code")
                        && text instanceof Expression.Text written
                ? Optional.of(written.value())
                : Optional.empty();
    }

    /** What stands between &&. */
    static Stream<Expression> conjuncts(Expression e) {
        return e instanceof Expression.And and
                ? Stream.concat(conjuncts(and.left()), conjuncts(and.right()))
                : Stream.of(e);
    }

    private static String looks(Pattern pattern) {
        return pattern.terms().stream()
                .map(term -> term instanceof Condition.Term.Test test
                        ? RuleText.left(test.of()).replaceAll("\\$\\w+", "\\$")
                        : ((Condition.Term.Binding) term).component() + " ")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
