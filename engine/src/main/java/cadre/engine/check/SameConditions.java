package cadre.engine.check;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.language.Condition;
import cadre.engine.language.Condition.Accumulate;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Rules that fire on exactly the same facts, however their variables are called and in whatever order terms stand. */
final class SameConditions {
    private SameConditions() {}

    static void check(Edition edition, Problems problems) {
        Map<String, Rule> first = new HashMap<>();
        Map<String, Rule> twins = new HashMap<>();
        for (Rule rule : edition.rules()) {
            Meaning meaning = new Meaning();
            String conditions = rule.stratum() + "\n" + meaning.of(rule.when());
            String whole = conditions + "\n"
                    + Objects.requireNonNullElse(rule.notes().dimension(), "")
                    + rule.then().stream()
                            .map(RuleText::conclusion)
                            .map(meaning::spelt)
                            .collect(Collectors.joining("\n"));
            Rule twin = twins.putIfAbsent(whole, rule);
            Rule other = first.putIfAbsent(conditions, rule);
            if (twin != null) {
                problems.add("check.same-rule", rule.place(), rule.id(), twin.id(), twin.place());
            } else if (other != null) {
                problems.add("check.same-conditions", rule.place(), rule.id(), other.id(), other.place());
            }
        }
    }

    /** Says what conditions ask, with each variable spelt as what it stands for. */
    private static final class Meaning {
        private static final java.util.regex.Pattern VARIABLE = java.util.regex.Pattern.compile("\\$[A-Za-z0-9]+");

        private final Map<String, String> definitions = new HashMap<>();
        private int patterns;

        String of(List<? extends Condition> conditions) {
            List<String> said = new ArrayList<>();
            conditions.forEach(condition -> {
                String text = of(condition);
                if (!text.isEmpty()) {
                    said.add(text);
                }
            });
            return String.join("\n", said);
        }

        private String of(Condition condition) {
            if (condition instanceof Condition.Given given) {
                definitions.put(given.variable(), "<" + given.parameter() + ">");
                return "";
            } else if (condition instanceof Pattern pattern) {
                return of(pattern);
            } else if (condition instanceof Condition.Not not) {
                return "not( " + of(not.of()) + " )";
            } else if (condition instanceof Condition.Exists exists) {
                return "exists( " + of(exists.of()) + " )";
            } else if (condition instanceof Condition.Forall forall) {
                return "forall( " + of(forall.each()) + " " + of(forall.satisfies()) + " )";
            }
            Accumulate accumulate = (Accumulate) condition;
            String over = of(accumulate.over());
            accumulate
                    .measures()
                    .forEach(measure -> definitions.put(
                            measure.variable(),
                            "<" + measure.function() + " " + spelt(measure.of()) + " in " + patterns + ">"));
            return "accumulate( " + over + "; "
                    + accumulate.tests().stream()
                            .map(RuleText::left)
                            .map(this::spelt)
                            .collect(Collectors.toCollection(TreeSet::new))
                    + " )";
        }

        private String of(Pattern pattern) {
            int index = patterns++;
            pattern.terms().forEach(term -> {
                if (term instanceof Term.Binding binding) {
                    definitions.put(binding.variable(), "<" + index + " " + binding.component() + ">");
                }
            });
            return pattern.type()
                    + pattern.terms().stream()
                            .filter(Term.Test.class::isInstance)
                            .map(RuleText::term)
                            .map(this::spelt)
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        String spelt(String text) {
            return VARIABLE.matcher(text)
                    .replaceAll(
                            found -> Matcher.quoteReplacement(definitions.getOrDefault(found.group(), found.group())));
        }
    }
}
