package cadre.engine.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The functions rules may call. All are pure. A missing argument gives a missing result, and a comparison with it is
 * false.
 *
 * <p>Unless a function says that it is exact, its result is rounded once, half to even, to 34 digits (DECIMAL128).
 *
 * <p>None can run long or use much memory. A number of more than 1 000 digits, or whose last digit stands more than
 * 1 000 places from the decimal point, is outside the range of every function marked {@link Partial}: the result is
 * then missing.
 */
public final class Figures {
    /** The function may give nothing although every argument is present. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Partial {}

    /** The function takes missing arguments and may still give a value. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Lenient {}

    private Figures() {}

    /** The value, or the second argument if the value is missing. */
    @Lenient
    public static BigDecimal orElse(@Nullable BigDecimal value, BigDecimal otherwise) {
        return value == null ? otherwise : value;
    }

    /** part / whole: 20 of 80 is 0.25. Nothing unless whole is above 0. */
    @Partial
    public static @Nullable BigDecimal share(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null ? null : Quotients.share(part, whole);
    }

    /** dividend / divisor: the division of rules. Nothing if the divisor is 0. */
    @Partial
    public static @Nullable BigDecimal ratio(@Nullable BigDecimal dividend, @Nullable BigDecimal divisor) {
        return dividend == null || divisor == null ? null : Quotients.ratio(dividend, divisor);
    }

    /**
     * actual / target, for what should be high: 1 if the target is just reached. Of numbers with up to 34 digits it is 1
     * or more exactly if actual is target or more. Nothing unless target is above 0.
     */
    @Partial
    public static @Nullable BigDecimal attainment(@Nullable BigDecimal actual, @Nullable BigDecimal target) {
        return actual == null || target == null ? null : Quotients.share(actual, target);
    }

    /**
     * 2 - actual / limit, for what should be low (practice): 1 if the limit is just kept, 2 if actual is 0, below 1 if the
     * limit is passed. Nothing unless limit is above 0.
     */
    @Partial
    public static @Nullable BigDecimal attainmentOfLimit(@Nullable BigDecimal actual, @Nullable BigDecimal limit) {
        return actual == null || limit == null ? null : Quotients.attainmentOfLimit(actual, limit);
    }

    /** (actual - baseline) / size of baseline: 0.08 is eight per cent more. Nothing if the baseline is 0. */
    @Partial
    public static @Nullable BigDecimal growth(@Nullable BigDecimal actual, @Nullable BigDecimal baseline) {
        return actual == null || baseline == null ? null : Quotients.growth(actual, baseline);
    }

    /** Whether part / whole is the fraction or more, exactly: 200 of 300 reaches 2/3. Nothing unless whole is above 0. */
    @Partial
    public static @Nullable Boolean reaches(
            @Nullable BigDecimal part, @Nullable BigDecimal whole, @Nullable Fraction fraction) {
        Integer order = Quotients.compare(part, whole, fraction);
        return order == null ? null : order >= 0;
    }

    /** Whether part / whole is more than the fraction, exactly: 200 of 300 does not exceed 2/3. Nothing unless whole is above 0. */
    @Partial
    public static @Nullable Boolean exceeds(
            @Nullable BigDecimal part, @Nullable BigDecimal whole, @Nullable Fraction fraction) {
        Integer order = Quotients.compare(part, whole, fraction);
        return order == null ? null : order > 0;
    }

    /** Whether part / whole is less than the fraction, exactly: 199 of 300 falls short of 2/3. Nothing unless whole is above 0. */
    @Partial
    public static @Nullable Boolean fallsShort(
            @Nullable BigDecimal part, @Nullable BigDecimal whole, @Nullable Fraction fraction) {
        Integer order = Quotients.compare(part, whole, fraction);
        return order == null ? null : order < 0;
    }

    /** whole times the fraction, rounded once: 2/3 of 300 is 200. */
    @Partial
    public static @Nullable BigDecimal portion(@Nullable BigDecimal whole, @Nullable Fraction fraction) {
        return whole == null || fraction == null ? null : Quotients.portion(whole, fraction);
    }

    /**
     * Lower bound of the share satisfied among all who could have been asked (Wilson 1927, score interval). With z 1.96,
     * 8 of 10 gives 0.490 and 80 of 100 gives 0.711.
     *
     * @param satisfied 0 to respondents
     * @param respondents above 0, at most 1E+12; small samples are for the rule to refuse
     * @param z 0 to 10: 1.96 for a confidence of 95 %
     * @return 0 to 1; nothing if an argument is outside its range
     */
    @Partial
    public static @Nullable BigDecimal wilsonLower(
            @Nullable BigDecimal satisfied, @Nullable BigDecimal respondents, @Nullable BigDecimal z) {
        return surveyLower(satisfied, respondents, z, null, null);
    }

    /** Upper bound to {@link #wilsonLower}: with z 1.96, 8 of 10 gives 0.943 and 80 of 100 gives 0.867. */
    @Partial
    public static @Nullable BigDecimal wilsonUpper(
            @Nullable BigDecimal satisfied, @Nullable BigDecimal respondents, @Nullable BigDecimal z) {
        return surveyUpper(satisfied, respondents, z, null, null);
    }

    /**
     * As {@link #wilsonLower}, for a survey by design: the sample n counts as n / designEffect (Kish 1965), times
     * (N - 1) / (N - n) for a population of N (finite population correction, Cochran 1977). If everybody was asked it is
     * the share itself.
     *
     * @param designEffect 1 or more; missing is 1
     * @param population respondents or more; missing is without end
     */
    @Partial
    @Lenient
    public static @Nullable BigDecimal surveyLower(
            @Nullable BigDecimal satisfied,
            @Nullable BigDecimal respondents,
            @Nullable BigDecimal z,
            @Nullable BigDecimal designEffect,
            @Nullable BigDecimal population) {
        if (satisfied == null || respondents == null || z == null) {
            return null;
        }
        Sample sample = Sample.of(satisfied, respondents, designEffect, population);
        return sample == null ? null : sample.lower(z);
    }

    /** Upper bound to {@link #surveyLower}. */
    @Partial
    @Lenient
    public static @Nullable BigDecimal surveyUpper(
            @Nullable BigDecimal satisfied,
            @Nullable BigDecimal respondents,
            @Nullable BigDecimal z,
            @Nullable BigDecimal designEffect,
            @Nullable BigDecimal population) {
        if (satisfied == null || respondents == null || z == null) {
            return null;
        }
        Sample sample = Sample.of(satisfied, respondents, designEffect, population);
        return sample == null ? null : sample.upper(z);
    }

    /**
     * How far a value stands from its peers: (value - median) / (1.4826 · median absolute deviation), clipped to -3 to 3
     * (Iglewicz and Hoaglin 1993). Nothing unless the deviation is above 0, or if peers are fewer than fewest.
     */
    @Partial
    public static @Nullable BigDecimal robustScore(
            @Nullable BigDecimal value,
            @Nullable BigDecimal median,
            @Nullable BigDecimal deviation,
            @Nullable BigDecimal peers,
            @Nullable BigDecimal fewest) {
        return value == null || median == null || deviation == null || peers == null || fewest == null
                ? null
                : Quotients.robustScore(value, median, deviation, peers, fewest);
    }

    /**
     * The height at x of the line from (x1, y1) to (x2, y2), which goes on level beyond both points: points that grow
     * evenly between two thresholds. Nothing if x1 is x2.
     */
    @Partial
    public static @Nullable BigDecimal interpolate(
            @Nullable BigDecimal x,
            @Nullable BigDecimal x1,
            @Nullable BigDecimal y1,
            @Nullable BigDecimal x2,
            @Nullable BigDecimal y2) {
        return x == null || x1 == null || y1 == null || x2 == null || y2 == null
                ? null
                : Quotients.interpolate(x, x1, y1, x2, y2);
    }

    /** The lesser value, exact. */
    public static @Nullable BigDecimal min(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.min(b);
    }

    /** The greater value, exact. */
    public static @Nullable BigDecimal max(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.max(b);
    }

    /** The value, but at least low and at most high, exact; high wins if it is below low. */
    public static @Nullable BigDecimal clamp(
            @Nullable BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return value == null || low == null || high == null
                ? null
                : value.max(low).min(high);
    }

    /** The size of the value without its sign, exact. */
    public static @Nullable BigDecimal abs(@Nullable BigDecimal value) {
        return value == null ? null : value.abs();
    }

    /**
     * base to the exponent, to 34 digits, exact if 34 digits hold it.
     *
     * @param base 0 or more, or any if exponent is whole
     * @param exponent -1 000 to 1 000; above 0 or 0 if base is 0; 0 gives 1
     * @return of a size from 1E-1000 to 1E+1000, or 0; nothing otherwise
     */
    @Partial
    public static @Nullable BigDecimal power(@Nullable BigDecimal base, @Nullable BigDecimal exponent) {
        return base == null || exponent == null ? null : Powers.power(base, exponent);
    }

    /**
     * The root, to 34 digits, exact if 34 digits hold it: degree 2 for the square root.
     *
     * @param value 0 or more
     * @param degree a whole number, 1 to 1 000
     */
    @Partial
    public static @Nullable BigDecimal root(@Nullable BigDecimal value, @Nullable BigDecimal degree) {
        return value == null || degree == null ? null : Powers.root(value, degree);
    }

    /** The natural logarithm, to 34 digits. Nothing unless the value is above 0. */
    @Partial
    public static @Nullable BigDecimal ln(@Nullable BigDecimal value) {
        return value == null ? null : Powers.ln(value);
    }

    /** The nearest value with this many decimal places (0 to 34, whole), halves away from 0. */
    @Partial
    public static @Nullable BigDecimal round(@Nullable BigDecimal value, @Nullable BigDecimal places) {
        return value == null || places == null ? null : Numbers.scaled(value, places, RoundingMode.HALF_UP);
    }

    /** The greatest value with this many decimal places (0 to 34, whole) that is not above the value. */
    @Partial
    public static @Nullable BigDecimal floor(@Nullable BigDecimal value, @Nullable BigDecimal places) {
        return value == null || places == null ? null : Numbers.scaled(value, places, RoundingMode.FLOOR);
    }

    /** The least value with this many decimal places (0 to 34, whole) that is not below the value. */
    @Partial
    public static @Nullable BigDecimal ceiling(@Nullable BigDecimal value, @Nullable BigDecimal places) {
        return value == null || places == null ? null : Numbers.scaled(value, places, RoundingMode.CEILING);
    }

    /** Days from one date to another, exact, negative if the second is earlier; the same day is 0. */
    public static @Nullable BigDecimal daysBetween(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }

    /** Full months from one date to another, exact: 31 January to 28 February is 0. Negative if the second is earlier. */
    public static @Nullable BigDecimal monthsBetween(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : BigDecimal.valueOf(ChronoUnit.MONTHS.between(from, to));
    }

    /** The date so many days later (-400 000 to 400 000, whole), in the years 1 to 9999. */
    @Partial
    public static @Nullable LocalDate plusDays(@Nullable LocalDate date, @Nullable BigDecimal days) {
        return date == null || days == null ? null : Dates.plus(date, days, 400_000, ChronoUnit.DAYS);
    }

    /**
     * The date so many months later (-12 000 to 12 000, whole), in the years 1 to 9999; on the last day of its month if it
     * would fall beyond.
     */
    @Partial
    public static @Nullable LocalDate plusMonths(@Nullable LocalDate date, @Nullable BigDecimal months) {
        return date == null || months == null ? null : Dates.plus(date, months, 12_000, ChronoUnit.MONTHS);
    }

    /** The year of the date, exact. */
    public static @Nullable BigDecimal yearOf(@Nullable LocalDate date) {
        return date == null ? null : BigDecimal.valueOf(date.getYear());
    }
}
