package cadre.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Processor time that processes have used, as Linux counts it: unlike wall time, neighbours on the machine hardly move it. */
final class Processor {
    private static final long TICK = Duration.ofSeconds(1).toMillis() / 100;

    private Processor() {}

    /** Of one process with its threads. */
    static Duration of(long process) {
        return Duration.ofMillis(TICK * ticks(process, 13, 14));
    }

    /** Of a process and all that it started, those that have ended included. */
    static Duration ofFamily(long process) {
        long children = ProcessHandle.of(process).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> ticks(child.pid(), 13, 14))
                .sum();
        return Duration.ofMillis(TICK * (ticks(process, 13, 14, 15, 16) + children));
    }

    /** The sum of some fields of /proc/PID/stat, counted from 0; the name of the program may hold blanks. */
    private static long ticks(long process, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            List<String> afterName = Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                    .toList();
            long sum = 0;
            for (int field : fields) {
                sum += Long.parseLong(afterName.get(field - 2));
            }
            return sum;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
