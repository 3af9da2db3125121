package cadre.engine.impact;

import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.impact.Cause.Change;
import cadre.engine.impact.Cause.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes the difference of two totals apart, exactly: what is told adds up to the difference. Where a weight and a score
 * both changed, each gets half of what they did together, so that neither is counted first.
 */
final class Attribution {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal HALF_OF_A_HUNDREDTH = new BigDecimal("0.005");

    private final Outcome decided;
    private final Outcome tried;
    private final Revision revision;
    private final LocalDate lastDay;
    private final LocalDate day;
    private final Map<Cause, BigDecimal> points = new TreeMap<>();

    private Attribution(Outcome decided, Outcome tried, Revision revision, LocalDate day) {
        this.decided = decided;
        this.tried = tried;
        this.revision = revision;
        this.lastDay = decided.appraisal().to();
        this.day = day;
    }

    /**
     * The contributions, the largest first; none is 0.
     *
     * @param day the day whose parameters the candidate read
     */
    static List<Contribution> of(Outcome decided, Outcome tried, Revision revision, LocalDate day) {
        return new Attribution(decided, tried, revision, day).contributions();
    }

    private List<Contribution> contributions() {
        Map<String, DimensionLine> before = byCode(decided);
        Map<String, DimensionLine> after = byCode(tried);
        Map<String, Map<String, BigDecimal>> gave = points(decided);
        Map<String, Map<String, BigDecimal>> gives = points(tried);
        BigDecimal unrounded = BigDecimal.ZERO;
        Set<String> codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        for (String code : codes) {
            @Nullable DimensionLine was = before.get(code);
            @Nullable DimensionLine is = after.get(code);
            unrounded = unrounded.add(weighted(is)).subtract(weighted(was));
            if (was == null) {
                add(Cause.of(Kind.DIMENSION_NEW, code), weighted(is));
            } else if (is == null) {
                add(Cause.of(Kind.DIMENSION_GONE, code), weighted(was).negate());
            } else {
                dimension(was, is, gave.getOrDefault(code, Map.of()), gives.getOrDefault(code, Map.of()));
            }
        }
        add(Cause.of(Kind.ROUNDING, ""), tried.total().subtract(decided.total()).subtract(unrounded));
        return points.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .map(entry -> new Contribution(entry.getKey(), entry.getValue()))
                .sorted(Contribution.LARGEST)
                .toList();
    }

    private void dimension(
            DimensionLine was, DimensionLine is, Map<String, BigDecimal> gave, Map<String, BigDecimal> gives) {
        BigDecimal share = was.weight().add(is.weight()).multiply(HALF_OF_A_HUNDREDTH);
        if (was.weight().compareTo(is.weight()) != 0) {
            Cause cause = Cause.of(Kind.WEIGHT, is.code(), change("weight", was.weight(), is.weight()));
            BigDecimal scores = was.score().add(is.score());
            add(cause, is.weight().subtract(was.weight()).multiply(scores).multiply(HALF_OF_A_HUNDREDTH));
        }
        if (was.start().compareTo(is.start()) != 0) {
            Cause cause = Cause.of(Kind.START, is.code(), change("start", was.start(), is.start()));
            add(cause, is.start().subtract(was.start()).multiply(share));
        }
        criteria(gave, gives, share);
        BigDecimal withinWas = within(was);
        BigDecimal withinIs = within(is);
        BigDecimal cut = withinIs.subtract(raw(is)).subtract(withinWas.subtract(raw(was)));
        add(Cause.of(Kind.LIMITS, is.code()), cut.multiply(share));
        BigDecimal rounded = is.score().subtract(withinIs).subtract(was.score().subtract(withinWas));
        add(Cause.of(Kind.ROUNDING, ""), rounded.multiply(share));
    }

    private void criteria(Map<String, BigDecimal> gave, Map<String, BigDecimal> gives, BigDecimal share) {
        Set<String> ids = new HashSet<>(gave.keySet());
        ids.addAll(gives.keySet());
        for (String id : ids) {
            BigDecimal was = gave.getOrDefault(id, BigDecimal.ZERO);
            BigDecimal is = gives.getOrDefault(id, BigDecimal.ZERO);
            if (was.compareTo(is) != 0) {
                Kind kind = !gave.containsKey(id) ? Kind.FIRES : !gives.containsKey(id) ? Kind.RESTS : Kind.POINTS;
                add(revision.criterion(kind, id, lastDay, day), is.subtract(was).multiply(share));
            }
        }
    }

    private void add(Cause cause, BigDecimal more) {
        points.merge(cause, more, BigDecimal::add);
    }

    private static Change change(String name, BigDecimal was, BigDecimal is) {
        return new Change(name, Revision.plain(was), Revision.plain(is));
    }

    private static BigDecimal weighted(@Nullable DimensionLine line) {
        return line == null
                ? BigDecimal.ZERO
                : line.weight().multiply(line.score()).multiply(HUNDREDTH);
    }

    private static BigDecimal raw(DimensionLine line) {
        return line.start().add(line.points());
    }

    private static BigDecimal within(DimensionLine line) {
        return raw(line).max(line.min()).min(line.max());
    }

    private static Map<String, DimensionLine> byCode(Outcome outcome) {
        Map<String, DimensionLine> lines = new HashMap<>();
        outcome.dimensions().forEach(line -> lines.put(line.code(), line));
        return lines;
    }

    /** What each criterion gave, by dimension. */
    private static Map<String, Map<String, BigDecimal>> points(Outcome outcome) {
        Map<String, Map<String, BigDecimal>> points = new HashMap<>();
        for (FindingLine finding : outcome.findings()) {
            BigDecimal applied = finding.applied();
            if (applied != null && finding.dimension() != null && finding.criterion() != null) {
                points.computeIfAbsent(finding.dimension(), dimension -> new HashMap<>())
                        .merge(finding.criterion(), applied, BigDecimal::add);
            }
        }
        return points;
    }
}
