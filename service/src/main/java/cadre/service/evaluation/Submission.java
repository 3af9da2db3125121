package cadre.service.evaluation;

import cadre.service.access.Caller;
import cadre.service.trace.Visit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to have evaluated.
 *
 * @param key the caller's idempotency key, if there is one
 * @param body the case file as received
 * @param release digest, version or edition code of the release asked for, if one is
 * @param supersedes the current evaluation that this one takes the place of, if there is one
 * @param reason why it does
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Submission(
        Visit visit,
        @Nullable String key,
        byte[] body,
        @Nullable String release,
        @Nullable UUID supersedes,
        @Nullable String reason) {

    Caller caller() {
        return visit.caller();
    }

    /** SHA-256 over all that makes two requests the same, in hexadecimal digits. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, body);
            add(digest, bytes(release));
            add(digest, bytes(supersedes));
            add(digest, bytes(reason));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(4).putInt(part.length).flip());
        digest.update(part);
    }

    private static byte[] bytes(@Nullable Object part) {
        return part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
    }
}
