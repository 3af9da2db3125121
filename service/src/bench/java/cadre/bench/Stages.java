package cadre.bench;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.casefile.Editions;
import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeJson;
import cadre.engine.evaluation.Recount;
import cadre.engine.rulebook.Rulebook;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time and memory that each stage of one evaluation takes, from the bytes of a case file to those of its outcome, on one
 * thread, without HTTP and database.
 */
public final class Stages {
    private static final int CASES = 1_000;

    private enum Stage {
        READ_JSON,
        READ_CASE_FILE,
        EVALUATE,
        WRITE_OUTCOME,
        RECOUNT
    }

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Stage, long[]> spent = new EnumMap<>(Stage.class);
    private long before;
    private long allocatedBefore;

    private Stages() {}

    /** Arguments: rounds of warming up, rounds. */
    public static void main(String[] arguments) throws Exception {
        Cases of2026 = Cases.of2026();
        Rulebook rulebook =
                Rulebook.load(Rulebook.compile(of2026.edition(), of2026.sources()), of2026.edition());
        Evaluator evaluator =
                new Evaluator(of2026.edition(), rulebook.inferences(), Map.of("cadre", "bench"));
        List<byte[]> bodies = of2026.generated(CASES).stream().map(Cases::json).toList();
        for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
            new Stages().run(bodies, evaluator);
        }
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            System.out.println(new Stages().run(bodies, evaluator));
        }
    }

    private String run(List<byte[]> bodies, Evaluator evaluator) {
        long begin = threads.getCurrentThreadCpuTime();
        for (byte[] body : bodies) {
            Problems problems = new Problems();
            start();
            Datum datum = JsonDocument.read(body, problems);
            done(Stage.READ_JSON);
            CaseFile caseFile = CaseFileReader.read(datum, Editions.only(evaluator.edition()), problems)
                    .orElseThrow(() -> new IllegalStateException(problems.all().toString()))
                    .caseFile();
            done(Stage.READ_CASE_FILE);
            Outcome outcome = evaluator.evaluate(caseFile);
            done(Stage.EVALUATE);
            byte[] json = OutcomeJson.write(outcome);
            done(Stage.WRITE_OUTCOME);
            Recount.check(json);
            done(Stage.RECOUNT);
        }
        long all = threads.getCurrentThreadCpuTime() - begin;
        StringBuilder told = new StringBuilder("all %d us".formatted(all / 1_000 / bodies.size()));
        spent.forEach((stage, sums) -> told.append("; %s %d us %d kB"
                .formatted(
                        stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                        sums[0] / 1_000 / bodies.size(),
                        (sums[1] >> 10) / bodies.size())));
        return told.toString();
    }

    private void start() {
        allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        before = threads.getCurrentThreadCpuTime();
    }

    private void done(Stage stage) {
        long now = threads.getCurrentThreadCpuTime();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long[] sums = spent.computeIfAbsent(stage, s -> new long[2]);
        sums[0] += now - before;
        sums[1] += allocated - allocatedBefore;
        start();
    }
}
