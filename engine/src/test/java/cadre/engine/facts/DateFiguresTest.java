package cadre.engine.facts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-12-31, 364, 11",
        "2026-01-01, 2027-01-01, 365, 12",
        "2028-02-28, 2028-03-01, 2, 0",
        "2026-01-31, 2026-02-28, 28, 0",
        "2026-03-15, 2026-03-15, 0, 0",
        "2026-03-15, 2026-01-14, -60, -2"
    })
    void known_spans(LocalDate from, LocalDate to, BigDecimal days, BigDecimal months) {
        assertThat(Figures.daysBetween(from, to)).isEqualByComparingTo(days);
        assertThat(Figures.monthsBetween(from, to)).isEqualByComparingTo(months);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1, 2026-02-28",
        "2024-01-31, 1, 2024-02-29",
        "2026-03-31, -1, 2026-02-28",
        "2026-05-01, 18, 2027-11-01"
    })
    void known_months_later(LocalDate date, BigDecimal months, LocalDate later) {
        assertThat(Figures.plusMonths(date, months)).isEqualTo(later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "400001", "-400001", "1E+999999999", "1E-999999999"})
    void no_date_after_an_impossible_span(String amount) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(Figures.plusDays(day, new BigDecimal(amount))).isNull();
        assertThat(Figures.plusMonths(day, new BigDecimal(amount))).isNull();
    }

    @Test
    void no_date_outside_the_years_people_write() {
        assertThat(Figures.plusDays(LocalDate.of(9999, 12, 31), BigDecimal.ONE)).isNull();
        assertThat(Figures.plusMonths(LocalDate.of(1, 1, 1), BigDecimal.ONE.negate()))
                .isNull();
        assertThat(Figures.plusDays(LocalDate.MAX, BigDecimal.ZERO)).isNull();
    }

    @Property
    void adding_days_undoes_counting_them(
            @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate from,
            @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate to) {
        assertThat(Figures.plusDays(from, Figures.daysBetween(from, to))).isEqualTo(to);
        assertThat(Figures.daysBetween(to, from))
                .isEqualByComparingTo(
                        requireNonNull(Figures.daysBetween(from, to)).negate());
    }

    @Property
    void adding_months_is_counted_as_months(
            @ForAll @DateRange(min = "1900-01-01", max = "2200-12-31") LocalDate date,
            @ForAll @IntRange(min = -1200, max = 1200) int months) {
        LocalDate first = date.withDayOfMonth(1);
        BigDecimal count = BigDecimal.valueOf(months);
        assertThat(Figures.monthsBetween(first, Figures.plusMonths(first, count)))
                .isEqualByComparingTo(count);
        assertThat(Figures.yearOf(date)).isEqualByComparingTo(BigDecimal.valueOf(date.getYear()));
    }
}
