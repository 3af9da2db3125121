package cadre.engine.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The numbers that figures accept, and how their results are rounded. */
final class Numbers {
    static final MathContext RESULT = MathContext.DECIMAL128;

    /** Guard digits enough that a result which 34 digits can hold comes out exact. */
    static final MathContext WORKING = new MathContext(50, RoundingMode.HALF_EVEN);

    /** As many digits as machine arithmetic divides at once. */
    private static final MathContext SHORT = new MathContext(16, RoundingMode.HALF_EVEN);

    private static final int DIGITS = 1000;
    private static final int BITS = 3322;

    private Numbers() {}

    /** Whether arithmetic on these numbers is cheap, whatever they are combined with. */
    static boolean inRange(BigDecimal... values) {
        for (BigDecimal value : values) {
            // Bits first: counting the digits of a huge number is itself slow.
            if (Math.abs((long) value.scale()) > DIGITS
                    || value.unscaledValue().bitLength() > BITS
                    || value.precision() > DIGITS) {
                return false;
            }
        }
        return true;
    }

    static boolean inRange(Fraction fraction) {
        return fraction.numerator().bitLength() <= BITS
                && fraction.denominator().bitLength() <= BITS;
    }

    /**
     * The quotient, rounded. Most quotients of reported numbers end after a few digits; these are found in a tenth of the
     * time by dividing to few digits and multiplying back, and are the same to the last zero.
     */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        BigDecimal few = dividend.divide(divisor, SHORT);
        boolean whole = few.scale() >= dividend.scale() - divisor.scale()
                && few.multiply(divisor).compareTo(dividend) == 0;
        return whole ? few : dividend.divide(divisor, RESULT);
    }

    /** The value as a whole number of at most this size, or null if it is not one. */
    static @Nullable Integer whole(BigDecimal value, int most) {
        if (!inRange(value) || value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            return null;
        }
        int truncated = value.intValue();
        return BigDecimal.valueOf(truncated).compareTo(value) == 0 ? truncated : null;
    }

    /** A working result rounded, without the zeros that guard digits leave behind. */
    static BigDecimal rounded(BigDecimal working) {
        BigDecimal result = working.round(RESULT).stripTrailingZeros();
        return result.scale() < 0 ? result.setScale(0) : result;
    }

    /** The value with so many decimal places, 0 to 34, or null if that cannot be. */
    static @Nullable BigDecimal scaled(BigDecimal value, BigDecimal places, RoundingMode mode) {
        Integer whole = whole(places, RESULT.getPrecision());
        return whole == null || whole < 0 || !inRange(value) ? null : value.setScale(whole, mode);
    }
}
