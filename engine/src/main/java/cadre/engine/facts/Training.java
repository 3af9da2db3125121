package cadre.engine.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Training taken in the period.
 *
 * @param id the record number at the source
 * @param mode how
 * @param hours hours completed
 * @param required hours required
 * @param examPassed whether the examination was passed, if there was one
 */
public record Training(
        String id,
        TrainingMode mode,
        BigDecimal hours,
        BigDecimal required,
        @Nullable Boolean examPassed) implements Fact {}
