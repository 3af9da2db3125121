package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import org.jspecify.annotations.Nullable;

/** Reading cannot go on here; the reader tells why and goes on at the next term, condition, call or rule. */
final class Snag extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Problem problem;

    Snag(String code, Place place, Object... arguments) {
        this(Problem.of(code, place, arguments));
    }

    private Snag(@Nullable Problem problem) {
        super(null, null, false, false);
        this.problem = problem;
    }

    /** A snag whose reason has been told already. */
    static Snag told() {
        return new Snag((Problem) null);
    }

    void tell(Problems problems) {
        if (problem != null) {
            problems.add(problem.code(), problem.place(), problem.arguments().toArray());
        }
    }
}
