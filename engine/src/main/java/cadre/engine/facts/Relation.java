package cadre.engine.facts;

/** The tie between a cadre and a person appointed. */
public enum Relation {
    SPOUSE,
    BLOOD,
    IN_LAW,
    FACTION
}
