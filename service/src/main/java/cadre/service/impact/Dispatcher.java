package cadre.service.impact;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for jobs: at once when one is asked for here, and every second for those of others, which may have died. */
@Component
class Dispatcher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Runner runner;
    private final Jobs jobs;
    private @Nullable ScheduledExecutorService thread;
    private volatile boolean running;

    Dispatcher(Runner runner, Jobs jobs) {
        this.runner = runner;
        this.jobs = jobs;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "impacts");
            made.setDaemon(true);
            return made;
        });
        var unused = thread.scheduleWithFixedDelay(this::workOff, 1_000, 1_000, TimeUnit.MILLISECONDS);
    }

    /** Looks now. */
    synchronized void wake() {
        if (running && thread != null) {
            thread.execute(this::workOff);
        }
    }

    private void workOff() {
        try {
            boolean worked = true;
            while (worked && running) {
                worked = runner.next(() -> running);
            }
        } catch (RuntimeException unavailable) {
            log.warn("No impact could be taken up: {}", unavailable.getMessage());
        }
    }

    /** Lets the chunk at work end: H2 closes its file, for everybody, when a thread that reads from it is interrupted. */
    @Override
    public synchronized void stop() {
        running = false;
        ExecutorService stopping = Objects.requireNonNull(thread);
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("An impact is still at work; another process takes it up when its lease ends");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        jobs.release(runner.holder());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
