package cadre.engine.casefile;

import cadre.engine.edition.Edition;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import java.time.LocalDate;
import java.util.Optional;

/** Finds the edition that judges a case. */
@FunctionalInterface
public interface Editions {
    /** The edition in force on the last day of the period for this type of appraisal and level of post, if there is one. */
    Optional<Edition> judging(LocalDate lastDay, AppraisalType type, Level level);

    /** One edition alone, for the cases that it judges. */
    static Editions only(Edition edition) {
        return (lastDay, type, level) -> Optional.of(edition).filter(found -> found.judges(lastDay, type, level));
    }
}
