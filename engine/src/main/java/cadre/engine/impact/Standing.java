package cadre.engine.impact;

import cadre.engine.evaluation.Outcome;
import java.util.Comparator;

/**
 * Where a case stands: its grade, and whether something holds it.
 *
 * @param grade code of a grade, NOT_GRADED, "" if the edition does not grade, or one of the two below
 */
public record Standing(String grade, boolean held) implements Comparable<Standing> {
    private static final Comparator<Standing> ORDER =
            Comparator.comparing(Standing::grade).thenComparing(Standing::held);

    /** The candidate would not admit the case file. */
    static final Standing REFUSED = new Standing("refused", false);

    /** A rule of the candidate failed. */
    static final Standing FAILED = new Standing("failed", false);

    static Standing of(Outcome outcome) {
        String grade = outcome.grade();
        return new Standing(grade == null ? "" : grade, outcome.status() == Outcome.Status.HELD);
    }

    @Override
    public int compareTo(Standing other) {
        return ORDER.compare(this, other);
    }
}
