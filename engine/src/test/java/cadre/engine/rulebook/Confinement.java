package cadre.engine.rulebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bounded child process for hostile rule files: little memory, a bound on processor time, an empty folder, no environment. One child
 * serves many files until one of them ends it.
 */
final class Confinement implements AutoCloseable {
    private static final Duration TO_COMPILE = Duration.ofMinutes(1);
    private static final Duration TO_RUN = Duration.ofSeconds(8);
    private static final Duration WAITING = Duration.ofMinutes(2);
    private static final String GONE = "GONE";
    private static final String NOT_STOPPED = "NOT STOPPED";

    private final Path folder;
    private BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private @Nullable Process child;

    Confinement(Path folder) {
        this.folder = folder;
    }

    /** What stopped the file. */
    String tried(Path file) throws IOException, InterruptedException {
        Process running = child();
        running.getOutputStream().write((file.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8));
        running.getOutputStream().flush();
        String stopped = answer(running);
        return Files.deleteIfExists(folder.resolve("reached")) ? NOT_STOPPED + ", and it made a file" : stopped;
    }

    private String answer(Process running) throws InterruptedException {
        Duration before = used(running);
        Duration most = TO_COMPILE;
        long began = System.nanoTime();
        while (true) {
            String line = heard.poll(100, TimeUnit.MILLISECONDS);
            if (line == null) {
                boolean late = System.nanoTime() - began > WAITING.toNanos();
                if (late || used(running).minus(before).compareTo(most) > 0) {
                    end(running);
                    return most.equals(TO_RUN) ? "deadline" : "deadline at compile";
                }
            } else if (line.equals("RUNNING")) {
                before = used(running);
                most = TO_RUN;
            } else if (line.startsWith("STOPPED BY ")) {
                return line.substring("STOPPED BY ".length());
            } else if (line.equals(GONE)) {
                boolean memory = running.waitFor() == 3;
                end(running);
                return memory ? "child's memory" : NOT_STOPPED + ", and it ended the child";
            }
        }
    }

    /** Processor time, so that a busy machine does not make a deadline of what is none. */
    private static Duration used(Process running) {
        return running.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Process child() throws IOException {
        Process running = child;
        if (running == null) {
            running = start();
            child = running;
        }
        return running;
    }

    private Process start() throws IOException {
        BlockingQueue<String> own = new LinkedBlockingQueue<>();
        heard = own;
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileChild.class.getName()))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process started = builder.start();
        Thread listener = new Thread(() -> listen(started, own), "listener");
        listener.setDaemon(true);
        listener.start();
        return started;
    }

    private static void listen(Process started, BlockingQueue<String> heard) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(heard::add);
        } catch (IOException | UncheckedIOException e) {
            // A child that is killed leaves half a line: that it is gone is all there is to tell.
        }
        heard.add(GONE);
    }

    private void end(Process running) throws InterruptedException {
        running.destroyForcibly().waitFor();
        child = null;
    }

    @Override
    public void close() {
        Process running = child;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
