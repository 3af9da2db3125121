package cadre.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Prints rules for Drools from the tree, never from the author's text: what Drools reads otherwise than an author means
 * it is never printed. See the table "Print defensively" in the design and docs/design/rulebook.md.
 *
 * <p>Only facts are bound, under names of our own; a variable is printed as the accessor it stands for, a parameter as a
 * constant, and all but equality of texts as a call that is false when a value is missing.
 */
public final class Printer {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final String HEAD = """
            package %s;

            import cadre.engine.facts.*;
            import cadre.engine.rulebook.words.Always;
            import cadre.engine.rulebook.words.Calc;
            import cadre.engine.rulebook.words.Measured;
            import cadre.engine.rulebook.words.Row;
            import accumulate cadre.engine.rulebook.words.Measuring measured;

            global cadre.engine.rulebook.words.Recorder findings;
            """;

    private Printer() {}

    /**
     * The text of one package.
     *
     * @param name the package
     * @param rules printed in this order; a firing names its rule by its index here
     * @param values of the parameters that the rules read: BigDecimal or Fraction
     */
    public static String print(String name, List<Rule> rules, Map<String, Object> values) {
        StringBuilder text = new StringBuilder(HEAD.formatted(name));
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!NAME.matcher(rule.id()).matches()) {
                throw new IllegalArgumentException("not an id: " + rule.id());
            }
            text.append('\n').append(new PrintedRule(rule, i, values).text());
        }
        return text.toString();
    }

    /** Names of a rule's variables without dollar sign, in the order in which a firing announces their values. */
    public static List<String> variables(Rule rule) {
        List<String> names = new ArrayList<>();
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Given given) {
                names.add(given.variable());
            } else if (condition instanceof Condition.Pattern open) {
                for (Condition.Term term : open.terms()) {
                    if (term instanceof Condition.Term.Binding binding) {
                        names.add(binding.variable());
                    }
                }
            } else if (condition instanceof Condition.Accumulate accumulate) {
                accumulate.measures().forEach(measure -> names.add(measure.variable()));
            }
        }
        return names.stream().map(name -> name.substring(1)).toList();
    }
}
