package cadre.service.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which current evaluations are meant; what is not said does not matter.
 *
 * @param unit evaluated for this unit or one below it
 * @param edition decided by a release of this edition, by its code, version or digest
 * @param grade the grade they have
 * @param from the last day of the period is this one or later
 * @param to the last day of the period is this one or earlier
 */
public record Population(
        @Nullable String unit,
        @Nullable String edition,
        @Nullable String grade,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** All current evaluations. */
    public static final Population ALL = new Population(null, null, null, null, null);
}
