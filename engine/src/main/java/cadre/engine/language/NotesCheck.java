package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.facts.ValueType;
import cadre.engine.language.Conclusion.Verb;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the annotations of one rule. */
final class NotesCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\$[A-Za-z0-9_]+)}|[{}]");

    private final Rule rule;
    private final Notes notes;
    private final Names names;
    private final Problems problems;

    NotesCheck(Rule rule, Names names, Problems problems) {
        this.rule = rule;
        this.notes = rule.notes();
        this.names = names;
        this.problems = problems;
    }

    void check(Scope scope) {
        if (notes.title().isBlank()) {
            problems.add("language.missing-title", rule.place(), rule.id());
        }
        required("title_zh", notes.titleZh());
        required("basis", notes.basis());
        required("says", notes.says());
        required("says_zh", notes.saysZh());
        placeholders("says", notes.says(), scope);
        placeholders("says_zh", notes.saysZh(), scope);
        boolean points = rule.then().stream().anyMatch(c -> c.verb() == Verb.AWARD || c.verb() == Verb.DEDUCT);
        dimension(points);
        atMost(points);
    }

    private void required(String annotation, String value) {
        if (value.isBlank()) {
            problems.add("language.missing-annotation", rule.place(), annotation, rule.id());
        }
    }

    private void placeholders(String annotation, String sentence, Scope scope) {
        Matcher matcher = PLACEHOLDER.matcher(sentence);
        while (matcher.find()) {
            String variable = matcher.group(1);
            if (variable == null) {
                problems.add("language.placeholder-form", placeOf(annotation), annotation);
            } else if (!scope.has(variable)) {
                problems.add(
                        "language.unknown-placeholder",
                        placeOf(annotation),
                        variable,
                        scope.variables().stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private void dimension(boolean points) {
        String dimension = notes.dimension();
        if (dimension == null) {
            if (points) {
                problems.add("language.missing-annotation", rule.place(), "dimension", rule.id());
            }
        } else if (!names.dimensions().contains(dimension)) {
            problems.add(
                    "language.unknown-code",
                    placeOf("dimension"),
                    dimension,
                    "dimension",
                    Meant.by(dimension, names.dimensions()));
        }
    }

    private void atMost(boolean points) {
        String parameter = notes.atMost();
        if (parameter == null) {
            return;
        }
        Map<String, ValueType> parameters = names.parameters();
        if (!parameters.containsKey(parameter)) {
            problems.add(
                    "language.unknown-parameter",
                    placeOf("at_most"),
                    parameter,
                    Meant.by(parameter, parameters.keySet()));
        } else if (!ValueType.DECIMAL.equals(parameters.get(parameter))) {
            problems.add("language.fraction-outside-figures", placeOf("at_most"));
        }
        if (!points) {
            problems.add("language.at-most-without-points", placeOf("at_most"));
        }
    }

    /** Where an annotation stands in the author's text; the rule's own place if it cannot be found there. */
    private Place placeOf(String annotation) {
        Matcher matcher = Pattern.compile("@\\s*" + annotation + "\\b").matcher(rule.source());
        if (!matcher.find()) {
            return rule.place();
        }
        String before = rule.source().substring(0, matcher.start());
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n') - 1;
        return Place.at(
                rule.place().file(),
                rule.place().line() + lines,
                lines == 0 ? rule.place().column() + column : column + 1);
    }
}
