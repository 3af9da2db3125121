package cadre.engine.impact;

import java.util.Comparator;
import java.util.List;

/**
 * Why a case comes out otherwise.
 *
 * @param subject id of a criterion, code of a dimension or grade, what is missing, or "" for {@link Kind#ROUNDING}
 * @param rule what became of the rule, if the subject is a criterion
 * @param changes the numbers that changed and that the subject depends on, by name
 */
public record Cause(Kind kind, String subject, Rule rule, List<Change> changes) implements Comparable<Cause> {
    private static final Comparator<Cause> ORDER = Comparator.comparing(Cause::kind)
            .thenComparing(Cause::subject)
            .thenComparing(Cause::rule)
            .thenComparing(cause -> cause.changes().toString());

    public Cause {
        changes = List.copyOf(changes);
    }

    static Cause of(Kind kind, String subject, Change... changes) {
        return new Cause(kind, subject, Rule.NONE, List.of(changes));
    }

    /** In the order in which equal weights are told. */
    public enum Kind {
        /** A criterion fires under both editions and gives other points. */
        POINTS(true),
        /** A criterion gives points only under the candidate. */
        FIRES(true),
        /** A criterion gave points only as decided. */
        RESTS(true),
        WEIGHT(false),
        START(false),
        DIMENSION_NEW(false),
        DIMENSION_GONE(false),
        /** The lowest and highest score of a dimension took more or less away. */
        LIMITS(false),
        ROUNDING(false),
        /** A grade begins at another total, or there are other grades. */
        THRESHOLD(false),
        LIMIT_NEW(true),
        LIMIT_GONE(true),
        UNGRADED_NEW(true),
        UNGRADED_GONE(true),
        HOLD_NEW(true),
        HOLD_GONE(true);

        private final boolean criterion;

        Kind(boolean criterion) {
            this.criterion = criterion;
        }

        /** Whether the subject is a criterion, or for holds what is missing. */
        boolean ofCriterion() {
            return criterion;
        }
    }

    /** What became of a rule from one edition to the other. */
    public enum Rule {
        /** The subject is no rule. */
        NONE,
        SAME,
        CHANGED,
        NEW,
        GONE
    }

    /** A number by name: a parameter, or "weight", "start", "from"; "" where there was or is none. */
    public record Change(String name, String before, String after) {}

    @Override
    public int compareTo(Cause other) {
        return ORDER.compare(this, other);
    }
}
