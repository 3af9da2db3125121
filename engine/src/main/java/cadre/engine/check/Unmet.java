package cadre.engine.check;

import cadre.engine.cases.Scenario;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.inference.RuleFailed;
import cadre.engine.language.Conclusion;
import cadre.engine.language.Condition;
import cadre.engine.language.Condition.Pattern;
import cadre.engine.language.Condition.Term;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleText;
import cadre.engine.reference.ReferenceInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Why a rule does not fire in a case: the first of its conditions that nothing given satisfies. */
final class Unmet {
    private final Edition edition;
    private final Rule rule;
    private final Scenario scenario;

    private Unmet(Edition edition, Rule rule, Scenario scenario) {
        this.edition = edition;
        this.rule = rule;
        this.scenario = scenario;
    }

    /** The condition in its canonical spelling; only the part of it that fails, if that is one part of a pattern. */
    static Optional<String> of(Edition edition, String criterion, Scenario scenario) {
        return edition.rules().stream()
                .filter(rule -> rule.id().equals(criterion))
                .findFirst()
                .flatMap(rule -> new Unmet(edition, rule, scenario).first());
    }

    private Optional<String> first() {
        List<Condition> when = rule.when();
        return IntStream.rangeClosed(1, when.size())
                .filter(length -> !fires(when.subList(0, length)))
                .mapToObj(length -> part(when.subList(0, length - 1), when.get(length - 1)))
                .findFirst();
    }

    private String part(List<Condition> met, Condition unmet) {
        if (unmet instanceof Pattern pattern) {
            for (Term term : pattern.terms()) {
                if (term instanceof Term.Test && fires(with(met, without(pattern, term)))) {
                    return RuleText.term(term);
                }
            }
        }
        return RuleText.condition(unmet);
    }

    private static Pattern without(Pattern pattern, Term term) {
        List<Term> others = new ArrayList<>(pattern.terms());
        others.remove(term);
        return new Pattern(pattern.type(), others, pattern.place());
    }

    private static List<Condition> with(List<Condition> some, Condition one) {
        List<Condition> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    private boolean fires(List<Condition> when) {
        Rule asked = new Rule(
                rule.id(),
                rule.notes(),
                rule.stratum(),
                when,
                List.of(new Conclusion(Conclusion.Verb.FLAG, List.of(), rule.place())),
                rule.place(),
                rule.source());
        Edition changed = edition.with(
                edition.files().stream()
                        .map(file -> new RuleFile(
                                file.name(),
                                file.rules().stream()
                                        .map(other -> other.id().equals(rule.id()) ? asked : other)
                                        .toList()))
                        .toList(),
                edition.parameters());
        Evaluator evaluator =
                new Evaluator(changed, (day, limits) -> new ReferenceInference(changed, day, limits), Map.of());
        try {
            return evaluator.evaluate(scenario.given()).firings().stream()
                    .map(Outcome.FiringLine::criterion)
                    .anyMatch(rule.id()::equals);
        } catch (RuleFailed failed) {
            return false;
        }
    }
}
