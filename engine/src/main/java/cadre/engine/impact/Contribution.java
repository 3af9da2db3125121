package cadre.engine.impact;

import java.math.BigDecimal;
import java.util.Comparator;

/** What a cause adds to the total, signed, exact. */
public record Contribution(Cause cause, BigDecimal points) {
    /** The largest first, whatever its sign. */
    static final Comparator<Contribution> LARGEST = Comparator.comparing(
                    (Contribution each) -> each.points().abs())
            .reversed()
            .thenComparing(Contribution::cause);
}
