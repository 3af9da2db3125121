package cadre.engine.cases;

import cadre.engine.casefile.CaseFile;
import cadre.engine.document.Place;

/**
 * One case of an edition: what is given, and what must come of it.
 *
 * @param name unique in the edition
 * @param place where it begins
 */
public record Scenario(String name, Place place, CaseFile given, Expectation expect) {}
