package cadre.service.release;

import cadre.engine.edition.Titles;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release as the register knows it, from steps that were all proven.
 *
 * @param digest SHA-256 over its sources: what it is
 * @param edition its edition's code
 * @param scope which appraisals it judges
 * @param author who sent its sources in, if it was not built in
 * @param submitter who asked for its approval
 * @param approval that it may be in force, if it may
 * @param effective from when it is or is to be in force, if that was decided
 * @param everInForce whether it is or was in force
 * @param entered when it came into the register
 */
public record RegisteredRelease(
        String digest,
        String edition,
        String version,
        Titles title,
        Scope scope,
        ReleaseOrigin origin,
        ReleaseStatus status,
        @Nullable String author,
        @Nullable String submitter,
        @Nullable Approval approval,
        @Nullable Instant effective,
        boolean everInForce,
        Instant entered) {

    /**
     * Who approved a release, when, and knowing which report of its impact.
     *
     * @param impact digest of the report; none for a release that was approved when the program was built
     * @param key id of the key that signed it
     */
    public record Approval(
            String approver, Instant at, @Nullable String impact, String key) {}

    /** The same release with another status. */
    RegisteredRelease with(ReleaseStatus other) {
        return new RegisteredRelease(
                digest,
                edition,
                version,
                title,
                scope,
                origin,
                other,
                author,
                submitter,
                approval,
                effective,
                everInForce,
                entered);
    }
}
