package cadre.engine.facts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyFiguresTest {
    private static final BigDecimal Z = d("1.96");
    private static final BigDecimal LAST_DIGITS = d("1E-32");

    record Answers(BigDecimal satisfied, BigDecimal respondents) {
        BigDecimal share() {
            return requireNonNull(Figures.share(satisfied, respondents));
        }

        BigDecimal lower() {
            return requireNonNull(Figures.wilsonLower(satisfied, respondents, Z));
        }

        BigDecimal upper() {
            return requireNonNull(Figures.wilsonUpper(satisfied, respondents, Z));
        }

        @Nullable
        BigDecimal lower(@Nullable BigDecimal designEffect, @Nullable BigDecimal population) {
            return Figures.surveyLower(satisfied, respondents, Z, designEffect, population);
        }

        @Nullable
        BigDecimal upper(@Nullable BigDecimal designEffect, @Nullable BigDecimal population) {
            return Figures.surveyUpper(satisfied, respondents, Z, designEffect, population);
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 10, 0.490, 0.943", "80, 100, 0.711, 0.867"})
    void published_intervals_at_95_per_cent(String satisfied, String respondents, String lower, String upper) {
        Answers answers = new Answers(d(satisfied), d(respondents));
        assertThat(answers.lower()).isCloseTo(d(lower), within(d("0.0005")));
        assertThat(answers.upper()).isCloseTo(d(upper), within(d("0.0005")));
    }

    @Property
    void bounds_agree_with_the_textbook_formula(@ForAll("answers") Answers answers) {
        double n = answers.respondents().doubleValue();
        double p = answers.satisfied().doubleValue() / n;
        double z = Z.doubleValue();
        double middle = p + z * z / (2 * n);
        double spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        assertThat(answers.lower().doubleValue()).isCloseTo((middle - spread) / scale, within(1e-12));
        assertThat(answers.upper().doubleValue()).isCloseTo((middle + spread) / scale, within(1e-12));
    }

    @Property
    void bounds_hold_the_share_between_them(@ForAll("answers") Answers answers) {
        assertThat(answers.lower()).isBetween(d("0"), answers.share());
        assertThat(answers.upper()).isBetween(answers.share(), d("1"));
    }

    @Property
    void nobody_and_everybody_satisfied_are_bounds_themselves(@ForAll @IntRange(min = 1) int respondents) {
        BigDecimal all = BigDecimal.valueOf(respondents);
        assertThat(new Answers(d("0"), all).lower()).isEqualByComparingTo("0");
        assertThat(new Answers(all, all).upper()).isEqualByComparingTo("1");
    }

    @Property
    void the_satisfied_and_the_others_mirror_each_other(@ForAll("answers") Answers answers) {
        Answers others = new Answers(answers.respondents().subtract(answers.satisfied()), answers.respondents());
        assertThat(answers.lower().add(others.upper())).isCloseTo(d("1"), within(LAST_DIGITS));
    }

    @Property
    void one_more_satisfied_raises_both_bounds(@ForAll("answers") Answers answers) {
        Answers more = new Answers(answers.satisfied(), answers.respondents().add(BigDecimal.ONE));
        Answers most = new Answers(answers.satisfied().add(BigDecimal.ONE), more.respondents());
        assertThat(most.lower()).isGreaterThan(more.lower());
        assertThat(most.upper()).isGreaterThan(more.upper());
    }

    @Property
    void more_confidence_widens_and_more_respondents_narrow(
            @ForAll("answers") Answers answers, @ForAll @IntRange(min = 2, max = 50) int times) {
        BigDecimal factor = BigDecimal.valueOf(times);
        Answers larger = new Answers(
                answers.satisfied().multiply(factor), answers.respondents().multiply(factor));
        assertThat(larger.upper().subtract(larger.lower()))
                .isLessThan(answers.upper().subtract(answers.lower()));

        BigDecimal surer = Figures.wilsonLower(answers.satisfied(), answers.respondents(), d("2.58"));
        assertThat(surer).isLessThanOrEqualTo(answers.lower());
    }

    @Property
    void a_design_effect_counts_as_so_many_fewer_respondents(
            @ForAll("answers") Answers answers, @ForAll @IntRange(min = 1, max = 10) int effect) {
        BigDecimal designEffect = BigDecimal.valueOf(effect);
        Answers larger = new Answers(
                answers.satisfied().multiply(designEffect),
                answers.respondents().multiply(designEffect));
        assertThat(larger.lower(designEffect, null)).isCloseTo(answers.lower(), within(LAST_DIGITS));
        assertThat(larger.upper(designEffect, null)).isCloseTo(answers.upper(), within(LAST_DIGITS));
    }

    @Property
    void a_smaller_population_narrows_down_to_the_share_of_everybody(
            @ForAll("answers") Answers answers, @ForAll @IntRange(min = 1, max = 100_000) int unasked) {
        BigDecimal population = answers.respondents().add(BigDecimal.valueOf(unasked));
        assertThat(answers.lower(null, population)).isBetween(answers.lower(), answers.share());
        assertThat(answers.upper(null, population)).isBetween(answers.share(), answers.upper());
        assertThat(answers.lower(null, answers.respondents()))
                .isEqualByComparingTo(answers.share())
                .isEqualByComparingTo(answers.upper(null, answers.respondents()));
    }

    @Test
    void a_population_corrects_by_the_stated_formula() {
        BigDecimal asked = Figures.surveyLower(d("80"), d("100"), Z, d("1.5"), d("400"));
        BigDecimal effective = d("88.6666666666666666666666666666666667");
        BigDecimal same = Figures.wilsonLower(effective.multiply(d("0.8")), effective, Z);
        assertThat(asked).isCloseTo(same, within(d("1E-30")));
    }

    @Test
    void an_unknown_design_is_a_simple_one() {
        Answers answers = new Answers(d("8"), d("10"));
        assertThat(answers.lower(null, null)).isEqualByComparingTo(answers.lower());
        assertThat(answers.upper(null, null)).isEqualByComparingTo(answers.upper());
    }

    @ParameterizedTest
    @CsvSource({
        "11, 10, 1.96",
        "-1, 10, 1.96",
        "0, 0, 1.96",
        "5, -10, 1.96",
        "8, 10, -1",
        "8, 10, 10.01",
        "8, 1000000000001, 1",
    })
    void nothing_comes_of_an_impossible_survey(String satisfied, String respondents, String z) {
        assertThat(Figures.wilsonLower(d(satisfied), d(respondents), d(z))).isNull();
        assertThat(Figures.wilsonUpper(d(satisfied), d(respondents), d(z))).isNull();
    }

    @Test
    void nothing_comes_of_an_impossible_design() {
        Answers answers = new Answers(d("8"), d("10"));
        assertThat(answers.lower(d("0.99"), null)).isNull();
        assertThat(answers.upper(null, d("9"))).isNull();
        assertThat(Figures.surveyLower(null, d("10"), Z, null, null)).isNull();
        assertThat(Figures.surveyUpper(d("8"), d("10"), null, null, null)).isNull();
    }

    @Provide
    Arbitrary<Answers> answers() {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 1_000_000);
        Arbitrary<Integer> perMille = Arbitraries.integers().between(0, 1000);
        return Combinators.combine(size, perMille)
                .as((n, of) -> new Answers(BigDecimal.valueOf((long) n * of / 1000), BigDecimal.valueOf(n)));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
