package cadre.engine.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tracked project.
 *
 * @param id the record number at the source
 * @param kind why it is tracked
 * @param due day of the milestone due in the period
 * @param completed day the milestone was reached
 * @param budget money planned, in 10 000 yuan
 * @param spent money spent, in 10 000 yuan
 * @param quality what acceptance said
 */
public record Project(
        String id,
        ProjectKind kind,
        LocalDate due,
        @Nullable LocalDate completed,
        BigDecimal budget,
        BigDecimal spent,
        ProjectQuality quality)
        implements Fact {}
