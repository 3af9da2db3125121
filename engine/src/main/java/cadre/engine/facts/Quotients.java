package cadre.engine.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Figures that end in one division. */
final class Quotients {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    /** Makes the median absolute deviation of normal values their standard deviation. */
    private static final BigDecimal NORMAL = new BigDecimal("1.4826");

    private Quotients() {}

    static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() > 0 ? ratio(part, whole) : null;
    }

    static @Nullable BigDecimal ratio(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() != 0 && Numbers.inRange(dividend, divisor) ? Numbers.quotient(dividend, divisor) : null;
    }

    static @Nullable BigDecimal attainmentOfLimit(BigDecimal actual, BigDecimal limit) {
        return limit.signum() > 0 && Numbers.inRange(actual, limit)
                ? Numbers.quotient(limit.multiply(TWO).subtract(actual), limit)
                : null;
    }

    static @Nullable BigDecimal growth(BigDecimal actual, BigDecimal baseline) {
        return Numbers.inRange(actual, baseline) && baseline.signum() != 0
                ? Numbers.quotient(actual.subtract(baseline), baseline.abs())
                : null;
    }

    /** The sign of part / whole less the fraction, or null if there is none. */
    static @Nullable Integer compare(
            @Nullable BigDecimal part, @Nullable BigDecimal whole, @Nullable Fraction fraction) {
        return part != null
                        && whole != null
                        && fraction != null
                        && whole.signum() > 0
                        && Numbers.inRange(part, whole)
                        && Numbers.inRange(fraction)
                ? Integer.valueOf(fraction.compareShare(part, whole))
                : null;
    }

    static @Nullable BigDecimal portion(BigDecimal whole, Fraction fraction) {
        return Numbers.inRange(whole) && Numbers.inRange(fraction)
                ? Numbers.quotient(
                        whole.multiply(new BigDecimal(fraction.numerator())), new BigDecimal(fraction.denominator()))
                : null;
    }

    static @Nullable BigDecimal interpolate(BigDecimal x, BigDecimal x1, BigDecimal y1, BigDecimal x2, BigDecimal y2) {
        if (!Numbers.inRange(x, x1, y1, x2, y2) || x1.compareTo(x2) == 0) {
            return null;
        }
        BigDecimal within = x.max(x1.min(x2)).min(x1.max(x2));
        return Numbers.quotient(
                y1.multiply(x2.subtract(within)).add(y2.multiply(within.subtract(x1))), x2.subtract(x1));
    }

    static @Nullable BigDecimal robustScore(
            BigDecimal value, BigDecimal median, BigDecimal deviation, BigDecimal peers, BigDecimal fewest) {
        return peers.compareTo(fewest) >= 0 && deviation.signum() > 0 && Numbers.inRange(value, median, deviation)
                ? Numbers.quotient(value.subtract(median), deviation.multiply(NORMAL))
                        .max(THREE.negate())
                        .min(THREE)
                : null;
    }
}
