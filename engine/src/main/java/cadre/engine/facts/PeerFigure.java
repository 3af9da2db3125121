package cadre.engine.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What peers in like posts reached on one indicator.
 *
 * @param id the record number at the source
 * @param code the indicator compared
 * @param peers how many peers
 * @param median their median
 * @param deviation their median absolute deviation
 * @param rank the cadre's place among them, 1 is best
 */
public record PeerFigure(
        String id,
        @CodeOf(CodeKind.INDICATOR) String code,
        @Count BigDecimal peers,
        BigDecimal median,
        BigDecimal deviation,
        @Nullable @Count BigDecimal rank)
        implements Fact {}
