package cadre.service.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A release as stored.
 *
 * @param number by which evaluations refer to it; none before it is stored
 * @param sources its files, zipped
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record StoredRelease(
        @Id @Nullable Integer number, String digest, String edition, String version, Instant entered, byte[] sources) {}
