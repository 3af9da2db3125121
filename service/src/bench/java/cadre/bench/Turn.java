package cadre.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;

/**
 * Processor time that one turn took, in nanoseconds. A neighbour that keeps the processor busy prolongs a turn, but hardly
 * adds to its processor time.
 *
 * @param process of all threads: collecting garbage is part of what a side costs
 * @param thread of the thread that judged
 */
record Turn(long process, long thread) {
    private static final String MARK = "turn";

    /** Waits for the line that allows the next turn. */
    static Begun begin() {
        try {
            int next = System.in.read();
            while (next != '\n' && next >= 0) {
                next = System.in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Begun(now());
    }

    /** A turn that goes on. */
    record Begun(Turn since) {
        /** Tells whoever allowed it what the turn took. */
        void end() {
            Turn now = now();
            System.out.println(
                    MARK + " " + (now.process - since.process) + " " + (now.thread - since.thread));
        }
    }

    private static Turn now() {
        return new Turn(
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(),
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** Whether this line tells of a turn, and is not of a log. */
    static boolean told(String line) {
        return line.startsWith(MARK + " ");
    }

    static Turn read(String line) {
        String[] parts = line.split(" ");
        return new Turn(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
