package cadre.engine.facts;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction such as the legal 2/3, in lowest terms as written.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {
    public Fraction {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
    }

    /** Compares part/whole with this fraction without dividing; whole must be above 0. */
    public int compareShare(BigDecimal part, BigDecimal whole) {
        return part.multiply(new BigDecimal(denominator)).compareTo(whole.multiply(new BigDecimal(numerator)));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
