package cadre.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A process in which one side judges whenever it is its turn. */
final class JudgingProcess implements AutoCloseable {
    /** The young generation is small so that every turn has its collections. */
    private static final List<String> MEMORY = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-Xmn64m",
            "-XX:+UseSerialGC",
            // The sides run at one time, and only one of them is not waiting.
            "-Djmh.ignoreLock=true");

    private final int times;
    private final List<Turn> turns = new ArrayList<>();
    private final JavaProcess process;

    /**
     * Starts it.
     *
     * @param side method of {@link Judging}
     * @param times how often the case files are judged in one turn
     */
    JudgingProcess(String side, int times, int turns) throws IOException {
        this.times = times;
        this.process =
                new JavaProcess(MEMORY, Judging.class, side, String.valueOf(turns), String.valueOf(times));
    }

    /** Lets it judge once more, and waits until it has. */
    void turn() throws IOException {
        turns.add(process.turn());
    }

    /** Forgets the turns in which it warmed up. */
    void warm() {
        turns.clear();
    }

    /** Processor time for one case file in each turn, in microseconds. */
    double[] perCase(ToLongFunction<Turn> time) {
        return turns.stream()
                .mapToDouble(turn -> time.applyAsLong(turn) / 1e3 / times / Sides.CASES)
                .toArray();
    }

    @Override
    public void close() {
        process.close();
    }
}
