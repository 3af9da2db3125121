package cadre.engine.facts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "79.995, 2, 80.00, 79.99, 80.00",
        "-79.995, 2, -80.00, -80.00, -79.99",
        "2.5, 0, 3, 2, 3",
        "7, 3, 7.000, 7.000, 7.000"
    })
    void known_roundings(String value, String places, String nearest, String below, String above) {
        assertThat(Figures.round(d(value), d(places))).isEqualTo(d(nearest));
        assertThat(Figures.floor(d(value), d(places))).isEqualTo(d(below));
        assertThat(Figures.ceiling(d(value), d(places))).isEqualTo(d(above));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "35", "0.5", "1E+999999999", "1E-999999999"})
    void nothing_comes_of_impossible_places(String places) {
        assertThat(Figures.round(d("1"), d(places))).isNull();
        assertThat(Figures.floor(d("1"), d(places))).isNull();
        assertThat(Figures.ceiling(d("1"), d(places))).isNull();
    }

    @Property
    void roundings_enclose_the_value_within_one_unit(
            @ForAll("figure") BigDecimal value, @ForAll @IntRange(max = 6) int count) {
        BigDecimal places = BigDecimal.valueOf(count);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(count);
        BigDecimal below = Figures.floor(value, places);
        BigDecimal above = requireNonNull(Figures.ceiling(value, places));
        BigDecimal nearest = requireNonNull(Figures.round(value, places));

        assertThat(value).isBetween(below, above);
        assertThat(above.subtract(below)).isIn(unit, unit.subtract(unit));
        assertThat(nearest).isIn(below, above);
        assertThat(nearest.subtract(value).abs().multiply(d("2"))).isLessThanOrEqualTo(unit);
        assertThat(Figures.round(nearest, places)).isEqualTo(nearest);
    }

    @Test
    void bounds_are_exact_and_the_upper_one_wins() {
        assertThat(Figures.clamp(d("5"), d("0"), d("3"))).isEqualByComparingTo("3");
        assertThat(Figures.clamp(d("-5"), d("0"), d("3"))).isEqualByComparingTo("0");
        assertThat(Figures.clamp(d("2.5"), d("0"), d("3"))).isEqualByComparingTo("2.5");
        assertThat(Figures.clamp(d("5"), d("3"), d("0"))).isEqualByComparingTo("0");
    }

    @Property
    void least_greatest_and_size(@ForAll("figure") BigDecimal a, @ForAll("figure") BigDecimal b) {
        assertThat(Figures.min(a, b)).isIn(a, b).isLessThanOrEqualTo(a).isLessThanOrEqualTo(b);
        assertThat(Figures.max(a, b)).isIn(a, b).isGreaterThanOrEqualTo(a).isGreaterThanOrEqualTo(b);
        assertThat(Figures.abs(a)).isNotNegative().isIn(a, a.negate());
        assertThat(Figures.orElse(a, b)).isEqualTo(a);
        assertThat(Figures.orElse(null, b)).isEqualTo(b);
    }

    @Provide
    Arbitrary<BigDecimal> figure() {
        return Arbitraries.bigDecimals().between(d("-1000000"), d("1000000")).ofScale(7);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
