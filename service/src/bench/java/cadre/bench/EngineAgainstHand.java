package cadre.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The engine against plain Java, by processor time. The sides alternate in turns of about half a second of it, in another
 * order every round, and each ratio is of two turns of one round, so that a busy neighbour meets them alike.
 */
final class EngineAgainstHand {
    private EngineAgainstHand() {}

    /** Arguments: rounds of warming up, and rounds that count. */
    public static void main(String[] arguments) throws IOException {
        int warmingUp = Integer.parseInt(arguments[0]);
        int turns = warmingUp + Integer.parseInt(arguments[1]);
        Map<String, Integer> fired = Sides.of2026().demandEqual();
        System.out.printf(
                "equal outcomes on %d case files; all of %d criteria fire, least often %s%n",
                Sides.CASES, fired.size(), Collections.min(fired.entrySet(), Map.Entry.comparingByValue()));
        try (JudgingProcess byHand = new JudgingProcess("byHand", 10, turns);
                JudgingProcess engine = new JudgingProcess("engine", 3, turns);
                JudgingProcess withoutValues = new JudgingProcess("engineWithoutValues", 3, turns)) {
            List<JudgingProcess> order = new ArrayList<>(List.of(byHand, engine, withoutValues));
            for (int turn = 0; turn < turns; turn++) {
                if (turn == warmingUp) {
                    order.forEach(JudgingProcess::warm);
                }
                for (JudgingProcess side : order) {
                    side.turn();
                }
                Collections.rotate(order, 1);
            }
            report("with collecting garbage", Turn::process, byHand, engine, withoutValues);
            report("the judging thread alone", Turn::thread, byHand, engine, withoutValues);
        }
    }

    private static void report(
            String what,
            ToLongFunction<Turn> time,
            JudgingProcess byHand,
            JudgingProcess engine,
            JudgingProcess withoutValues) {
        double[] plain = byHand.perCase(time);
        double[] full = engine.perCase(time);
        double[] without = withoutValues.perCase(time);
        System.out.printf(
                Locale.ROOT,
                "%n%s, microseconds for a case file:%n  by hand             %s%n  engine              %s%n"
                        + "  engine, no values   %s%n",
                what,
                Spread.of(plain),
                Spread.of(full),
                Spread.of(without));
        System.out.printf(
                Locale.ROOT,
                "  engine / by hand    %s; of the sums %.3f%n  recording           %s; of the sums %.3f%n",
                Spread.of(ratios(full, plain)),
                Arrays.stream(full).sum() / Arrays.stream(plain).sum(),
                Spread.of(ratios(full, without)),
                Arrays.stream(full).sum() / Arrays.stream(without).sum());
    }

    private static double[] ratios(double[] some, double[] others) {
        double[] ratios = new double[some.length];
        Arrays.setAll(ratios, i -> some[i] / others[i]);
        return ratios;
    }
}
