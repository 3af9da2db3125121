package cadre.bench;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The engine against plain Java on one thread, in rounds, so that a drifting machine moves all sides. */
public final class EngineAgainstHand {
    private EngineAgainstHand() {}

    /** Argument: rounds. */
    public static void main(String[] arguments) throws RunnerException {
        int rounds = Integer.parseInt(arguments[0]);
        Options once = new OptionsBuilder()
                .include(Judging.class.getName() + ".*")
                .threads(1)
                .forks(1)
                .jvmArgsAppend("-Dfile.encoding=UTF-8", "-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
                .build();
        double[] byHand = new double[rounds];
        double[] recording = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> perSecond = new TreeMap<>();
            for (RunResult result : new Runner(once).run()) {
                String label = result.getPrimaryResult().getLabel();
                perSecond.put(label, result.getPrimaryResult().getScore());
            }
            double engine = perSecond.get("engine");
            byHand[round] = perSecond.get("byHand") / engine;
            recording[round] = perSecond.get("engineWithoutValues") / engine;
            System.out.printf(
                    "round %d: evaluations per second %s; by hand is %.2f times the engine, the engine without values %.3f times%n",
                    round + 1, perSecond, byHand[round], recording[round]);
        }
        System.out.printf("by hand against the engine: %s%n", Spread.of(byHand));
        System.out.printf("without bound values against with them: %s%n", Spread.of(recording));
    }
}
