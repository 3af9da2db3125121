package cadre.engine.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What each finding of a list counts for, after waivers and bounds; by its place in the list. */
final class Weighed {
    private final @Nullable BigDecimal[] applied;
    private final @Nullable BigDecimal[] shares;
    private final boolean[] setAside;

    Weighed(@Nullable BigDecimal[] applied, @Nullable BigDecimal[] shares, boolean[] setAside) {
        this.applied = applied;
        this.shares = shares;
        this.setAside = setAside;
    }

    /** The points that count, for POINTS. */
    @Nullable
    BigDecimal applied(int place) {
        return place < applied.length ? applied[place] : null;
    }

    /** The share that counts, for WAIVE. */
    @Nullable
    BigDecimal share(int place) {
        return place < shares.length ? shares[place] : null;
    }

    /** Whether waivers set the finding wholly aside. */
    boolean setAside(int place) {
        return place < setAside.length && setAside[place];
    }
}
