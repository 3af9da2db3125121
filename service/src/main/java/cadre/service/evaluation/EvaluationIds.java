package cadre.service.evaluation;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes ids of version 7 (RFC 9562): the time in milliseconds, then 74 random bits. So the newest are last in every index,
 * and one cannot be guessed from another.
 */
final class EvaluationIds {
    private static final ThreadLocal<SecureRandom> RANDOM = ThreadLocal.withInitial(SecureRandom::new);

    private EvaluationIds() {}

    static UUID next(Instant now) {
        SecureRandom random = RANDOM.get();
        long high = (now.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
