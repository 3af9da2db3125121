package cadre.service.trace;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Makes ids of version 7 (RFC 9562): the time in milliseconds, then 74 random bits. So the newest are last in every index,
 * and one cannot be guessed from another.
 */
public final class TimeIds {
    private static final ThreadLocal<SecureRandom> RANDOM = ThreadLocal.withInitial(SecureRandom::new);

    private TimeIds() {}

    public static UUID next(Instant now) {
        SecureRandom random = RANDOM.get();
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high(now) | random.nextInt(0x1000), low);
    }

    /** The lowest id that can be made at this time. */
    public static UUID first(Instant time) {
        return new UUID(high(time), 0x8000_0000_0000_0000L);
    }

    /** The time, as exactly as the databases keep it. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static long high(Instant time) {
        return (time.toEpochMilli() << 16) | 0x7000;
    }
}
