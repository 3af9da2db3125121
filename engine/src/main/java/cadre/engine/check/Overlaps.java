package cadre.engine.check;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import java.util.Collections;
import java.util.List;

/** Editions that would judge the same case: within a scope at most one is in force on a day. */
final class Overlaps {
    private Overlaps() {}

    static void check(Edition edition, Written written, List<Report> others, Problems problems) {
        for (Report report : others) {
            report.edition().ifPresent(other -> {
                if (overlap(edition, other)) {
                    problems.add(
                            "check.editions-overlap",
                            written.key(EditionSources.EDITION, "in-force"),
                            edition.version(),
                            other.version(),
                            report.folder());
                }
                if (edition.version().equals(other.version()) && edition.code().equals(other.code())) {
                    problems.add(
                            "check.same-version",
                            written.key(EditionSources.EDITION, "version"),
                            edition.version(),
                            report.folder());
                }
            });
        }
    }

    private static boolean overlap(Edition one, Edition other) {
        return !endsBefore(one, other)
                && !endsBefore(other, one)
                && meet(one.types(), other.types())
                && meet(one.levels(), other.levels());
    }

    private static boolean endsBefore(Edition one, Edition other) {
        return one.to() != null && one.to().isBefore(other.from());
    }

    /** Nothing listed stands for all. */
    private static boolean meet(List<?> some, List<?> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }
}
