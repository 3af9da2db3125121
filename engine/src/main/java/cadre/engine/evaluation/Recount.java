package cadre.engine.evaluation;

import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.facts.Effect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Comes to an outcome's total, band, grade and status a second time, from its JSON alone and by a way of its own, as a
 * clerk with pencil and paper would.
 */
public final class Recount {
    private final Outcome outcome;
    private final Map<String, FindingLine> byId = new HashMap<>();
    private final Map<String, BigDecimal> setAside = new HashMap<>();

    private Recount(Outcome outcome) {
        this.outcome = outcome;
    }

    /**
     * Counts again.
     *
     * @param json as written by {@link OutcomeJson}
     * @throws OutcomeDisputed if anything comes out differently, or the JSON is not an outcome's
     */
    public static void check(byte[] json) {
        Outcome read;
        try {
            read = OutcomeReader.readNumbers(json);
        } catch (IllegalArgumentException unreadable) {
            throw new OutcomeDisputed(String.valueOf(unreadable.getMessage()));
        }
        new Recount(read).check();
    }

    private void check() {
        numbers();
        shares();
        points();
        dimensions();
        same("total", total(), outcome.total());
        same("band", band(), outcome.band());
        same("grade", grade(), outcome.grade());
        boolean held = outcome.findings().stream().anyMatch(finding -> finding.effect() == Effect.HOLD);
        same("status", held ? Outcome.Status.HELD : Outcome.Status.PROPOSED, outcome.status());
    }

    private void numbers() {
        int n = 0;
        for (Outcome.FiringLine firing : outcome.firings()) {
            same("number of a firing", ++n, firing.n());
        }
        int last = 1;
        for (FindingLine finding : outcome.findings()) {
            same("number of a finding", "F-" + (byId.size() + 1), finding.id());
            byId.put(finding.id(), finding);
            Integer firing = finding.firing();
            if (firing == null) {
                same(finding.id() + " without a firing", true, finding.missing() != null);
            } else {
                same(finding.id() + " in the order of firings", true, firing >= last && firing <= n);
                last = firing;
                same(
                        "criterion of " + finding.id(),
                        outcome.firings().get(firing - 1).criterion(),
                        finding.criterion());
            }
        }
    }

    private void shares() {
        for (FindingLine waiver : outcome.findings()) {
            if (waiver.effect() != Effect.WAIVE) {
                continue;
            }
            FindingLine target = byId.get(waiver.target());
            if (target == null) {
                throw new OutcomeDisputed(waiver.id() + " waives what is not there: " + waiver.target());
            }
            BigDecimal before = setAside.getOrDefault(target.id(), BigDecimal.ZERO);
            BigDecimal wanted = before.add(required(waiver, "share", waiver.share()));
            boolean waivable = target.effect() == Effect.POINTS || target.effect() == Effect.CAP;
            BigDecimal after = waivable ? wanted.min(BigDecimal.ONE) : before;
            same("applied share of " + waiver.id(), after.subtract(before), waiver.appliedShare());
            setAside.put(target.id(), after);
        }
    }

    private BigDecimal remaining(FindingLine finding) {
        return BigDecimal.ONE.subtract(setAside.getOrDefault(finding.id(), BigDecimal.ZERO));
    }

    private void points() {
        Map<String, List<FindingLine>> byCriterion = new HashMap<>();
        for (FindingLine finding : outcome.findings()) {
            if (finding.effect() == Effect.POINTS) {
                String criterion = Objects.requireNonNullElse(finding.criterion(), "");
                byCriterion.computeIfAbsent(criterion, id -> new ArrayList<>()).add(finding);
            }
        }
        byCriterion.forEach((criterion, findings) -> points(findings, bound(criterion)));
    }

    private @Nullable BigDecimal bound(String criterion) {
        BigDecimal atMost = null;
        for (Outcome.Bound bound : outcome.bounds()) {
            if (bound.criterion().equals(criterion)) {
                atMost = bound.atMost();
            }
        }
        return atMost;
    }

    /** What one criterion may give is its bound and what its other findings take back; the first findings have it. */
    private void points(List<FindingLine> findings, @Nullable BigDecimal atMost) {
        BigDecimal gains = BigDecimal.ZERO;
        BigDecimal losses = BigDecimal.ZERO;
        for (FindingLine finding : findings) {
            BigDecimal points = waived(finding);
            gains = gains.add(points.max(BigDecimal.ZERO));
            losses = losses.add(points.min(BigDecimal.ZERO).negate());
        }
        BigDecimal gainsLeft = atMost == null ? gains : losses.add(atMost);
        BigDecimal lossesLeft = atMost == null ? losses : gains.add(atMost);
        for (FindingLine finding : findings) {
            BigDecimal points = waived(finding);
            BigDecimal counts;
            if (points.signum() >= 0) {
                counts = points.min(gainsLeft);
                gainsLeft = gainsLeft.subtract(counts);
            } else {
                counts = points.max(lossesLeft.negate());
                lossesLeft = lossesLeft.add(counts);
            }
            same("applied points of " + finding.id(), counts, finding.applied());
        }
    }

    private BigDecimal waived(FindingLine finding) {
        return required(finding, "points", finding.points()).multiply(remaining(finding));
    }

    private void dimensions() {
        BigDecimal weights = BigDecimal.ZERO;
        for (DimensionLine line : outcome.dimensions()) {
            BigDecimal points = BigDecimal.ZERO;
            for (FindingLine finding : outcome.findings()) {
                if (finding.effect() == Effect.POINTS && line.code().equals(finding.dimension())) {
                    points = points.add(required(finding, "applied points", finding.applied()));
                }
            }
            same("points of " + line.code(), points, line.points());
            BigDecimal sum = points.add(line.start());
            BigDecimal within = sum.compareTo(line.min()) < 0 ? line.min() : sum;
            within = within.compareTo(line.max()) > 0 ? line.max() : within;
            same("score of " + line.code(), rounded(within), line.score());
            same(
                    "places of the score of " + line.code(),
                    outcome.scale().places(),
                    line.score().scale());
            weights = weights.add(line.weight());
        }
        same("sum of weights", BigDecimal.valueOf(100), weights);
        for (FindingLine finding : outcome.findings()) {
            boolean counted = finding.effect() != Effect.POINTS
                    || outcome.dimensions().stream()
                            .anyMatch(line -> line.code().equals(finding.dimension()));
            same(finding.id() + " counts for a dimension", true, counted);
        }
    }

    private BigDecimal total() {
        BigDecimal hundredfold = BigDecimal.ZERO;
        for (DimensionLine line : outcome.dimensions()) {
            hundredfold = hundredfold.add(line.score().multiply(line.weight()));
        }
        same("places of the total", outcome.scale().places(), outcome.total().scale());
        return rounded(hundredfold.scaleByPowerOfTen(-2));
    }

    private BigDecimal rounded(BigDecimal value) {
        return value.setScale(
                outcome.scale().places(), RoundingMode.valueOf(outcome.scale().rounding()));
    }

    private @Nullable String band() {
        List<Outcome.GradeLine> grades = outcome.scale().grades();
        if (grades.isEmpty()) {
            return null;
        }
        int place = grades.size() - 1;
        while (place > 0 && outcome.total().compareTo(grades.get(place - 1).from()) >= 0) {
            place--;
        }
        return grades.get(place).code();
    }

    private @Nullable String grade() {
        if (outcome.band() == null) {
            return null;
        }
        if (outcome.findings().stream().anyMatch(finding -> finding.effect() == Effect.UNGRADED)) {
            return Outcome.NOT_GRADED;
        }
        List<String> codes =
                outcome.scale().grades().stream().map(Outcome.GradeLine::code).toList();
        int lowest = codes.indexOf(outcome.band());
        for (FindingLine finding : outcome.findings()) {
            boolean limits = finding.effect() == Effect.GATE
                    || (finding.effect() == Effect.CAP && remaining(finding).signum() > 0);
            if (limits) {
                int at = codes.indexOf(finding.grade());
                same("grade of " + finding.id() + " is known", true, at >= 0);
                lowest = Math.max(lowest, at);
            }
        }
        return codes.get(lowest);
    }

    private static BigDecimal required(FindingLine finding, String what, @Nullable BigDecimal value) {
        if (value == null) {
            throw new OutcomeDisputed(finding.id() + " has no " + what);
        }
        return value;
    }

    private static void same(String what, @Nullable Object counted, @Nullable Object stated) {
        boolean agree;
        if (counted instanceof BigDecimal one && stated instanceof BigDecimal other) {
            agree = one.compareTo(other) == 0;
        } else {
            agree = Objects.equals(counted, stated);
        }
        if (!agree) {
            throw new OutcomeDisputed(what + ": stated " + stated + ", counted " + counted);
        }
    }
}
