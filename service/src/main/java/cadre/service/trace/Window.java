package cadre.service.trace;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends a window again and again, on a thread of its own. */
final class Window implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread own = new Thread(work, "traces");
        own.setDaemon(true);
        return own;
    });

    private final ScheduledFuture<?> ending;

    Window(Duration length, Runnable end) {
        this.ending = thread.scheduleAtFixedRate(end, length.toMillis(), length.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        ending.cancel(false);
        thread.shutdown();
    }
}
