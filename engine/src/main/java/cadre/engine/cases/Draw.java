package cadre.engine.cases;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Draws values, and rather those on which criteria turn: on a threshold, and one step beside it. */
final class Draw {
    private final RandomGenerator random;
    private final Appraisal appraisal;
    private final List<BigDecimal> thresholds;
    private final List<Fraction> fractions;
    private final Standing standing;
    private final boolean complete;

    /** What a cadre's record is like on the whole, so that every grade comes up. */
    enum Standing {
        GOOD,
        MIXED,
        POOR
    }

    Draw(RandomGenerator random, Appraisal appraisal, Thresholds thresholds) {
        this.random = random;
        this.appraisal = appraisal;
        this.thresholds = thresholds.numbers();
        this.fractions = thresholds.fractions();
        this.standing = one(List.of(Standing.GOOD, Standing.GOOD, Standing.MIXED, Standing.MIXED, Standing.POOR));
        this.complete = chance(50);
    }

    /** The numbers of an edition. */
    record Thresholds(List<BigDecimal> numbers, List<Fraction> fractions) {
        static Thresholds of(Edition edition) {
            List<Object> values = edition.parameters().values().stream()
                    .flatMap(line -> line.values().stream())
                    .map(Edition.DatedValue::value)
                    .distinct()
                    .toList();
            return new Thresholds(
                    Stream.concat(
                                    Stream.of(BigDecimal.ZERO, BigDecimal.ONE),
                                    values.stream()
                                            .filter(BigDecimal.class::isInstance)
                                            .map(BigDecimal.class::cast))
                            .toList(),
                    Stream.concat(
                                    Stream.of(new Fraction(BigInteger.ONE, BigInteger.TWO)),
                                    values.stream()
                                            .filter(Fraction.class::isInstance)
                                            .map(Fraction.class::cast))
                            .toList());
        }
    }

    Appraisal appraisal() {
        return appraisal;
    }

    Standing standing() {
        return standing;
    }

    /**
     * Whether all was asked in time, reported and verified, whatever the record is like: else nearly every result would be
     * held, and what follows from a grade would hardly come up.
     */
    boolean complete() {
        return complete;
    }

    /** True with a chance that depends on the record. */
    boolean chance(int good, int mixed, int poor) {
        return chance(
                switch (standing) {
                    case GOOD -> good;
                    case MIXED -> mixed;
                    case POOR -> poor;
                });
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A threshold, or a step of its last digit beside it. */
    BigDecimal nearThreshold() {
        return beside(one(thresholds));
    }

    /** The number, or a step of its last digit above or below. */
    BigDecimal beside(BigDecimal number) {
        return number.add(BigDecimal.valueOf(between(-1, 1), number.scale()));
    }

    BigDecimal decimal() {
        return chance(60) ? nearThreshold() : BigDecimal.valueOf(between(0, 12_000), between(0, 2));
    }

    BigDecimal notNegative() {
        return decimal().max(BigDecimal.ZERO);
    }

    BigDecimal count() {
        return chance(40) ? BigDecimal.valueOf(between(0, 5)) : whole(notNegative());
    }

    /** At most the other count, and often the part of it on which a criterion turns. */
    BigDecimal partOf(BigDecimal whole) {
        BigDecimal part = switch (between(0, 3)) {
            case 0 -> whole;
            case 1 -> {
                Fraction fraction = one(fractions);
                yield whole.multiply(new BigDecimal(fraction.numerator()))
                        .divide(new BigDecimal(fraction.denominator()), 0, RoundingMode.HALF_UP);
            }
            case 2 -> whole(whole.multiply(one(thresholds)));
            default -> whole(whole.multiply(BigDecimal.valueOf(between(0, 100), 2)));
        };
        return beside(part).max(BigDecimal.ZERO).min(whole);
    }

    /** A part that speaks for the cadre if the record is good. */
    BigDecimal goodPartOf(BigDecimal whole) {
        return chance(90, 20, 0)
                ? whole.subtract(whole(whole.multiply(BigDecimal.valueOf(between(0, 5), 2))))
                : partOf(whole);
    }

    private static BigDecimal whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP);
    }

    /** A day: on an edge of the period, as far from its end as a threshold says, or any in two years. */
    LocalDate day() {
        LocalDate edge = chance(50) ? appraisal.from() : appraisal.to();
        return switch (between(0, 3)) {
            case 0 -> edge.plusDays(between(-1, 1));
            case 1 -> edge.minusMonths(small()).plusDays(between(-1, 1));
            case 2 -> appraisal.from().minusDays(between(0, 365));
            default ->
                appraisal.from().plusDays(between(0, (int) ChronoUnit.DAYS.between(appraisal.from(), appraisal.to())));
        };
    }

    /** A day on or after another: the same, as far from it as a threshold says, or any within a year. */
    LocalDate dayFrom(LocalDate first) {
        return switch (between(0, 2)) {
            case 0 -> first.plusDays(between(0, 1));
            case 1 -> {
                LocalDate day =
                        (chance(50) ? first.plusDays(small()) : first.plusMonths(small())).plusDays(between(-1, 1));
                yield day.isBefore(first) ? first : day;
            }
            default -> first.plusDays(between(0, 365));
        };
    }

    private int small() {
        BigDecimal threshold = one(thresholds);
        return threshold.compareTo(BigDecimal.valueOf(120)) > 0 ? between(1, 24) : threshold.intValue();
    }
}
