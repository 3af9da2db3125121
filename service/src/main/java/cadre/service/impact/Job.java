package cadre.service.impact;

import cadre.service.evaluation.Population;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that learns what a candidate would make of evaluations.
 *
 * @param candidate digest of the release that is tried
 * @param person who asked
 * @param last the last evaluation that belongs to the population; none if it is empty
 * @param evaluations how many belong to it
 * @param reached the evaluation up to which all are added
 * @param lookedAt how many were looked at, those that the sample leaves out included
 * @param leftOut how many stored outcomes could not be compared
 * @param report digest of the report, once it is done
 */
public record Job(
        UUID id,
        String candidate,
        String version,
        String person,
        Instant created,
        Population population,
        Sample sample,
        @Nullable UUID last,
        long evaluations,
        Status status,
        @Nullable UUID reached,
        long lookedAt,
        long leftOut,
        @Nullable String report,
        @Nullable String failure,
        @Nullable Instant finished) {

    /** How far it is. */
    public enum Status {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
