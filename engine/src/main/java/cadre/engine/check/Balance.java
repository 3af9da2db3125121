package cadre.engine.check;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.DatedValue;
import cadre.engine.edition.Edition.Dimension;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.edition.Edition.Kind;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.EditionSources;
import cadre.engine.facts.Fraction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether an edition weighs its indicators as the catalogue asks: results above activities (F-05), and a family that is
 * bounded, such as speed and scale (P-01), within its share of what its dimension can earn.
 *
 * <p>A bound is the parameter <code>family.FAMILY.share</code>, dated like every other.
 */
final class Balance {
    private static final String SPEED_AND_SCALE = "speed-and-scale";
    private static final String PREFIX = "family.";
    private static final String SUFFIX = ".share";

    private final Edition edition;
    private final Written written;
    private final Problems problems;

    private Balance(Edition edition, Written written, Problems problems) {
        this.edition = edition;
        this.written = written;
        this.problems = problems;
    }

    static void check(Edition edition, Written written, Problems problems) {
        Balance balance = new Balance(edition, written, problems);
        for (LocalDate day : balance.days()) {
            int before = problems.size();
            List<PointsAtStake> stakes = PointsAtStake.of(edition, day);
            balance.resultsAboveActivities(stakes, day);
            balance.bounded(stakes, day);
            if (problems.size() > before) {
                break;
            }
        }
    }

    /** A bound below 0 would fail every evaluation. */
    static void refuseNegativeBounds(Edition edition, Written written, Problems problems) {
        edition.rules()
                .forEach(rule -> Optional.ofNullable(rule.notes().atMost())
                        .map(edition.parameters()::get)
                        .ifPresent(line -> line.values().stream()
                                .map(DatedValue::value)
                                .filter(value -> decimal(value).signum() < 0)
                                .findFirst()
                                .ifPresent(value -> problems.add(
                                        "check.negative-bound",
                                        written.key(EditionSources.PARAMETERS, line.name()),
                                        line.name(),
                                        rule.id(),
                                        value))));
    }

    /** The parameters that bound a family, with its name. */
    static Map<String, String> bounds(Edition edition) {
        Map<String, String> bounds = new TreeMap<>();
        edition.indicators().values().stream()
                .map(IndicatorLine::family)
                .distinct()
                .filter(family -> edition.parameters().containsKey(PREFIX + family + SUFFIX))
                .forEach(family -> bounds.put(PREFIX + family + SUFFIX, family));
        return bounds;
    }

    private void resultsAboveActivities(List<PointsAtStake> stakes, LocalDate day) {
        BigDecimal outcomes = weight(stakes, line -> line.kind() == Kind.OUTCOME);
        BigDecimal activities = weight(stakes, line -> line.kind() == Kind.ACTIVITY);
        if (activities.signum() > 0 && outcomes.compareTo(activities) <= 0) {
            problems.add(
                    "check.activities-outweigh",
                    written.key(EditionSources.INDICATORS, first(Kind.ACTIVITY)),
                    plain(outcomes),
                    plain(activities),
                    day);
        }
    }

    private String first(Kind kind) {
        return edition.indicators().values().stream()
                .filter(line -> line.kind() == kind)
                .map(IndicatorLine::code)
                .findFirst()
                .orElse("");
    }

    private BigDecimal weight(List<PointsAtStake> stakes, Predicate<IndicatorLine> of) {
        return edition.dimensions().stream()
                .map(dimension -> points(stakes, dimension, of)
                        .multiply(dimension.weight())
                        .movePointLeft(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal points(List<PointsAtStake> stakes, Dimension dimension, Predicate<IndicatorLine> of) {
        return stakes.stream()
                .filter(stake -> stake.dimension().equals(dimension.code()))
                .map(stake -> stake.of(edition.indicators(), of))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void bounded(List<PointsAtStake> stakes, LocalDate day) {
        String own = PREFIX + SPEED_AND_SCALE + SUFFIX;
        if (!edition.parameters().containsKey(own)
                && weight(stakes, line -> line.family().equals(SPEED_AND_SCALE)).signum() > 0) {
            problems.add("check.unbounded-family", written.key(EditionSources.PARAMETERS, own), SPEED_AND_SCALE, own);
        }
        bounds(edition)
                .forEach((parameter, family) -> line(parameter)
                        .on(day)
                        .ifPresentOrElse(
                                value -> within(stakes, family, parameter, decimal(value.value()), day),
                                () -> problems.add(
                                        "edition.parameter-begins-late",
                                        written.key(EditionSources.PARAMETERS, parameter),
                                        parameter,
                                        line(parameter).values().get(0).from(),
                                        day)));
    }

    private void within(List<PointsAtStake> stakes, String family, String parameter, BigDecimal share, LocalDate day) {
        for (Dimension dimension : edition.dimensions()) {
            BigDecimal points = points(stakes, dimension, line -> line.family().equals(family));
            BigDecimal earnable = dimension.max().subtract(dimension.start());
            if (points.compareTo(earnable.multiply(share)) > 0) {
                problems.add(
                        "check.family-too-heavy",
                        written.key(EditionSources.PARAMETERS, parameter),
                        family,
                        plain(points),
                        plain(earnable),
                        dimension.code(),
                        plain(earnable.multiply(share)),
                        day);
            }
        }
    }

    private ParameterLine line(String parameter) {
        return Objects.requireNonNull(edition.parameters().get(parameter));
    }

    /** The first day in force and every later one on which a parameter changes. */
    private Set<LocalDate> days() {
        LocalDate to = edition.to();
        Set<LocalDate> days = new TreeSet<>();
        days.add(edition.from());
        edition.parameters().values().stream()
                .flatMap(line -> line.values().stream())
                .map(DatedValue::from)
                .filter(day -> day.isAfter(edition.from()) && (to == null || !day.isAfter(to)))
                .forEach(days::add);
        return days;
    }

    static BigDecimal decimal(Object value) {
        return value instanceof Fraction fraction
                ? new BigDecimal(fraction.numerator())
                        .divide(new BigDecimal(fraction.denominator()), MathContext.DECIMAL128)
                : (BigDecimal) value;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0
                ? "0"
                : value.round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
