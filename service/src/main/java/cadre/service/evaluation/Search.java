package cadre.service.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; everything given must hold.
 *
 * @param criterion id of a criterion that fired
 * @param release digest, version or edition code
 * @param from the period ends on this day or later
 * @param to the period ends on this day or earlier
 * @param after id of the last one on the page before
 * @param limit how many at most, from 1
 */
public record Search(
        @Nullable String cadre,
        @Nullable String unit,
        @Nullable String grade,
        @Nullable String criterion,
        @Nullable String release,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID after,
        int limit) {

    /**
     * Those found, newest first.
     *
     * @param more whether others follow
     */
    public record Page(List<EvaluationRecord> found, boolean more) {}
}
