package cadre.engine.check;

import cadre.engine.edition.Edition;
import java.util.List;
import java.util.Optional;

/**
 * What a check of one edition found. The same files give the same report.
 *
 * @param folder as it was named
 * @param edition if all of it could be read
 * @param problems errors first, each in the order of files and of places in them
 */
public record Report(String folder, Optional<Edition> edition, List<Told> problems, Counts counts) {

    /**
     * What was done.
     *
     * @param rules rules read
     * @param cases cases run
     * @param holding cases that came out as expected
     * @param covered rules that fire in such a case and rest in another
     * @param generated case files made by chance, on which Drools and the reference were compared
     * @param changes small changes to rules and parameters that were tried; 0 if none were to be
     * @param unnoticed those of them that no case notices
     */
    public record Counts(int rules, int cases, int holding, int covered, int generated, int changes, int unnoticed) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /** How many problems are of this severity. */
    public int count(Severity severity) {
        return (int)
                problems.stream().filter(told -> told.severity() == severity).count();
    }
}
