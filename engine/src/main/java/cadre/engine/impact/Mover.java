package cadre.engine.impact;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A person whose grade, band or hold would be another one.
 *
 * @param key the evaluation or file
 * @param grade which way the grade goes
 * @param because of what, the reason that decided first
 * @param contributions to the difference of the totals, the largest first; they add up to it
 */
public record Mover(
        String key,
        Person person,
        Standing decided,
        Standing candidate,
        String bandDecided,
        String bandCandidate,
        BigDecimal totalDecided,
        BigDecimal totalCandidate,
        Way grade,
        List<Cause> because,
        List<Contribution> contributions) {
    /** Which way a grade goes, in the order in which movers are listed. */
    public enum Way {
        DOWN,
        UP,
        /** To or from NOT_GRADED, or between scales that have no order in common. */
        ASIDE,
        /** The same grade. */
        NONE
    }

    /** Grades first, then holds, then bands; within them the largest difference first. */
    static final Comparator<Mover> MOST_AFFECTED = Comparator.comparing(Mover::grade)
            .thenComparing(mover -> mover.decided().held() == mover.candidate().held())
            .thenComparing(mover -> mover.shift().abs(), Comparator.reverseOrder())
            .thenComparing(Mover::key)
            .thenComparing(Mover::toString);

    public Mover {
        because = List.copyOf(because);
        contributions = List.copyOf(contributions);
    }

    /** What the candidate adds to the total. */
    public BigDecimal shift() {
        return totalCandidate.subtract(totalDecided);
    }
}
