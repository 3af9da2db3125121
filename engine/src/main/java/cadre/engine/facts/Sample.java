package cadre.engine.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a survey found, and how much it tells.
 *
 * @param share of those who answered, 0 to 1
 * @param size of the simple random sample from an endless population that tells as much; null if everybody answered
 */
record Sample(BigDecimal share, @Nullable BigDecimal size) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** More than there are people; beyond it, guard digits would not suffice. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    /** The sample, or null if these numbers describe none; a missing population is endless, a missing effect is 1. */
    static @Nullable Sample of(
            BigDecimal satisfied,
            BigDecimal respondents,
            @Nullable BigDecimal designEffect,
            @Nullable BigDecimal population) {
        if (!Numbers.inRange(satisfied, respondents)
                || respondents.signum() <= 0
                || respondents.compareTo(MOST) > 0
                || satisfied.signum() < 0
                || satisfied.compareTo(respondents) > 0) {
            return null;
        }
        BigDecimal effect = designEffect == null ? BigDecimal.ONE : designEffect;
        if (!Numbers.inRange(effect) || effect.compareTo(BigDecimal.ONE) < 0) {
            return null;
        }
        BigDecimal share = satisfied.divide(respondents, Numbers.WORKING);
        BigDecimal size = respondents.divide(effect, Numbers.WORKING);
        if (population == null) {
            return new Sample(share, size);
        }
        if (!Numbers.inRange(population) || population.compareTo(respondents) < 0) {
            return null;
        }
        BigDecimal unasked = population.subtract(respondents);
        if (unasked.signum() == 0 || population.compareTo(BigDecimal.ONE) <= 0) {
            return new Sample(share, null);
        }
        return new Sample(
                share, size.multiply(population.subtract(BigDecimal.ONE)).divide(unasked, Numbers.WORKING));
    }

    /** Lower bound of the score interval, or null if z is not from 0 to 10. */
    @Nullable
    BigDecimal lower(BigDecimal z) {
        return isScore(z) ? Numbers.rounded(lowerBound(share, z)) : null;
    }

    /** Upper bound: what the lower bound of those not satisfied leaves. */
    @Nullable
    BigDecimal upper(BigDecimal z) {
        return isScore(z)
                ? Numbers.rounded(BigDecimal.ONE.subtract(lowerBound(BigDecimal.ONE.subtract(share), z)))
                : null;
    }

    private static boolean isScore(BigDecimal z) {
        return Numbers.inRange(z) && z.signum() >= 0 && z.compareTo(BigDecimal.TEN) <= 0;
    }

    /** (np + z²/2 - z·sqrt(np(1-p) + z²/4)) / (n + z²): the textbook form, numerator and denominator times n. */
    private BigDecimal lowerBound(BigDecimal p, BigDecimal z) {
        if (size == null) {
            return p;
        }
        BigDecimal square = z.multiply(z, Numbers.WORKING);
        BigDecimal expected = size.multiply(p);
        BigDecimal spread = z.multiply(expected.multiply(BigDecimal.ONE.subtract(p))
                .add(square.divide(FOUR, Numbers.WORKING))
                .sqrt(Numbers.WORKING));
        BigDecimal bound = expected.add(square.divide(TWO, Numbers.WORKING))
                .subtract(spread)
                .divide(size.add(square), Numbers.WORKING);
        return bound.max(BigDecimal.ZERO).min(p);
    }
}
