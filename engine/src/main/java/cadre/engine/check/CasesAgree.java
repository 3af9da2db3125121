package cadre.engine.check;

import cadre.engine.cases.Scenario;
import cadre.engine.document.Problems;
import cadre.engine.evaluation.Agreement;
import cadre.engine.inference.FiringLimits;
import java.util.List;

/** Whether Drools and the reference come to the same outcome of every case. */
final class CasesAgree {
    private CasesAgree() {}

    static void check(List<Scenario> cases, Agreement agreement, Problems problems) {
        for (Scenario scenario : cases) {
            agreement
                    .difference(scenario.given(), FiringLimits.DEFAULT)
                    .ifPresent(difference -> problems.add(
                            "check.evaluators-disagree-on-case", scenario.place(), scenario.name(), difference));
        }
    }
}
