package cadre.engine.facts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerFiguresTest {
    private static final BigDecimal LAST_DIGITS = d("1E-32");

    @ParameterizedTest
    @CsvSource({
        "2, 0.6931471805599453094172321214581766",
        "10, 2.302585092994045684017991454684364",
        "0.5, -0.6931471805599453094172321214581766",
        "1, 0",
        "1.000000000000000000000000000001, 9.999999999999999999999999999995E-31",
        "1E+1000, 2302.585092994045684017991454684364",
        "1E-1000, -2302.585092994045684017991454684364",
    })
    void known_logarithms_to_the_last_digit(String value, String logarithm) {
        assertThat(Figures.ln(d(value))).isEqualByComparingTo(logarithm);
    }

    @Test
    void a_logarithm_keeps_its_digits_however_near_to_one() {
        assertThat(Figures.ln(BigDecimal.ONE.add(d("1E-999")))).isEqualByComparingTo("1E-999");
        assertThat(Figures.ln(BigDecimal.ONE.subtract(d("1E-999")))).isEqualByComparingTo("-1E-999");
    }

    @Test
    void no_logarithm_of_nothing_or_less() {
        assertThat(Figures.ln(d("0"))).isNull();
        assertThat(Figures.ln(d("-1"))).isNull();
    }

    @Property
    void logarithms_of_a_product_add_up(@ForAll("positive") BigDecimal a, @ForAll("positive") BigDecimal b) {
        assertThat(Figures.ln(a.multiply(b)))
                .isCloseTo(requireNonNull(Figures.ln(a)).add(Figures.ln(b)), within(d("1E-30")));
    }

    @Property
    void logarithms_rise_with_their_values(@ForAll("positive") BigDecimal value) {
        BigDecimal next = value.add(d("0.000001"));
        assertThat(Figures.ln(next)).isGreaterThan(Figures.ln(value));
        assertThat(requireNonNull(Figures.ln(value)).doubleValue())
                .isCloseTo(Math.log(value.doubleValue()), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1.05, 2, 1.1025",
        "-2, 3, -8",
        "2, -2, 0.25",
        "4, 0.5, 2",
        "1.05, 2.3333, 1.120575160952025054915855740610688",
        "1.05, 100, 131.5012578463034550255975320937167",
        "1.05, -100.5, 0.007421222343661148953129717617986823",
        "7, 0, 1",
        "0, 0, 1",
        "0, 2.5, 0",
        "10, 1000, 1E+1000",
        "10, -1000, 1E-1000",
    })
    void known_powers_to_the_last_digit(String base, String exponent, String power) {
        assertThat(Figures.power(d(base), d(exponent))).isEqualByComparingTo(power);
    }

    @ParameterizedTest
    @CsvSource({"-4, 0.5", "0, -1", "10, 1001", "10, -1000.5", "2, 1E+999999999", "1E+900, 2", "1E-900, 1.5"})
    void no_power_outside_the_range(String base, String exponent) {
        assertThat(Figures.power(d(base), d(exponent))).isNull();
    }

    @Property
    void whole_powers_are_repeated_products(
            @ForAll("positive") BigDecimal base, @ForAll @IntRange(max = 40) int exponent) {
        BigDecimal product = base.pow(exponent).round(MathContext.DECIMAL128);
        assertThat(Figures.power(base, BigDecimal.valueOf(exponent))).isEqualByComparingTo(product);
    }

    @Property
    void broken_powers_lie_between_whole_ones(@ForAll("positive") BigDecimal base) {
        BigDecimal root = requireNonNull(Figures.power(base, d("0.5")));
        assertThat(relative(root.multiply(root), base)).isLessThan(LAST_DIGITS);
        assertThat(root).isBetween(base.min(BigDecimal.ONE), base.max(BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({
        "27, 3, 3",
        "1.21, 2, 1.1",
        "2, 3, 1.259921049894873164767210607278228",
        "1E+300, 7, 7196856730011520199287864249634569392229852.42101757917601265",
        "5, 1, 5",
        "0, 4, 0",
    })
    void known_roots(String value, String degree, String root) {
        BigDecimal rounded = d(root).round(MathContext.DECIMAL128);
        assertThat(Figures.root(d(value), d(degree))).isEqualByComparingTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"-8, 3", "8, 0", "8, -1", "8, 1.5", "8, 1001", "8, 1E+999999999", "1E+1001, 2"})
    void no_root_outside_the_range(String value, String degree) {
        assertThat(Figures.root(d(value), d(degree))).isNull();
    }

    @Property
    void roots_undo_powers_exactly(
            @ForAll("positive") BigDecimal value, @ForAll @IntRange(min = 1, max = 30) int degree) {
        assertThat(Figures.root(value.pow(degree), BigDecimal.valueOf(degree))).isEqualByComparingTo(value);
    }

    @Provide
    Arbitrary<BigDecimal> positive() {
        return Arbitraries.bigDecimals().between(d("0.000001"), d("1000000")).ofScale(6);
    }

    private static BigDecimal relative(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().divide(b, MathContext.DECIMAL128);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
