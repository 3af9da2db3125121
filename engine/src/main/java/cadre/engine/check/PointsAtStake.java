package cadre.engine.check;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.Dimension;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Condition;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The most points that a rule can award for indicators themselves, not for their place among peers: the largest parameter of unit "points" among what it awards,
 * once for each indicator it can match, and no more than its {@code @at_most} and what its dimension can earn.
 *
 * @param indicators among which the points are divided evenly
 */
record PointsAtStake(String dimension, Set<String> indicators, BigDecimal points) {
    private static final String INDICATOR = "Indicator";
    private static final String UNIT = "points";
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z0-9]+");

    /** One for each rule of the edition that awards points for indicators. */
    static List<PointsAtStake> of(Edition edition, LocalDate day) {
        Map<String, Dimension> dimensions = new HashMap<>();
        edition.dimensions().forEach(dimension -> dimensions.put(dimension.code(), dimension));
        List<PointsAtStake> stakes = new ArrayList<>();
        for (Rule rule : edition.rules()) {
            Dimension dimension = dimensions.get(rule.notes().dimension());
            if (dimension != null) {
                of(rule, dimension, edition, day).ifPresent(stakes::add);
            }
        }
        return stakes;
    }

    /** The points for those of its indicators that are so. */
    BigDecimal of(Map<String, IndicatorLine> lines, Predicate<IndicatorLine> so) {
        long many = indicators.stream()
                .map(lines::get)
                .filter(line -> line != null && so.test(line))
                .count();
        return points.multiply(BigDecimal.valueOf(many))
                .divide(BigDecimal.valueOf(indicators.size()), MathContext.DECIMAL128);
    }

    private static Optional<PointsAtStake> of(Rule rule, Dimension dimension, Edition edition, LocalDate day) {
        BigDecimal each = awarded(rule, edition, day);
        IndicatorsAsked asked = new IndicatorsAsked(edition);
        Set<String> codes = new LinkedHashSet<>();
        BigDecimal firings = BigDecimal.ONE;
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Pattern open && open.type().equals(INDICATOR)) {
                Set<String> of = asked.by(open);
                codes.addAll(of);
                firings = firings.multiply(BigDecimal.valueOf(Math.max(1, of.size())));
            }
        }
        if (codes.isEmpty()) {
            rule.when().stream()
                    .filter(Condition.Accumulate.class::isInstance)
                    .flatMap(IndicatorsAsked::patterns)
                    .filter(pattern -> pattern.type().equals(INDICATOR))
                    .forEach(pattern -> codes.addAll(asked.by(pattern)));
        }
        if (codes.isEmpty() || each.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal most = dimension.max().subtract(dimension.start());
        BigDecimal bound = Optional.ofNullable(rule.notes().atMost())
                .flatMap(name -> value(edition, name, day))
                .orElse(most);
        return Optional.of(new PointsAtStake(
                dimension.code(), codes, each.multiply(firings).min(bound).min(most)));
    }

    private static BigDecimal awarded(Rule rule, Edition edition, LocalDate day) {
        Map<String, String> given = new HashMap<>();
        rule.when().forEach(condition -> {
            if (condition instanceof Condition.Given parameter) {
                given.put(parameter.variable(), parameter.parameter());
            }
        });
        return rule.then().stream()
                .filter(conclusion -> conclusion.verb() == Verb.AWARD)
                .map(conclusion -> VARIABLE.matcher(RuleText.conclusion(conclusion))
                        .results()
                        .map(found -> given.get(found.group()))
                        .flatMap(name -> points(edition, name, day).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::max))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> points(Edition edition, @Nullable String name, LocalDate day) {
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(edition.parameters().get(name))
                        .filter(line -> line.unit().equals(UNIT))
                        .flatMap(line -> value(edition, name, day));
    }

    private static Optional<BigDecimal> value(Edition edition, String name, LocalDate day) {
        return Optional.ofNullable(edition.parameters().get(name))
                .flatMap((ParameterLine line) -> line.on(day))
                .map(dated -> Balance.decimal(dated.value()));
    }
}
