package cadre.engine.language;

import cadre.engine.facts.Stratum;
import cadre.engine.language.Condition.Measure;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one canonical spelling of a rule, as an author would write it. Read again it gives the same tree, places apart. For
 * people; what Drools compiles is printed by {@link Printer}.
 */
public final class RuleText {
    private RuleText() {}

    /** A whole file. */
    public static String of(RuleFile file) {
        return file.rules().stream().map(RuleText::of).collect(Collectors.joining("\n"));
    }

    public static String of(Rule rule) {
        StringBuilder text = new StringBuilder("rule \"")
                .append((rule.id() + " " + rule.notes().title()).strip())
                .append("\"\n");
        notes(rule.notes(), text);
        if (rule.stratum() != Stratum.ASSESS) {
            text.append("    agenda-group \"").append(rule.stratum().group()).append("\"\n");
        }
        text.append("when\n");
        rule.when().forEach(c -> text.append("    ").append(condition(c)).append('\n'));
        text.append("then\n");
        rule.then().forEach(c -> text.append("    ").append(conclusion(c)).append('\n'));
        return text.append("end\n").toString();
    }

    private static void notes(Notes notes, StringBuilder text) {
        note("dimension", notes.dimension(), text);
        note("title_zh", notes.titleZh(), text);
        note("basis", notes.basis(), text);
        note("at_most", notes.atMost(), text);
        note("says", notes.says(), text);
        note("says_zh", notes.saysZh(), text);
    }

    private static void note(String name, @Nullable String value, StringBuilder text) {
        if (value != null) {
            text.append("    @").append(name).append("(\"").append(value).append("\")\n");
        }
    }

    /** Such as {@code not( Sanction( from > $on ) )}. */
    public static String condition(Condition condition) {
        if (condition instanceof Pattern pattern) {
            return pattern.type()
                    + list(pattern.terms().stream().map(RuleText::term).toList());
        } else if (condition instanceof Condition.Given given) {
            return "Parameter( name == \"" + given.parameter() + "\", " + given.variable() + " : value )";
        } else if (condition instanceof Condition.Not not) {
            return "not( " + joined(not.of(), " and ") + " )";
        } else if (condition instanceof Condition.Exists exists) {
            return "exists( " + joined(exists.of(), " and ") + " )";
        } else if (condition instanceof Condition.Forall forall) {
            return "forall( " + condition(forall.each()) + " " + joined(forall.satisfies(), " ") + " )";
        } else if (condition instanceof Condition.Accumulate accumulate) {
            String tests = accumulate.tests().stream().map(RuleText::left).collect(Collectors.joining(", "));
            return "accumulate( " + joined(accumulate.over(), " and ") + "; "
                    + accumulate.measures().stream().map(RuleText::measure).collect(Collectors.joining(", "))
                    + (tests.isEmpty() ? "" : "; " + tests) + " )";
        }
        throw new IllegalArgumentException(condition.toString());
    }

    private static String joined(List<? extends Condition> conditions, String by) {
        return conditions.stream().map(RuleText::condition).collect(Collectors.joining(by));
    }

    private static String list(List<String> parts) {
        return parts.isEmpty() ? "( )" : parts.stream().collect(Collectors.joining(", ", "( ", " )"));
    }

    /** Such as {@code $n : count( $x )}. */
    public static String measure(Measure measure) {
        return measure.variable() + " : " + measure.function().name().toLowerCase(Locale.ROOT) + "( " + measure.of()
                + " )";
    }

    /** Such as {@code severity == Severity.GRAVE}. */
    public static String term(Term term) {
        return term instanceof Term.Binding binding
                ? binding.variable() + " : " + binding.component()
                : left(((Term.Test) term).of());
    }

    /** An expression as it is written on the left of a rule. */
    public static String left(Expression expression) {
        return new ExpressionText(false).of(expression);
    }

    /** An expression as it is written on the right of a rule. */
    public static String right(Expression expression) {
        return new ExpressionText(true).of(expression);
    }

    /** Such as {@code findings.award( $points );}. */
    public static String conclusion(Conclusion conclusion) {
        return "findings." + conclusion.verb().word()
                + list(conclusion.arguments().stream().map(RuleText::right).toList()) + ";";
    }
}
