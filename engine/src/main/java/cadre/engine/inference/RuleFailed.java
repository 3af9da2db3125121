package cadre.engine.inference;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import java.util.Locale;
import java.util.stream.Stream;

/** A rule concluded what cannot be (negative points, a share above 1), or exceeded a limit; nothing may be stored. */
public final class RuleFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String criterion;
    private final transient Problem problem;

    /**
     * A rule failed.
     *
     * @param criterion its id, which is the first argument of the problem's texts
     * @param code of the problem that says why, such as {@code inference.negative-points}
     * @param details the further arguments of its texts
     */
    public RuleFailed(String criterion, String code, Object... details) {
        this(
                criterion,
                Problem.of(
                        code,
                        Place.at("", 0, 0),
                        Stream.concat(Stream.of(criterion), Stream.of(details)).toArray()));
    }

    private RuleFailed(String criterion, Problem problem) {
        super(problem.message(Locale.ENGLISH));
        this.criterion = criterion;
        this.problem = problem;
    }

    /** Id of the rule; where none can be told, the code of the edition. */
    public String criterion() {
        return criterion;
    }

    /** Which rule failed and why, one plain sentence. */
    public String reason(Locale language) {
        return problem.message(language);
    }

    /** What to do about it, one plain sentence. */
    public String remedy(Locale language) {
        return problem.remedy(language);
    }
}
