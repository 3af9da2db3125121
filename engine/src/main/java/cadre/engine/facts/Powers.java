package cadre.engine.facts;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Powers, roots and logarithms of numbers in range. */
final class Powers {
    private static final int MOST = 1000;
    private static final BigDecimal LN_10 = BigDecimalMath.log(BigDecimal.TEN, Numbers.WORKING);
    private static final BigDecimal LN_MOST = LN_10.multiply(BigDecimal.valueOf(MOST));
    private static final BigDecimal NEAR = new BigDecimal("0.1");

    /** t is at most 1/19 near 1, so that the next power is below 1E-50 of the first. */
    private static final int NEAR_TERMS = 41;

    private Powers() {}

    static @Nullable BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (!Numbers.inRange(base, exponent) || exponent.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            return null;
        }
        if (base.signum() == 0) {
            return exponent.signum() < 0 ? null : exponent.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        Integer whole = Numbers.whole(exponent, MOST);
        if (whole != null) {
            BigDecimal power = base.pow(whole, Numbers.WORKING);
            return Math.abs(magnitude(power)) > MOST ? null : Numbers.rounded(power);
        }
        if (base.signum() < 0) {
            return null;
        }
        BigDecimal logarithm = logarithm(base).multiply(exponent, Numbers.WORKING);
        return logarithm.abs().compareTo(LN_MOST) > 0
                ? null
                : Numbers.rounded(BigDecimalMath.exp(logarithm, Numbers.WORKING));
    }

    static @Nullable BigDecimal root(BigDecimal value, BigDecimal degree) {
        Integer whole = Numbers.whole(degree, MOST);
        if (whole == null || whole < 1 || value.signum() < 0 || !Numbers.inRange(value)) {
            return null;
        }
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return Numbers.rounded(BigDecimalMath.exp(
                logarithm(value).divide(BigDecimal.valueOf(whole), Numbers.WORKING), Numbers.WORKING));
    }

    static @Nullable BigDecimal ln(BigDecimal value) {
        return value.signum() <= 0 || !Numbers.inRange(value) ? null : Numbers.rounded(logarithm(value));
    }

    /** The power of ten of the first digit. */
    private static int magnitude(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static BigDecimal logarithm(BigDecimal value) {
        if (value.subtract(BigDecimal.ONE).abs().compareTo(NEAR) <= 0) {
            return logarithmNearOne(value);
        }
        int magnitude = magnitude(value);
        if (magnitude == 0 || magnitude == -1) {
            return BigDecimalMath.log(value, Numbers.WORKING);
        }
        // The library's time grows with the exponent of a small number, so the exponent is taken out first.
        return BigDecimalMath.log(value.scaleByPowerOfTen(-magnitude), Numbers.WORKING)
                .add(LN_10.multiply(BigDecimal.valueOf(magnitude)), Numbers.WORKING);
    }

    /**
     * 2·(t + t³/3 + t⁵/5 + ...) with t = (x - 1)/(x + 1): here the library loses digits (measured: the logarithm of
     * 1 + 1E-999 came out as 2E-999).
     */
    private static BigDecimal logarithmNearOne(BigDecimal value) {
        BigDecimal t = value.subtract(BigDecimal.ONE).divide(value.add(BigDecimal.ONE), Numbers.WORKING);
        BigDecimal square = t.multiply(t, Numbers.WORKING);
        BigDecimal power = t;
        BigDecimal sum = t;
        for (int n = 3; n <= NEAR_TERMS; n += 2) {
            power = power.multiply(square, Numbers.WORKING);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), Numbers.WORKING), Numbers.WORKING);
        }
        return sum.add(sum);
    }
}
