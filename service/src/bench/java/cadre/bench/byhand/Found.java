package cadre.bench.byhand;

import cadre.engine.facts.Effect;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding while it is being weighed. */
final class Found {
    final Told criterion;
    final int firing;
    final int place;
    final int call;
    final Effect effect;
    final List<String> matched;
    final List<String> facts;
    @Nullable BigDecimal points;
    @Nullable BigDecimal applied;
    @Nullable String grade;
    @Nullable String action;
    @Nullable Found target;
    @Nullable BigDecimal share;
    @Nullable BigDecimal appliedShare;
    BigDecimal waived = BigDecimal.ZERO;

    Found(Told criterion, int firing, int place, int call, Effect effect, List<String> matched, List<String> facts) {
        this.criterion = criterion;
        this.firing = firing;
        this.place = place;
        this.call = call;
        this.effect = effect;
        this.matched = matched;
        this.facts = facts;
    }

    String id() {
        return "F-" + (place + 1);
    }

    /** What findings of one fact are sorted by. */
    String key() {
        return criterion.id + ":" + String.join("+", matched) + "#" + call;
    }
}
