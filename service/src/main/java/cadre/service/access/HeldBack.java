package cadre.service.access;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Answers that wait a while, without a thread. Whoever tries passwords as fast as they are refused would otherwise take the processors
 * from everybody else, however little a refusal costs. Of many at once, those beyond half of the connections that the service takes are
 * answered at once, so that waiting answers do not keep others out.
 */
@Component
public final class HeldBack implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(HeldBack.class);
    private static final int AT_ONCE = 512;

    private final ScheduledThreadPoolExecutor clock;
    private final AtomicInteger held = new AtomicInteger();
    private final long millis;

    HeldBack(AccessSettings settings) {
        this.millis = settings.heldBack().toMillis();
        this.clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "held-back");
            thread.setDaemon(true);
            return thread;
        });
        this.clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Gives an answer after a while. */
    public void later(Runnable answer) {
        if (held.incrementAndGet() > AT_ONCE) {
            held.decrementAndGet();
            answer.run();
            return;
        }
        var unused = clock.schedule(
                () -> {
                    held.decrementAndGet();
                    try {
                        answer.run();
                    } catch (RuntimeException gone) {
                        log.debug("Nobody waits for the answer any more", gone);
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
