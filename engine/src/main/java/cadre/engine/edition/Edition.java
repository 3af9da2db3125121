package cadre.engine.edition;

import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Fraction;
import cadre.engine.facts.Level;
import cadre.engine.facts.ValueType;
import cadre.engine.language.Names;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One complete set of criteria, checked: every rule is typed, every parameter a rule names has a value on every day the
 * edition is in force.
 *
 * @param code such as 2026
 * @param version of the release, such as 2026.1
 * @param from first day in force; tested on the last day of the appraisal period
 * @param to last day in force, if it ends
 * @param types the appraisals it applies to; empty for all
 * @param levels the levels it applies to; empty for all
 * @param dimensions in the order written; weights sum to 100
 * @param grades highest first; empty if the edition does not grade
 * @param registers those that must have been consulted
 * @param digest SHA-256 over the sources, as "sha256:" and hex digits
 */
public record Edition(
        String code,
        String version,
        Titles title,
        LocalDate from,
        @Nullable LocalDate to,
        List<AppraisalType> types,
        List<Level> levels,
        List<String> basis,
        Rounding rounding,
        List<Dimension> dimensions,
        List<Grade> grades,
        Map<String, Titles> actions,
        List<String> registers,
        Map<String, ParameterLine> parameters,
        Map<String, IndicatorLine> indicators,
        List<RuleFile> files,
        String digest) {
    /** Stands where a grade would, for who is not graded; no edition may call a grade so. */
    public static final String NOT_GRADED = "NOT_GRADED";

    public record Rounding(int places, RoundingMode mode) {
        public BigDecimal round(BigDecimal value) {
            return value.setScale(places, mode);
        }
    }

    /** A weighted family of criteria; its score starts at start and stays within min and max. */
    public record Dimension(
            String code, Titles title, BigDecimal weight, BigDecimal start, BigDecimal min, BigDecimal max) {}

    /** A grade for totals from a value up. */
    public record Grade(String code, Titles title, BigDecimal from) {}

    /** A number of the criteria with its values by date, earliest first. */
    public record ParameterLine(String name, Titles title, String unit, List<DatedValue> values) {
        /** The value on a day: the latest that begins on or before it. */
        public Optional<DatedValue> on(LocalDate day) {
            return values.stream().filter(v -> !v.from().isAfter(day)).reduce((earlier, later) -> later);
        }
    }

    /** A value, BigDecimal or {@link cadre.engine.facts.Fraction}, and the day from which it holds. */
    public record DatedValue(LocalDate from, Object value, String reference) {}

    /** What may be reported under a code. */
    public record IndicatorLine(
            String code,
            Titles title,
            String unit,
            int scale,
            Direction direction,
            String family,
            Kind kind,
            boolean required) {}

    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }

    public enum Kind {
        OUTCOME,
        ACTIVITY
    }

    /** All rules, in the order of files and of their place in them. */
    public List<Rule> rules() {
        return files.stream().flatMap(file -> file.rules().stream()).toList();
    }

    /** Ids of all rules, in their order. */
    public List<String> criteria() {
        return rules().stream().map(Rule::id).toList();
    }

    /** What rules of this edition have names for. */
    public Names names() {
        return new Names(
                parameters.values().stream()
                        .collect(Collectors.toMap(
                                ParameterLine::name,
                                line -> line.values().stream().anyMatch(dated -> dated.value() instanceof Fraction)
                                        ? ValueType.FRACTION
                                        : ValueType.DECIMAL)),
                indicators.keySet(),
                indicators.values().stream().map(IndicatorLine::family).collect(Collectors.toSet()),
                Set.copyOf(registers),
                grades.stream().map(Grade::code).collect(Collectors.toSet()),
                dimensions.stream().map(Dimension::code).collect(Collectors.toSet()),
                actions.keySet());
    }

    /** The same edition with other rules or parameters, of which nothing is checked. */
    public Edition with(List<RuleFile> otherFiles, Map<String, ParameterLine> otherParameters) {
        return new Edition(
                code,
                version,
                title,
                from,
                to,
                types,
                levels,
                basis,
                rounding,
                dimensions,
                grades,
                actions,
                registers,
                otherParameters,
                indicators,
                otherFiles,
                digest);
    }

    /** Whether a case with this last day, type and level is judged by this edition. */
    public boolean judges(LocalDate lastDay, AppraisalType type, Level level) {
        return !lastDay.isBefore(from)
                && (to == null || !lastDay.isAfter(to))
                && (types.isEmpty() || types.contains(type))
                && (levels.isEmpty() || levels.contains(level));
    }
}
