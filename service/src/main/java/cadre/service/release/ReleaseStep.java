package cadre.service.release;

import cadre.engine.edition.Titles;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a release: who did what, when and why, and what became of it. It names everything that an
 * approval rests on, so that its signature covers that too.
 *
 * @param revision of the register after it: 1 for the first step, then one more for each
 * @param previous SHA-256 of the record of the step before it, so that none can be left out
 * @param person who took it; {@link #BUILD} and {@link #CLOCK} are not people
 * @param before the status from which it was taken, if the release was known
 * @param effective from when the release is to be in force, if the step decides that
 * @param impact digest of the report that the approver saw, if the step approves
 * @param replaces the release that it took out of force, if it did
 * @param declared what the sources say of themselves, if the step brings the release in
 */
public record ReleaseStep(
        long revision,
        String previous,
        String digest,
        String edition,
        String version,
        ReleaseAction action,
        @Nullable ReleaseStatus before,
        ReleaseStatus after,
        String person,
        Instant at,
        @Nullable String reason,
        @Nullable String author,
        @Nullable String submitter,
        @Nullable Instant effective,
        @Nullable String impact,
        @Nullable String replaces,
        @Nullable Declared declared) {
    /** Stands for a person in what was decided when the program was built; no person can have this name. */
    public static final String BUILD = "(build)";

    /** Stands for a person when a time that somebody named has come. */
    public static final String CLOCK = "(clock)";

    /** What the sources of a release say of themselves. */
    public record Declared(Titles title, Scope scope) {}
}
