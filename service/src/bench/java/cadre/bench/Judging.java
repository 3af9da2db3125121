package cadre.bench;

import cadre.engine.casefile.CaseFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One side judging the thousand case files, in a process of its own, so that what the compiler learns of one side does not
 * slow another. An iteration waits until it is its turn.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class Judging {
    private Sides sides;
    private Turn.Begun turn;

    /** Arguments: side, turns, and how often the case files are judged in one of them. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(Judging.class.getName() + "\\." + arguments[0] + "$")
                        .forks(0)
                        .threads(1)
                        .warmupIterations(0)
                        .measurementIterations(Integer.parseInt(arguments[1]))
                        .measurementBatchSize(Integer.parseInt(arguments[2]))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    @Setup
    public void setUp() {
        sides = Sides.of2026();
    }

    @Setup(Level.Iteration)
    public void begin() {
        turn = Turn.begin();
    }

    @TearDown(Level.Iteration)
    public void end() {
        turn.end();
    }

    @Benchmark
    public void engine(Blackhole hole) {
        for (CaseFile caseFile : sides.cases()) {
            hole.consume(sides.engine().evaluate(caseFile));
        }
    }

    @Benchmark
    public void engineWithoutValues(Blackhole hole) {
        for (CaseFile caseFile : sides.cases()) {
            hole.consume(sides.withoutValues().evaluate(caseFile));
        }
    }

    @Benchmark
    public void byHand(Blackhole hole) {
        for (CaseFile caseFile : sides.cases()) {
            hole.consume(sides.byHand().evaluate(caseFile));
        }
    }
}
