package cadre.engine.inference;

import cadre.engine.facts.Effect;
import cadre.engine.facts.Finding;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The firings of one run as they happen, held to its limits: the one place that says what a conclusion may be and how a
 * finding is named. Not for several threads.
 */
public final class Firings {
    private final FiringLimits limits;
    private final long deadline;
    private final List<Firing> done = new ArrayList<>();
    private int count;
    private int concluded;
    private @Nullable Rule rule;
    private String prefix = "";
    private List<String> facts = List.of();
    private Map<String, Object> bound = Map.of();
    private List<Finding> findings = new ArrayList<>();

    /** The time allowed starts now. */
    public Firings(FiringLimits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    /**
     * A rule fires; its conclusions follow.
     *
     * @param matched ids of the facts matched by its open patterns, in their order
     * @param counted ids of the facts its accumulates ran over, sorted
     * @param bound as in {@link Firing}
     * @throws RuleFailed if a limit is exceeded
     */
    public void begin(Rule fired, List<String> matched, List<String> counted, Map<String, Object> bound) {
        finish();
        if (++count > limits.firings()) {
            throw new RuleFailed(fired.id(), "inference.too-many-firings", limits.firings());
        }
        if (System.nanoTime() - deadline > 0) {
            throw new RuleFailed(fired.id(), "inference.too-long", seconds(limits.time()));
        }
        this.rule = fired;
        this.prefix = fired.id() + ":" + String.join("+", matched) + "#";
        this.facts = matched;
        if (!counted.isEmpty() || matched.size() > 1) {
            LinkedHashSet<String> once = new LinkedHashSet<>(matched);
            once.addAll(counted);
            this.facts = List.copyOf(once);
        }
        this.bound = bound;
        this.findings = new ArrayList<>(fired.then().size());
    }

    /**
     * The rule that fires concludes something.
     *
     * @param first points, grade, action or target finding, as the verb wants
     * @param share the share of a waiver
     * @throws RuleFailed if points are negative, a share is not within 0 to 1, or an argument is missing
     */
    public void conclude(Verb verb, @Nullable Object first, @Nullable BigDecimal share) {
        switch (verb) {
            case AWARD -> add(Effect.POINTS, points(first), null, null, null, null);
            case DEDUCT -> add(Effect.POINTS, points(first).negate(), null, null, null, null);
            case GATE -> add(Effect.GATE, null, text(first), null, null, null);
            case CAP -> add(Effect.CAP, null, text(first), null, null, null);
            case FLAG -> add(Effect.FLAG, null, null, null, null, null);
            case HOLD -> add(Effect.HOLD, null, null, null, null, null);
            case UNGRADED -> add(Effect.UNGRADED, null, null, null, null, null);
            case WAIVE -> add(Effect.WAIVE, null, null, text(first), share(share), null);
            case RECOMMEND -> add(Effect.RECOMMEND, null, null, null, null, text(first));
        }
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** The firings since the last call. */
    public List<Firing> take() {
        finish();
        List<Firing> taken = List.copyOf(done);
        done.clear();
        return taken;
    }

    private void finish() {
        if (rule != null) {
            done.add(new Firing(rule, facts, bound, findings));
            rule = null;
        }
    }

    private void add(
            Effect effect,
            @Nullable BigDecimal points,
            @Nullable String grade,
            @Nullable String target,
            @Nullable BigDecimal share,
            @Nullable String action) {
        Rule by = firing();
        if (++concluded > limits.firings()) {
            throw new RuleFailed(by.id(), "inference.too-many-findings", limits.firings());
        }
        int call = findings.size();
        findings.add(new Finding(
                prefix + call,
                by.id(),
                by.stratum(),
                effect,
                by.notes().dimension(),
                points,
                facts,
                grade,
                target,
                share,
                action,
                call));
    }

    private Rule firing() {
        if (rule == null) {
            throw new IllegalStateException("a conclusion without a firing");
        }
        return rule;
    }

    private BigDecimal points(@Nullable Object value) {
        if (!(value instanceof BigDecimal points)) {
            throw new RuleFailed(firing().id(), "inference.no-points");
        }
        if (points.signum() < 0) {
            throw new RuleFailed(firing().id(), "inference.negative-points", points.toPlainString());
        }
        return points;
    }

    private BigDecimal share(@Nullable BigDecimal share) {
        if (share == null) {
            throw new RuleFailed(firing().id(), "inference.no-share");
        }
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new RuleFailed(firing().id(), "inference.share-outside", share.toPlainString());
        }
        return share;
    }

    private String text(@Nullable Object value) {
        if (!(value instanceof String text)) {
            throw new RuleFailed(firing().id(), "inference.no-text");
        }
        return text;
    }
}
