package cadre.bench;

import cadre.bench.byhand.ByHand;
import cadre.engine.casefile.CaseFile;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeJson;
import cadre.engine.inference.FiringLimits;
import cadre.engine.rulebook.Rulebook;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sides that judge the same case files of release 2026.1, from facts to outcome with every sentence. */
record Sides(Evaluator engine, Evaluator withoutValues, ByHand byHand, List<CaseFile> cases) {
    static final int CASES = 1_000;

    /** A run that a busy neighbour holds up is late, and not wrong. */
    private static final FiringLimits PATIENT =
            new FiringLimits(FiringLimits.DEFAULT.firings(), Duration.ofMinutes(10));

    static Sides of2026() {
        Cases release = Cases.ofRelease20261();
        Rulebook rulebook = Rulebook.load(Rulebook.compile(release.edition(), release.sources()), release.edition());
        Map<String, String> programs = Map.of("cadre", "bench");
        return new Sides(
                new Evaluator(release.edition(), (day, usual) -> rulebook.open(day, PATIENT, true), programs),
                new Evaluator(release.edition(), (day, usual) -> rulebook.open(day, PATIENT, false), programs),
                new ByHand(release.edition(), programs),
                release.generated(CASES));
    }

    /**
     * How often each criterion fires in these cases, once engine and plain Java were seen to agree on every one.
     *
     * @throws IllegalStateException if an outcome differs in anything, down to the bytes of its JSON, or a criterion never
     *     fires, so that nothing was learnt of it
     */
    Map<String, Integer> demandEqual() {
        Map<String, Integer> fired = new TreeMap<>();
        engine.edition().criteria().forEach(criterion -> fired.put(criterion, 0));
        for (CaseFile caseFile : cases) {
            Outcome outcome = engine.evaluate(caseFile);
            demandEqual(outcome, byHand.evaluate(caseFile));
            outcome.firings().forEach(firing -> fired.merge(firing.criterion(), 1, Integer::sum));
        }
        List<String> never = fired.keySet().stream()
                .filter(criterion -> fired.get(criterion) == 0)
                .toList();
        if (!never.isEmpty()) {
            throw new IllegalStateException(cases.size() + " cases never fire " + never);
        }
        return fired;
    }

    private static void demandEqual(Outcome engine, Outcome byHand) {
        if (!engine.equals(byHand) || !Arrays.equals(OutcomeJson.write(engine), OutcomeJson.write(byHand))) {
            throw new IllegalStateException("the outcomes differ:\n" + engine + "\n" + byHand);
        }
    }
}
