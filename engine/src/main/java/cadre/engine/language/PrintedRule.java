package cadre.engine.language;

import cadre.engine.facts.FactType;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Condition.Accumulate;
import cadre.engine.language.Condition.Exists;
import cadre.engine.language.Condition.Forall;
import cadre.engine.language.Condition.Function;
import cadre.engine.language.Condition.Given;
import cadre.engine.language.Condition.Measure;
import cadre.engine.language.Condition.Not;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import cadre.engine.language.PrintedScope.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One rule as Drools shall read it. */
final class PrintedRule {
    /** Facts that every case has one of; a firing does not list them. */
    private static final Set<String> UNLISTED = Set.of("Cadre", "Appraisal");

    private final Rule rule;
    private final int index;
    private final Map<String, Object> values;
    private final List<String> listed = new ArrayList<>();
    private int facts;

    PrintedRule(Rule rule, int index, Map<String, Object> values) {
        this.rule = rule;
        this.index = index;
        this.values = values;
    }

    String text() {
        PrintedScope scope = new PrintedScope();
        List<String> lines = new ArrayList<>();
        for (Condition condition : rule.when()) {
            lines.addAll(condition(condition, scope));
        }
        if (lines.isEmpty()) {
            lines.add("Always( )");
        }
        StringBuilder text = new StringBuilder();
        text.append("rule \"").append(rule.id()).append("\"\n");
        text.append("    agenda-group \"").append(rule.stratum().group()).append("\"\n");
        text.append("when\n");
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
        text.append("then\n");
        text.append("    findings.fired( %d, %s, %s );\n".formatted(index, array(listed), array(scope.texts())));
        for (Conclusion conclusion : rule.then()) {
            text.append("    findings.")
                    .append(conclusion.verb().name().toLowerCase(Locale.ROOT))
                    .append(conclusion.arguments().stream()
                            .map(argument -> PrintedExpression.outside(scope).value(argument))
                            .collect(Collectors.joining(", ", "( ", " );\n")));
        }
        return text.append("end\n").toString();
    }

    private static String array(List<String> items) {
        return "new Object[]{ " + String.join(", ", items) + " }";
    }

    private List<String> condition(Condition condition, PrintedScope scope) {
        if (condition instanceof Given given) {
            scope.bind(given.variable(), Source.constant(values.get(given.parameter()), given.parameter()));
            return List.of();
        }
        if (condition instanceof Pattern pattern) {
            String name = "$f" + facts;
            String text = pattern(pattern, scope);
            if (!UNLISTED.contains(pattern.type())) {
                listed.add(name);
            }
            return List.of(text);
        }
        if (condition instanceof Accumulate accumulate) {
            return accumulate(accumulate, scope);
        }
        return List.of(closed(condition, scope));
    }

    /** A pattern with its fact bound; its variables enter the scope. */
    private String pattern(Pattern pattern, PrintedScope scope) {
        FactType type = Vocabulary.type(pattern.type()).orElseThrow();
        String name = "$f" + facts++;
        PrintedExpression inside = PrintedExpression.inside(type, name, scope);
        List<String> constraints = new ArrayList<>();
        for (Term term : pattern.terms()) {
            if (term instanceof Term.Binding binding) {
                FactType.Component component =
                        type.component(binding.component()).orElseThrow();
                scope.bind(binding.variable(), Source.component(name, component));
            } else if (term instanceof Term.Test test) {
                constraints.addAll(inside.constraints(test.of()));
            }
        }
        return name + " : " + pattern.type() + "( " + String.join(", ", constraints) + " )";
    }

    /** A condition that binds nothing for what follows it. */
    private String closed(Condition condition, PrintedScope outer) {
        if (condition instanceof Forall forall) {
            PrintedScope scope = outer.inner();
            String each = pattern(forall.each(), scope);
            return "not( " + each + " and not( " + group(forall.satisfies(), scope) + " ) )";
        }
        if (condition instanceof Not not) {
            if (not.of().size() == 1 && not.of().get(0) instanceof Not inner) {
                return closed(new Exists(inner.of(), inner.place()), outer);
            }
            if (not.of().size() == 1 && not.of().get(0) instanceof Exists inner) {
                return closed(new Not(inner.of(), inner.place()), outer);
            }
            return "not( " + group(not.of(), outer.inner()) + " )";
        }
        if (condition instanceof Exists exists) {
            if (exists.of().size() == 1 && !(exists.of().get(0) instanceof Pattern)) {
                return closed(exists.of().get(0), outer);
            }
            return "exists( " + group(exists.of(), outer.inner()) + " )";
        }
        throw new IllegalArgumentException(condition.toString());
    }

    /** Patterns first: what is not open binds nothing, so it may come last, and Drools wants to begin with a fact. */
    private String group(List<? extends Condition> conditions, PrintedScope scope) {
        List<String> parts = new ArrayList<>();
        List<Condition> rest = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Pattern pattern) {
                parts.add(pattern(pattern, scope));
            } else {
                rest.add(condition);
            }
        }
        if (parts.isEmpty()) {
            parts.add("Always( )");
        }
        rest.forEach(condition -> parts.add(closed(condition, scope)));
        return String.join(" and ", parts);
    }

    /** One function gathers the rows; the measures are read from them, and their tests stand on a fact of their own. */
    private List<String> accumulate(Accumulate accumulate, PrintedScope scope) {
        PrintedScope inner = scope.inner();
        int first = facts;
        String over = accumulate.over().stream().map(p -> pattern(p, inner)).collect(Collectors.joining(" and "));
        List<String> rowFacts = new ArrayList<>();
        for (int i = first; i < facts; i++) {
            rowFacts.add("$f" + i);
        }
        String name = "$m" + first;
        StringBuilder row = new StringBuilder(rowFacts.size() == 1 ? "Row.one( " : "Row.two( ");
        row.append(String.join(", ", rowFacts));
        List<String> tests = new ArrayList<>();
        PrintedExpression outside = PrintedExpression.outside(inner);
        for (int i = 0; i < accumulate.measures().size(); i++) {
            Measure measure = accumulate.measures().get(i);
            row.append(", ").append(outside.variable(measure.of()));
            ValueType type = measure.function() == Function.COUNT ? ValueType.DECIMAL : inner.type(measure.of());
            Source source = Source.measure(name, measure.function(), i, type);
            scope.bind(measure.variable(), source);
            if (measure.function() == Function.MIN || measure.function() == Function.MAX) {
                tests.add("Calc.present( " + source.text() + " )");
            }
        }
        PrintedExpression after = PrintedExpression.outside(scope);
        accumulate.tests().forEach(test -> tests.addAll(after.constraints(test)));
        listed.add(name);
        List<String> lines = new ArrayList<>();
        lines.add("accumulate( " + over + "; " + name + " : measured( " + row + " ) ) )");
        if (!tests.isEmpty()) {
            lines.add("Always( " + String.join(", ", tests) + " )");
        }
        return lines;
    }
}
