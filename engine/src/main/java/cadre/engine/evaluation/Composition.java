package cadre.engine.evaluation;

import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Finding;
import cadre.engine.inference.RuleFailed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What findings come to, exactly. Points are added without rounding; a dimension's score is rounded once, and the total
 * once.
 */
final class Composition {
    private final Edition edition;
    private final Map<String, Integer> dimensions = new HashMap<>();
    private final Map<String, Integer> grades = new HashMap<>();

    Composition(Edition edition) {
        this.edition = edition;
        for (Edition.Dimension dimension : edition.dimensions()) {
            dimensions.put(dimension.code(), dimensions.size());
        }
        for (Edition.Grade grade : edition.grades()) {
            grades.put(grade.code(), grades.size());
        }
    }

    /** The size that the sum of a criterion's points cannot exceed. */
    interface Bounds {
        @Nullable
        BigDecimal of(String criterion);
    }

    /**
     * Weighs findings: waivers first, then bounds. Shares of one finding add up to at most 1; waivers set points and
     * caps aside, and never a gate. What a criterion's sum exceeds its bound by is taken from its findings of the sum's
     * sign, the last first.
     *
     * @param findings sorted, so that the findings of a criterion stand together
     */
    Weighed weigh(List<Finding> findings, Bounds bounds) {
        int size = findings.size();
        @Nullable BigDecimal[] shares = new BigDecimal[size];
        BigDecimal[] waived = waived(findings, shares);
        @Nullable BigDecimal[] applied = new BigDecimal[size];
        boolean[] setAside = new boolean[size];
        for (int i = 0; i < size; i++) {
            BigDecimal points = findings.get(i).points();
            boolean untouched = waived[i].signum() == 0;
            setAside[i] = waived[i].compareTo(BigDecimal.ONE) == 0;
            if (points != null) {
                applied[i] = untouched ? points : points.multiply(BigDecimal.ONE.subtract(waived[i]));
            }
        }
        bound(findings, applied, bounds);
        return new Weighed(applied, shares, setAside);
    }

    private static BigDecimal[] waived(List<Finding> findings, @Nullable BigDecimal[] shares) {
        BigDecimal[] waived = new BigDecimal[findings.size()];
        Arrays.fill(waived, BigDecimal.ZERO);
        Map<String, Integer> places = Map.of();
        for (int i = 0; i < findings.size(); i++) {
            Finding waiver = findings.get(i);
            BigDecimal share = waiver.share();
            if (waiver.effect() != Effect.WAIVE || share == null) {
                continue;
            }
            if (places.isEmpty()) {
                places = places(findings);
            }
            Integer target = places.get(waiver.target());
            if (target == null) {
                throw new RuleFailed(waiver.criterion(), "inference.waives-nothing", String.valueOf(waiver.target()));
            }
            Effect effect = findings.get(target).effect();
            boolean waivable = effect == Effect.POINTS || effect == Effect.CAP;
            BigDecimal counts = waivable ? share.min(BigDecimal.ONE.subtract(waived[target])) : BigDecimal.ZERO;
            shares[i] = counts;
            waived[target] = waived[target].add(counts);
        }
        return waived;
    }

    private static Map<String, Integer> places(List<Finding> findings) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            places.put(findings.get(i).id(), i);
        }
        return places;
    }

    private static void bound(List<Finding> findings, @Nullable BigDecimal[] applied, Bounds bounds) {
        int first = 0;
        while (first < applied.length) {
            String criterion = findings.get(first).criterion();
            int end = first + 1;
            while (end < applied.length && findings.get(end).criterion().equals(criterion)) {
                end++;
            }
            BigDecimal bound = applied[first] == null && end == first + 1 ? null : bounds.of(criterion);
            if (bound != null) {
                bound(applied, first, end, bound);
            }
            first = end;
        }
    }

    private static void bound(@Nullable BigDecimal[] applied, int first, int end, BigDecimal bound) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = first; i < end; i++) {
            BigDecimal points = applied[i];
            sum = points == null ? sum : sum.add(points);
        }
        BigDecimal excess = sum.abs().subtract(bound);
        for (int i = end - 1; i >= first && excess.signum() > 0; i--) {
            BigDecimal points = applied[i];
            if (points != null && points.signum() == sum.signum()) {
                BigDecimal taken = points.abs().min(excess);
                applied[i] = sum.signum() > 0 ? points.subtract(taken) : points.add(taken);
                excess = excess.subtract(taken);
            }
        }
    }

    /** Start and points of every dimension, kept within its bounds and rounded. */
    List<DimensionLine> dimensions(List<Finding> findings, Weighed weighed) {
        BigDecimal[] sums = new BigDecimal[dimensions.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
        for (int i = 0; i < findings.size(); i++) {
            BigDecimal points = weighed.applied(i);
            if (points != null) {
                int dimension =
                        place(dimensions, findings.get(i), findings.get(i).dimension());
                sums[dimension] = sums[dimension].add(points);
            }
        }
        List<DimensionLine> lines = new ArrayList<>(sums.length);
        for (int i = 0; i < sums.length; i++) {
            Edition.Dimension dimension = edition.dimensions().get(i);
            BigDecimal score =
                    dimension.start().add(sums[i]).max(dimension.min()).min(dimension.max());
            lines.add(new DimensionLine(
                    dimension.code(),
                    dimension.title(),
                    dimension.weight(),
                    dimension.start(),
                    dimension.min(),
                    dimension.max(),
                    sums[i],
                    edition.rounding().round(score)));
        }
        return lines;
    }

    /** Weights, in per cent, times rounded scores, added and rounded. */
    BigDecimal total(List<DimensionLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (DimensionLine line : lines) {
            sum = sum.add(line.weight().multiply(line.score()));
        }
        return edition.rounding().round(sum.movePointLeft(2));
    }

    /** The highest grade that begins at or below the total, else the lowest; none if the edition does not grade. */
    @Nullable
    String band(BigDecimal total) {
        String lowest = null;
        for (Edition.Grade grade : edition.grades()) {
            lowest = grade.code();
            if (total.compareTo(grade.from()) >= 0) {
                return lowest;
            }
        }
        return lowest;
    }

    /** The lowest of band, gates and caps that were not set aside; NOT_GRADED if anything says so. */
    @Nullable
    String grade(@Nullable String band, List<Finding> findings, Weighed weighed) {
        if (band == null) {
            return null;
        }
        int lowest = java.util.Objects.requireNonNull(grades.get(band));
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            switch (finding.effect()) {
                case UNGRADED -> {
                    return Outcome.NOT_GRADED;
                }
                case GATE -> lowest = Math.max(lowest, place(grades, finding, finding.grade()));
                case CAP -> {
                    if (!weighed.setAside(i)) {
                        lowest = Math.max(lowest, place(grades, finding, finding.grade()));
                    }
                }
                default -> {}
            }
        }
        return edition.grades().get(lowest).code();
    }

    private static int place(Map<String, Integer> places, Finding finding, @Nullable String code) {
        Integer place = places.get(code);
        if (place == null) {
            throw new RuleFailed(finding.criterion(), "inference.unknown-grade", String.valueOf(code));
        }
        return place;
    }
}
