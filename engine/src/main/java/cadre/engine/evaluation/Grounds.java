package cadre.engine.evaluation;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.Units;
import cadre.engine.evaluation.Explanation.Part;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.evaluation.Outcome.FiringLine;
import cadre.engine.facts.Effect;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Terms;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Conclusion;
import cadre.engine.language.Condition;
import cadre.engine.language.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a firing rests on: facts, parameters, values, how its points were computed, and the basis. */
final class Grounds {
    private final Outcome outcome;
    private final Phrases phrases;
    private final Locale language;
    private final Map<String, ParameterLine> parameters;
    private final Map<String, Rule> rules = new HashMap<>();

    private Grounds(Outcome outcome, Locale language, Map<String, ParameterLine> parameters, List<Rule> rules) {
        this.outcome = outcome;
        this.phrases = new Phrases(outcome, language);
        this.language = language;
        this.parameters = parameters;
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
    }

    /** As far as the outcome alone tells. */
    static Grounds of(Outcome outcome, Locale language) {
        return new Grounds(outcome, language, Map.of(), List.of());
    }

    /** With the parameters and rules of the edition that judged. */
    static Grounds of(Outcome outcome, Edition edition, Locale language) {
        return new Grounds(outcome, language, edition.parameters(), edition.rules());
    }

    Phrases phrases() {
        return phrases;
    }

    /** The grounds of a firing with these findings. */
    List<Part.Entry> of(FiringLine firing, List<FindingLine> findings) {
        List<Part.Entry> grounds = new ArrayList<>();
        @Nullable Rule rule = rules.get(firing.criterion());
        add(grounds, "ground.facts", phrases.list(firing.facts()));
        add(grounds, "ground.parameters", parameters(firing));
        add(grounds, "ground.values", values(firing, rule));
        if (rule != null) {
            add(grounds, "ground.computation", computations(firing, findings, rule));
        }
        add(grounds, "ground.basis", phrases.basis(firing.basis()));
        return grounds;
    }

    private void add(List<Part.Entry> grounds, String key, String value) {
        if (!value.isEmpty()) {
            grounds.add(new Part.Entry(phrases.say(key), value));
        }
    }

    /** Parameters by title, value and name where the edition is known, else by name. */
    private String parameters(FiringLine firing) {
        if (parameters.isEmpty()) {
            return phrases.list(firing.parameters());
        }
        return firing.parameters().stream()
                .map(this::parameter)
                .collect(Collectors.joining(phrases.say("parameters.joined")));
    }

    private String parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .flatMap(line -> line.on(outcome.appraisal().to())
                        .map(dated -> phrases.say(
                                "parameter.line",
                                phrases.title(line.title()),
                                Units.of(dated.value(), line.unit(), language),
                                name)))
                .orElse(name);
    }

    /** The numbers the rule had before it: with them a reader can count again. */
    private String values(FiringLine firing, @Nullable Rule rule) {
        Map<String, String> labels = rule == null ? Map.of() : labels(rule);
        Set<String> told = rule == null || parameters.isEmpty() ? Set.of() : parametersOf(rule);
        List<String> numbers = new ArrayList<>();
        firing.bound().forEach((variable, value) -> {
            if (value instanceof BigDecimal number && !told.contains(variable)) {
                numbers.add(labels.getOrDefault(variable, variable) + " = " + Decimals.plain(number));
            }
        });
        return phrases.list(numbers);
    }

    /** What variables bound to a component of a fact are called; others keep the name that the rule gives them. */
    private Map<String, String> labels(Rule rule) {
        Map<String, String> labels = new HashMap<>();
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Pattern pattern) {
                FactType type = Vocabulary.type(pattern.type()).orElseThrow();
                for (Condition.Term term : pattern.terms()) {
                    if (term instanceof Condition.Term.Binding binding) {
                        type.component(binding.component())
                                .ifPresent(component -> labels.put(
                                        binding.variable().substring(1), Terms.of(type, component, language)));
                    }
                }
            }
        }
        return labels;
    }

    /** Variables that stand for parameters, which are told by their titles. */
    private static Set<String> parametersOf(Rule rule) {
        return rule.when().stream()
                .filter(Condition.Given.class::isInstance)
                .map(condition -> ((Condition.Given) condition).variable().substring(1))
                .collect(Collectors.toSet());
    }

    private String computations(FiringLine firing, List<FindingLine> findings, Rule rule) {
        List<BigDecimal> points = findings.stream()
                .filter(finding -> finding.effect() == Effect.POINTS && finding.points() != null)
                .map(finding -> Objects.requireNonNull(finding.points()).abs())
                .toList();
        List<Conclusion> concluded = rule.then().stream()
                .filter(conclusion ->
                        conclusion.verb() == Conclusion.Verb.AWARD || conclusion.verb() == Conclusion.Verb.DEDUCT)
                .toList();
        List<String> told = new ArrayList<>();
        if (points.size() == concluded.size()) {
            for (int i = 0; i < points.size(); i++) {
                Computation.of(concluded.get(i).arguments().get(0), firing.bound(), points.get(i), phrases)
                        .ifPresent(told::add);
            }
        }
        return String.join("; ", told);
    }
}
