package cadre.service.release.intake;

import cadre.engine.check.Report.Counts;
import cadre.engine.check.Severity;
import cadre.engine.check.Told;
import java.util.List;

/**
 * What the check of an upload found; the same as the command line tells of the same files.
 *
 * @param problems errors first
 */
public record Checked(List<Told> problems, Counts counts) {
    public Checked {
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong; there may be warnings. */
    public boolean sound() {
        return problems.stream().noneMatch(told -> told.severity() == Severity.ERROR);
    }
}
