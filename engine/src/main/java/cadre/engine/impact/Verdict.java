package cadre.engine.impact;

import cadre.engine.document.Problem;
import cadre.engine.evaluation.Outcome;
import java.util.List;

/** What a candidate makes of a case. */
public sealed interface Verdict {
    /** An outcome. */
    record Judged(Outcome outcome) implements Verdict {}

    /** The case file is none that the candidate would admit: an indicator it does not know, another unit, no such level. */
    record Refused(List<Problem> problems) implements Verdict {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** A rule concluded what cannot be. */
    record Failed(String criterion) implements Verdict {}
}
