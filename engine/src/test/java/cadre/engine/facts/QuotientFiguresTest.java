package cadre.engine.facts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotientFiguresTest {
    private static final Fraction TWO_THIRDS = new Fraction(BigInteger.TWO, BigInteger.valueOf(3));

    @Test
    void shares_ratios_and_growth_of_known_numbers() {
        assertThat(Figures.share(d("20"), d("80"))).isEqualByComparingTo("0.25");
        assertThat(Figures.share(d("1"), d("3"))).isEqualByComparingTo("0.3333333333333333333333333333333333");
        assertThat(Figures.ratio(d("-7"), d("2"))).isEqualByComparingTo("-3.5");
        assertThat(Figures.growth(d("108"), d("100"))).isEqualByComparingTo("0.08");
        assertThat(Figures.growth(d("-90"), d("-100"))).isEqualByComparingTo("0.1");
        assertThat(Figures.attainmentOfLimit(d("80"), d("100"))).isEqualByComparingTo("1.2");
        assertThat(Figures.attainmentOfLimit(d("0"), d("100"))).isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.7", "79.995"})
    void a_target_just_reached_counts_as_reached(String value) {
        assertThat(Figures.attainment(d(value), d(value))).isEqualByComparingTo("1");
        assertThat(Figures.attainmentOfLimit(d(value), d(value))).isEqualByComparingTo("1");
    }

    @Test
    void nothing_comes_of_dividing_by_nothing() {
        assertThat(Figures.share(d("1"), d("0"))).isNull();
        assertThat(Figures.share(d("1"), d("-2"))).isNull();
        assertThat(Figures.ratio(d("1"), d("0.00"))).isNull();
        assertThat(Figures.attainment(d("1"), d("0"))).isNull();
        assertThat(Figures.attainmentOfLimit(d("1"), d("0"))).isNull();
        assertThat(Figures.growth(d("1"), d("0"))).isNull();
    }

    @Property
    void a_ratio_is_the_quotient_rounded_once_to_the_last_zero(
            @ForAll("anyhow") BigDecimal dividend, @ForAll("anyhow") BigDecimal divisor) {
        Assume.that(divisor.signum() != 0);
        assertThat(Figures.ratio(dividend, divisor)).isEqualTo(dividend.divide(divisor, MathContext.DECIMAL128));
    }

    @Provide
    Arbitrary<BigDecimal> anyhow() {
        Arbitrary<BigInteger> digits = Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(1_000)),
                Arbitraries.bigIntegers(),
                Arbitraries.integers().between(0, 40).map(BigInteger.TEN::pow));
        return Combinators.combine(digits, Arbitraries.integers().between(-30, 30))
                .as(BigDecimal::new);
    }

    @Property
    void attainment_is_one_or_more_exactly_if_the_target_is_reached(
            @ForAll("close") BigDecimal actual, @ForAll("close") BigDecimal target) {
        boolean reached = actual.compareTo(target) >= 0;
        assertThat(requireNonNull(Figures.attainment(actual, target)).compareTo(BigDecimal.ONE) >= 0)
                .isEqualTo(reached);
        boolean kept = actual.compareTo(target) <= 0;
        assertThat(requireNonNull(Figures.attainmentOfLimit(actual, target)).compareTo(BigDecimal.ONE) >= 0)
                .isEqualTo(kept);
    }

    /** Numbers of 34 digits that differ in the last few: where a rounded quotient would go wrong first. */
    @Provide
    Arbitrary<BigDecimal> close() {
        BigInteger top = BigInteger.TEN.pow(34);
        return Arbitraries.bigIntegers()
                .between(top.subtract(BigInteger.valueOf(9)), top.subtract(BigInteger.ONE))
                .map(unscaled -> new BigDecimal(unscaled, 30));
    }

    @Test
    void two_thirds_of_three_hundred_votes_is_two_hundred() {
        assertThat(Figures.portion(d("300"), TWO_THIRDS)).isEqualByComparingTo("200");
        assertThat(Figures.reaches(d("200"), d("300"), TWO_THIRDS)).isTrue();
        assertThat(Figures.exceeds(d("200"), d("300"), TWO_THIRDS)).isFalse();
        assertThat(Figures.reaches(d("199"), d("300"), TWO_THIRDS)).isFalse();
        assertThat(Figures.fallsShort(d("199"), d("300"), TWO_THIRDS)).isTrue();
        assertThat(Figures.fallsShort(d("200"), d("300"), TWO_THIRDS)).isFalse();
        assertThat(Figures.exceeds(d("201"), d("300"), TWO_THIRDS)).isTrue();
    }

    @Test
    void nothing_is_known_of_a_share_of_nobody() {
        Fraction none = new Fraction(BigInteger.ZERO, BigInteger.ONE);
        assertThat(Figures.reaches(d("0"), d("0"), none)).isNull();
        assertThat(Figures.reaches(d("1"), d("-1"), none)).isNull();
        assertThat(Figures.exceeds(d("1"), d("0"), none)).isNull();
        assertThat(Figures.fallsShort(d("0"), d("0"), TWO_THIRDS)).isNull();
    }

    @Property
    void a_fraction_is_compared_to_the_single_vote(
            @ForAll @IntRange(max = 9) int numerator,
            @ForAll @IntRange(min = 1, max = 9) int denominator,
            @ForAll @IntRange(min = 1) int times) {
        Fraction fraction = new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        BigDecimal whole = BigDecimal.valueOf((long) denominator * times);
        BigDecimal part = BigDecimal.valueOf((long) numerator * times);

        assertThat(Figures.portion(whole, fraction)).isEqualByComparingTo(part);
        assertThat(Figures.reaches(part, whole, fraction)).isTrue();
        assertThat(Figures.exceeds(part, whole, fraction)).isFalse();
        assertThat(Figures.exceeds(part.add(BigDecimal.ONE), whole, fraction)).isTrue();
        assertThat(Figures.reaches(part.subtract(BigDecimal.ONE), whole, fraction))
                .isFalse();
        assertThat(Figures.fallsShort(part.subtract(BigDecimal.ONE), whole, fraction))
                .isTrue();
    }

    @Test
    void robust_score_of_known_numbers() {
        assertThat(Figures.robustScore(d("57.413"), d("50"), d("5"), d("8"), d("8")))
                .isEqualByComparingTo("1");
        assertThat(Figures.robustScore(d("90"), d("50"), d("5"), d("8"), d("8")))
                .isEqualByComparingTo("3");
        assertThat(Figures.robustScore(d("0"), d("50"), d("5"), d("8"), d("8"))).isEqualByComparingTo("-3");
    }

    @Test
    void no_robust_score_among_equal_or_too_few_peers() {
        assertThat(Figures.robustScore(d("60"), d("50"), d("0"), d("8"), d("8")))
                .isNull();
        assertThat(Figures.robustScore(d("60"), d("50"), d("-5"), d("8"), d("8")))
                .isNull();
        assertThat(Figures.robustScore(d("60"), d("50"), d("5"), d("7"), d("8")))
                .isNull();
    }

    @Property
    void robust_score_is_symmetric_and_bounded(
            @ForAll("figure") BigDecimal value,
            @ForAll("figure") BigDecimal median,
            @ForAll("figure") BigDecimal spread) {
        Assume.that(spread.signum() != 0);
        BigDecimal score = requireNonNull(Figures.robustScore(value, median, spread.abs(), d("9"), d("8")));
        BigDecimal mirrored =
                requireNonNull(Figures.robustScore(value.negate(), median.negate(), spread.abs(), d("9"), d("8")));
        assertThat(score).isBetween(d("-3"), d("3")).isEqualByComparingTo(mirrored.negate());
        assertThat(score.signum()).isEqualTo(value.compareTo(median));
    }

    @Test
    void points_grow_evenly_between_two_thresholds() {
        assertThat(Figures.interpolate(d("85"), d("80"), d("0"), d("90"), d("10")))
                .isEqualByComparingTo("5");
        assertThat(Figures.interpolate(d("79"), d("80"), d("0"), d("90"), d("10")))
                .isEqualByComparingTo("0");
        assertThat(Figures.interpolate(d("91"), d("80"), d("0"), d("90"), d("10")))
                .isEqualByComparingTo("10");
        assertThat(Figures.interpolate(d("80"), d("80"), d("0"), d("80"), d("10")))
                .isNull();
    }

    @Property
    void interpolation_meets_both_points_and_stays_between_them(
            @ForAll("figure") BigDecimal x,
            @ForAll("figure") BigDecimal x1,
            @ForAll("figure") BigDecimal y1,
            @ForAll("figure") BigDecimal x2,
            @ForAll("figure") BigDecimal y2) {
        Assume.that(x1.compareTo(x2) != 0);
        assertThat(Figures.interpolate(x1, x1, y1, x2, y2)).isEqualByComparingTo(y1);
        assertThat(Figures.interpolate(x2, x1, y1, x2, y2)).isEqualByComparingTo(y2);
        BigDecimal between = Figures.interpolate(x, x1, y1, x2, y2);
        assertThat(between).isBetween(y1.min(y2), y1.max(y2));
        assertThat(between).isEqualByComparingTo(Figures.interpolate(x, x2, y2, x1, y1));
    }

    @Property
    void interpolation_never_falls_on_a_rising_line(
            @ForAll("figure") BigDecimal lower,
            @ForAll("figure") BigDecimal higher,
            @ForAll("figure") BigDecimal from,
            @ForAll("figure") BigDecimal to) {
        Assume.that(from.compareTo(to) != 0);
        BigDecimal atLower = Figures.interpolate(lower.min(higher), from.min(to), d("0"), from.max(to), d("7"));
        BigDecimal atHigher = Figures.interpolate(lower.max(higher), from.min(to), d("0"), from.max(to), d("7"));
        assertThat(atLower).isLessThanOrEqualTo(atHigher);
    }

    @Provide
    Arbitrary<BigDecimal> figure() {
        return Arbitraries.bigDecimals().between(d("-1000000"), d("1000000")).ofScale(4);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
