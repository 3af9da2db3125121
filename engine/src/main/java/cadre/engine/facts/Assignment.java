package cadre.engine.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Work assigned to the cadre, or a difficulty or risk event to be handled.
 *
 * @param id the record number at the source
 * @param kind what kind
 * @param assigned when
 * @param due by when
 * @param completed when it was completed
 * @param suspendedDays days for which the clock stood still
 * @param effective whether the result was accepted
 */
public record Assignment(
        String id,
        AssignmentKind kind,
        LocalDate assigned,
        LocalDate due,
        @Nullable LocalDate completed,
        @Count BigDecimal suspendedDays,
        boolean effective)
        implements Fact {}
