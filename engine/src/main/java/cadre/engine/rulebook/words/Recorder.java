package cadre.engine.rulebook.words;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The global <code>findings</code> of printed rules: a firing announces itself, then concludes. */
public interface Recorder {
    /**
     * A rule fires.
     *
     * @param rule its index in the edition
     * @param facts the facts of its open patterns, in their order, and what its accumulates measured
     * @param bound values of its variables, in the order of binding
     */
    void fired(int rule, Object[] facts, @Nullable Object[] bound);

    void award(@Nullable BigDecimal points);

    void deduct(@Nullable BigDecimal points);

    void gate(@Nullable String grade);

    void cap(@Nullable String grade);

    void flag();

    void hold();

    void ungraded();

    void waive(@Nullable String finding, @Nullable BigDecimal share);

    void recommend(@Nullable String action);
}
