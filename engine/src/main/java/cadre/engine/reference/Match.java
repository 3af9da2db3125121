package cadre.engine.reference;

import cadre.engine.facts.Fact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been matched so far: facts of open patterns and variables, each with the one before it. Never changes. */
final class Match {
    static final Match NOTHING = new Match(null, null, null, null);

    private final @Nullable Match before;
    private final @Nullable Fact fact;
    private final @Nullable String variable;
    private final @Nullable Object value;

    private Match(@Nullable Match before, @Nullable Fact fact, @Nullable String variable, @Nullable Object value) {
        this.before = before;
        this.fact = fact;
        this.variable = variable;
        this.value = value;
    }

    Match with(Fact matched) {
        return new Match(this, matched, null, null);
    }

    Match with(String name, @Nullable Object bound) {
        return new Match(this, null, name, bound);
    }

    /** The value of a variable, or null if it is missing. */
    @Nullable
    Object value(String name) {
        for (Match at = this; at != null; at = at.before) {
            if (name.equals(at.variable)) {
                return at.value;
            }
        }
        throw new IllegalStateException("unbound variable " + name);
    }

    /** The facts of open patterns, in the order of the conditions. */
    List<Fact> facts() {
        Deque<Fact> facts = new ArrayDeque<>();
        for (Match at = this; at != null; at = at.before) {
            if (at.fact != null) {
                facts.addFirst(at.fact);
            }
        }
        return new ArrayList<>(facts);
    }

    /** Variables without their dollar sign and their values, in the order of binding; those that are missing left out. */
    Map<String, Object> bound() {
        Deque<Match> steps = new ArrayDeque<>();
        for (Match at = this; at != null; at = at.before) {
            steps.addFirst(at);
        }
        Map<String, Object> bound = new LinkedHashMap<>();
        for (Match step : steps) {
            if (step.variable != null && step.value != null) {
                bound.put(step.variable.substring(1), step.value);
            }
        }
        return bound;
    }
}
