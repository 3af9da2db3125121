package cadre.engine.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A measured quantity; its code is unique in a case file.
 *
 * @param id the record number at the source
 * @param code what is measured, from indicators.yaml
 * @param actual the measured value
 * @param target the value to reach
 * @param baseline the same quantity a period ago
 * @param weight weight of a job target among job targets
 * @param unit unit of all three values
 */
public record Indicator(
        String id,
        @CodeOf(CodeKind.INDICATOR) String code,
        BigDecimal actual,
        @Nullable BigDecimal target,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal weight,
        String unit)
        implements Fact {}
