package cadre.service.release.intake;

import cadre.engine.edition.EditionSources;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Runs {@link ConfinedWork} in processes that have little memory, little time, no environment and an empty folder. What one
 * of them does to itself is told as a reason and touches nobody else.
 */
@Component
public class Confinement {
    private static final int MOST_OUTPUT = 64 << 20;
    private static final int TOLD_OF_ERRORS = 2_000;

    /** Those of {@code -XX:+ExitOnOutOfMemoryError}, and of a shell that tells of SIGXCPU and SIGKILL. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Set<Integer> OUT_OF_TIME = Set.of(128 + 24, 128 + 9);

    private final ConfinementSettings settings;
    private final Semaphore checks;
    private final Semaphore compilations = new Semaphore(1, true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    Confinement(ConfinementSettings settings) {
        this.settings = settings;
        this.checks = new Semaphore(settings.checks(), true);
    }

    /** Why there is no answer. */
    enum Reason {
        BUSY,
        MEMORY,
        TIME,
        BROKEN
    }

    /** A process ended without an answer, or was not begun. */
    public static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Ended(Reason reason, String message) {
            super(message);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    Checked check(String name, EditionSources sources) throws Ended {
        if (waiting.incrementAndGet() > settings.checks() + settings.waiting()) {
            waiting.decrementAndGet();
            throw new Ended(Reason.BUSY, "too many uploads wait to be checked");
        }
        try {
            return Answers.checked(answer(checks, new Assignment(Assignment.Kind.CHECK, name, sources)));
        } catch (IOException garbled) {
            throw new Ended(Reason.BROKEN, String.valueOf(garbled.getMessage()));
        } finally {
            waiting.decrementAndGet();
        }
    }

    /**
     * The kjar of an edition that was checked before, compiled anew.
     *
     * @throws Ended if it cannot be made
     */
    public byte[] compile(EditionSources sources) throws Ended {
        try {
            return Answers.kjar(answer(compilations, new Assignment(Assignment.Kind.COMPILE, "", sources)));
        } catch (IOException garbled) {
            throw new Ended(Reason.BROKEN, String.valueOf(garbled.getMessage()));
        }
    }

    private byte[] answer(Semaphore turn, Assignment assignment) throws Ended {
        try {
            if (!turn.tryAcquire(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Ended(Reason.BUSY, "no turn within " + settings.deadline());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Ended(Reason.BUSY, "interrupted");
        }
        try {
            Path folder = Files.createTempDirectory(ConfinedWork.FOLDER);
            try {
                Files.write(folder.resolve(ConfinedWork.ASSIGNMENT), assignment.bytes());
                return run(folder);
            } finally {
                ConfinedWork.remove(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Ended(Reason.BROKEN, "cannot run a process: " + e.getMessage());
        } finally {
            turn.release();
        }
    }

    private byte[] run(Path folder) throws IOException, Ended {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(
                        new ChildCommand(settings.megabytes(), settings.processorTime()).of(folder))
                .directory(folder.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        running.add(process);
        try {
            if (!process.waitFor(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Ended(Reason.TIME, "not ready within " + settings.deadline());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Ended(Reason.BUSY, "interrupted");
        } finally {
            end(process);
        }
        Path answer = folder.resolve(ConfinedWork.ANSWER);
        int status = process.exitValue();
        if (status != 0) {
            throw new Ended(reason(status), "the process ended with status " + status + "; " + tail(errors));
        } else if (!Files.isRegularFile(answer) || Files.size(answer) > MOST_OUTPUT) {
            throw new Ended(Reason.BROKEN, "the process left no answer; " + tail(errors));
        }
        return Files.readAllBytes(answer);
    }

    private static Reason reason(int status) {
        if (status == OUT_OF_MEMORY) {
            return Reason.MEMORY;
        }
        return OUT_OF_TIME.contains(status) ? Reason.TIME : Reason.BROKEN;
    }

    private void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        running.remove(process);
    }

    private static String tail(Path errors) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(errors.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TOLD_OF_ERRORS));
            byte[] last = new byte[(int) Math.min(TOLD_OF_ERRORS, file.length())];
            int read = file.read(last);
            return new String(last, 0, Math.max(0, read), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
        }
    }

    /** Nothing goes on when the service ends. */
    @PreDestroy
    void endAll() {
        running.forEach(Process::destroyForcibly);
    }
}
