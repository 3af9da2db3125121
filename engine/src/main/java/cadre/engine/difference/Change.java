package cadre.engine.difference;

import cadre.engine.edition.Titles;
import java.util.List;

/**
 * One thing that changed.
 *
 * @param area what it is about
 * @param code what happened, such as parameter-falls; stable, for programs
 * @param subject the code of what changed, such as E-03 or attainment.floor; empty if it is the edition itself
 * @param values what {@link DifferenceText} puts into the sentence, in its order
 * @param criteria ids of the criteria of the new edition that use it, where that is of interest
 */
public record Change(Area area, String code, String subject, List<Titles> values, List<String> criteria) {
    public Change {
        values = List.copyOf(values);
        criteria = List.copyOf(criteria);
    }

    /** In the order in which they are told. */
    public enum Area {
        EDITION,
        DIMENSIONS,
        GRADES,
        CRITERIA,
        PARAMETERS,
        INDICATORS,
        REGISTERS,
        ACTIONS,
        CASES
    }
}
