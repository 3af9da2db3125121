package cadre.service.impact;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Which evaluations of a population are looked at: a share of them, drawn by the SHA-256 of the seed and the id, so that
 * whoever knows the seed can draw the same ones again.
 *
 * @param share above 0, at most 1, which is all
 */
public record Sample(BigDecimal share, String seed) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(1L << 53);

    /** Whether this evaluation is drawn. */
    boolean draws(UUID id) {
        if (share.compareTo(BigDecimal.ONE) >= 0) {
            return true;
        }
        long drawn = ByteBuffer.wrap(sha256(seed + " " + id)).getLong() >>> 11;
        return BigDecimal.valueOf(drawn).compareTo(share.multiply(WHOLE)) < 0;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
