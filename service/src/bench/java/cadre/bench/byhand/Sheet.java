package cadre.bench.byhand;

import cadre.bench.byhand.Told.Coded;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.evaluation.Outcome.FiringLine;
import cadre.engine.facts.Effect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What rules found in one case, in the order of firing. */
final class Sheet {
    final List<FiringLine> firings = new ArrayList<>();
    final List<Found> found = new ArrayList<>();
    private final Edition edition;
    private final int missing;
    private Told told;
    private List<String> matched = List.of();
    private List<String> facts = List.of();
    private int calls;

    /**
     * For one case.
     *
     * @param missing how many holds stand before the first finding
     */
    Sheet(Edition edition, Told nothing, int missing) {
        this.edition = edition;
        this.told = nothing;
        this.missing = missing;
    }

    void fire(Told criterion, String fact, Object... values) {
        fire(criterion, List.of(fact), values);
    }

    void fire(Told criterion, List<String> all, Object... values) {
        counting(criterion, all, all, all, values);
    }

    /** A firing whose accumulates counted some facts beside the one matched, if there is one. */
    void counting(Told criterion, List<String> matching, List<String> counted, Object... values) {
        LinkedHashSet<String> once = new LinkedHashSet<>(matching);
        once.addAll(counted);
        List<String> all = List.copyOf(once);
        counting(criterion, matching, all, all, values);
    }

    /** A firing whose subject people know by other names. */
    void renaming(Told criterion, List<String> all, List<String> renamed, Object... values) {
        counting(criterion, all, all, renamed, values);
    }

    private void counting(
            Told criterion, List<String> matching, List<String> all, List<String> listed, Object[] values) {
        told = criterion;
        matched = matching;
        facts = all;
        calls = 0;
        firings.add(new FiringLine(
                firings.size() + 1,
                criterion.id,
                criterion.title,
                criterion.basis,
                criterion.says(values),
                criterion.named(values),
                listed,
                criterion.parameters));
    }

    void award(BigDecimal points) {
        Found finding = add(Effect.POINTS);
        finding.points = points;
        finding.applied = points;
    }

    void deduct(BigDecimal points) {
        award(points.negate());
    }

    void gate(String grade) {
        add(Effect.GATE).grade = grade;
    }

    void cap(String grade) {
        add(Effect.CAP).grade = grade;
    }

    void flag() {
        add(Effect.FLAG);
    }

    void hold() {
        add(Effect.HOLD);
    }

    void ungraded() {
        add(Effect.UNGRADED);
    }

    void recommend(String action) {
        add(Effect.RECOMMEND).action = action;
    }

    void waive(Found target, BigDecimal share) {
        Found waiver = add(Effect.WAIVE);
        waiver.target = target;
        waiver.share = share;
        waiver.appliedShare = share.min(BigDecimal.ONE.subtract(target.waived));
        target.waived = target.waived.add(waiver.appliedShare);
    }

    private Found add(Effect effect) {
        Found finding = new Found(told, firings.size(), missing + found.size(), calls++, effect, matched, facts);
        found.add(finding);
        return finding;
    }

    Coded indicator(String code) {
        return new Coded(code, titles(edition.indicators(), code));
    }

    private static Titles titles(Map<String, Edition.IndicatorLine> lines, String code) {
        return java.util.Objects.requireNonNull(lines.get(code)).title();
    }
}
