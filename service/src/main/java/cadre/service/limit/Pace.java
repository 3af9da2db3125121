package cadre.service.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * So many requests a second, of which a second's worth may come at once: the generic cell rate algorithm, which keeps one number,
 * the time at which all that was let through would be worked off at an even pace.
 */
final class Pace {
    private static final long SECOND = 1_000_000_000L;

    private final long each;
    private final AtomicLong workedOff;

    /**
     * @param perSecond how many, from 1
     * @param now in nanoseconds, of the clock that {@link #take} is given
     */
    Pace(int perSecond, long now) {
        this.each = SECOND / perSecond;
        this.workedOff = new AtomicLong(now);
    }

    /** Nanoseconds until one more may come; nothing if it may now, and then it is counted. */
    long take(long now) {
        while (true) {
            long before = workedOff.get();
            long after = (before - now > 0 ? before : now) + each;
            long wait = after - now - Math.max(SECOND, each);
            if (wait > 0) {
                return wait;
            } else if (workedOff.compareAndSet(before, after)) {
                return 0;
            }
        }
    }

    /** Whether nothing is left to be worked off. */
    boolean idle(long now) {
        return workedOff.get() - now <= 0;
    }
}
