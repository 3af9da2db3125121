package cadre.bench;

import cadre.bench.byhand.ByHand;
import cadre.engine.casefile.CaseFile;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeJson;
import cadre.engine.rulebook.Rulebook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A thousand case files, judged by the engine and by hand, from facts to outcome with every sentence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
public class Judging {
    static final int CASES = 1_000;

    private List<CaseFile> cases = List.of();
    private Evaluator engine;
    private Evaluator withoutValues;
    private ByHand byHand;

    /** Checks that both sides come to equal outcomes, too. */
    @Setup
    public void setUp() throws Exception {
        Cases first = Cases.ofFirst2026();
        Rulebook rulebook = Rulebook.load(Rulebook.compile(first.edition(), first.sources()), first.edition());
        Map<String, String> programs = Map.of("cadre", "bench");
        cases = first.generated(CASES);
        engine = new Evaluator(first.edition(), rulebook.inferences(), programs);
        withoutValues = new Evaluator(
                first.edition(), (day, limits) -> rulebook.open(day, limits, false), programs);
        byHand = new ByHand(first.edition(), programs);
        for (CaseFile caseFile : cases) {
            demandEqual(engine.evaluate(caseFile), byHand.evaluate(caseFile));
        }
    }

    private static void demandEqual(Outcome engine, Outcome byHand) {
        if (!engine.equals(byHand) || !Arrays.equals(OutcomeJson.write(engine), OutcomeJson.write(byHand))) {
            throw new IllegalStateException("the outcomes differ:\n" + engine + "\n" + byHand);
        }
    }

    @Benchmark
    @OperationsPerInvocation(CASES)
    public void engine(Blackhole hole) {
        for (CaseFile caseFile : cases) {
            hole.consume(engine.evaluate(caseFile));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CASES)
    public void engineWithoutValues(Blackhole hole) {
        for (CaseFile caseFile : cases) {
            hole.consume(withoutValues.evaluate(caseFile));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CASES)
    public void byHand(Blackhole hole) {
        for (CaseFile caseFile : cases) {
            hole.consume(byHand.evaluate(caseFile));
        }
    }
}
