package cadre.engine.wording;

import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Condition;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                        new Source.Matched(Vocabulary.type(type).orElseThrow(), i + 1, each.within() || named == 1));
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

    private static String looks(Pattern pattern) {
        return pattern.terms().stream()
                .map(term -> term instanceof Condition.Term.Test test
                        ? RuleText.left(test.of()).replaceAll("\\$\\w+", "\\$")
                        : ((Condition.Term.Binding) term).component() + " ")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
