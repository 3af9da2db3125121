package cadre.engine.cases;

import cadre.engine.casefile.CaseFile;
import cadre.engine.document.Place;
import java.util.Map;

/**
 * One case of an edition: what is given, and what must come of it.
 *
 * @param name unique in the edition
 * @param place where it begins
 * @param expected where each expectation stands: "fires E-03", "dimensions ecological", "grade"
 */
public record Scenario(String name, Place place, CaseFile given, Expectation expect, Map<String, Place> expected) {
    public Scenario {
        expected = Map.copyOf(expected);
    }

    /** Where something is expected; where the case begins, if that is not known. */
    Place place(String expectation) {
        return expected.getOrDefault(expectation, place);
    }
}
