package cadre.engine.facts;

/** A procedure whose steps are checked one by one. */
public enum Procedure {
    SELECTION,
    FOUR_DISCUSSIONS_TWO_DISCLOSURES
}
