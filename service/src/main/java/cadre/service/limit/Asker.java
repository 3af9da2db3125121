package cadre.service.limit;

import java.util.concurrent.atomic.AtomicInteger;

/** What one person, one address or everybody together has in hand. */
final class Asker {
    private final Pace pace;
    private final int atOnce;
    private final AtomicInteger inHand = new AtomicInteger();

    Asker(int perSecond, int atOnce, long now) {
        this.pace = new Pace(perSecond, now);
        this.atOnce = atOnce;
    }

    /** Seconds until one more may come; nothing if it may now, and then it is in hand until {@link #done}. */
    long begin(long now) {
        if (inHand.incrementAndGet() > atOnce) {
            inHand.decrementAndGet();
            return 1;
        }
        long wait = pace.take(now);
        if (wait > 0) {
            inHand.decrementAndGet();
        }
        return (wait + 999_999_999L) / 1_000_000_000L;
    }

    void done() {
        inHand.decrementAndGet();
    }

    boolean idle(long now) {
        return inHand.get() == 0 && pace.idle(now);
    }
}
