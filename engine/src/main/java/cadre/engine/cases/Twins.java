package cadre.engine.cases;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.language.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether every rule has a twin: two cases that give the same but for one component, as {@link Given} counts them, of which
 * one expects the rule to fire and the other expects it not to. Only such a pair shows what the rule depends on.
 */
public final class Twins {
    private static final int SHOWN = 5;

    private final Map<String, Given> given = new HashMap<>();
    private final List<Scenario> cases;

    private Twins(List<Scenario> cases) {
        this.cases = cases;
    }

    /** Two cases and in how many components they differ. */
    private record Pair(Scenario fires, Scenario rests, int differences) {}

    /** The rules without a twin among the cases that hold; rules that no case shows firing, or resting, are told elsewhere. */
    public static List<Problem> missing(Edition edition, CaseRun run) {
        Twins twins = new Twins(run.results().stream()
                .filter(CaseRun.Result::holds)
                .map(CaseRun.Result::scenario)
                .toList());
        Problems missing = new Problems();
        edition.rules().forEach(rule -> twins.check(rule, missing));
        return missing.all();
    }

    private void check(Rule rule, Problems missing) {
        List<Scenario> fire = cases.stream()
                .filter(scenario -> scenario.expect().fires().contains(rule.id()))
                .toList();
        List<Scenario> rest = cases.stream()
                .filter(scenario -> scenario.expect().doesNotFire().contains(rule.id()))
                .toList();
        Pair nearest = null;
        for (Scenario one : fire) {
            for (Scenario other : rest) {
                int least = nearest == null ? Integer.MAX_VALUE : nearest.differences();
                int differences = given(one).differences(given(other), least);
                if (differences == 1) {
                    return;
                }
                if (differences < least) {
                    nearest = new Pair(one, other, differences);
                }
            }
        }
        if (nearest != null) {
            missing.add(
                    "cases.no-twin",
                    rule.place(),
                    rule.id(),
                    nearest.fires().name(),
                    nearest.fires().place(),
                    nearest.rests().name(),
                    nearest.rests().place(),
                    nearest.differences(),
                    told(nearest));
        }
    }

    private String told(Pair pair) {
        List<String> differences = given(pair.fires()).differences(given(pair.rests()));
        return differences.stream().limit(SHOWN).collect(Collectors.joining("; "))
                + (differences.size() > SHOWN ? "; ..." : "");
    }

    private Given given(Scenario scenario) {
        return given.computeIfAbsent(scenario.name(), name -> new Given(scenario.given()));
    }
}
