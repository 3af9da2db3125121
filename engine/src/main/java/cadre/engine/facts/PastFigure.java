package cadre.engine.facts;

import java.math.BigDecimal;

/**
 * What an indicator was in an earlier year, for trends over several years.
 *
 * @param id the record number at the source
 * @param code what was measured, from indicators.yaml
 * @param year the year measured
 * @param actual the measured value
 */
public record PastFigure(
        String id,
        @CodeOf(CodeKind.INDICATOR) String code,
        @Count BigDecimal year,
        BigDecimal actual) implements Fact {}
