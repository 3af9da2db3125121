package cadre.engine.check;

import cadre.engine.casefile.CaseFile;
import cadre.engine.cases.CaseFileGenerator;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Agreement;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeDisputed;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.RuleFailed;
import cadre.engine.language.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Case files made by chance, always the same: Drools and the reference must agree on them, no rule may fail, and a rule
 * that fires in none of them and in no case, or in all of them, is suspicious.
 */
final class GeneratedFacts {
    /** Fewer say nothing about a rule that fires in all of them. */
    private static final int TELLING = 50;

    /** A rule that has not fired by then is looked for in so many times as many. */
    private static final int LONGER = 10;

    private final Edition edition;
    private final Agreement agreement;
    private final Problems problems;
    private final Map<String, Rule> rules;
    private final Map<String, Integer> fired = new HashMap<>();
    private final Set<String> rare;
    private final Set<String> failed = new HashSet<>();
    private int done;

    /**
     * @param shown ids of the rules that fire in a case: such a rule can fire, however rarely
     */
    GeneratedFacts(Edition edition, Agreement agreement, Set<String> shown, Problems problems) {
        this.edition = edition;
        this.agreement = agreement;
        this.problems = problems;
        this.rules = edition.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        this.rare = new HashSet<>(rules.keySet());
        rare.removeAll(shown);
    }

    /**
     * Tries case files until there are enough and no rule is still to be seen firing, or ten times as many.
     *
     * @return how many were tried
     */
    int run(int enough, Progress progress) {
        CaseFileGenerator generator = new CaseFileGenerator(edition);
        int most = enough * LONGER;
        while (done < enough || (done < most && !rare.isEmpty())) {
            attempt(generator.generate(done), done);
            done++;
            progress.at(Progress.Step.GENERATED_FACTS, Math.min(done, enough), enough);
            if (problems.size() > 0 && done >= enough) {
                break;
            }
        }
        return done;
    }

    /** Rules that fired in none or in all; to be asked after the run. */
    void suspicions(Problems suspicions) {
        for (Rule rule : edition.rules()) {
            int times = fired.getOrDefault(rule.id(), 0);
            if (done >= TELLING && rare.contains(rule.id()) && !failed.contains(rule.id())) {
                suspicions.add("check.never-fires", rule.place(), rule.id(), done);
            } else if (done >= TELLING && times == done) {
                suspicions.add("check.always-fires", rule.place(), rule.id(), done);
            }
        }
    }

    private void attempt(CaseFile caseFile, int seed) {
        try {
            Outcome outcome = agreement.evaluate(caseFile, FiringLimits.DEFAULT);
            outcome.firings().stream()
                    .map(Outcome.FiringLine::criterion)
                    .distinct()
                    .forEach(id -> {
                        fired.merge(id, 1, Integer::sum);
                        rare.remove(id);
                    });
        } catch (RuleFailed failure) {
            Rule rule = rules.get(failure.criterion());
            if (failed.add(failure.criterion())) {
                problems.add(
                        "check.rule-fails",
                        rule == null ? Place.at("", 0, 0) : rule.place(),
                        failure.criterion(),
                        seed);
            }
        } catch (OutcomeDisputed disputed) {
            if (failed.add("")) {
                problems.add(
                        "check.evaluators-disagree", Place.at("", 0, 0), seed, String.valueOf(disputed.getMessage()));
            }
        }
    }
}
