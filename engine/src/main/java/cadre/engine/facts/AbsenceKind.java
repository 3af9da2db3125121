package cadre.engine.facts;

/** Why a cadre was absent. */
public enum AbsenceKind {
    SICK,
    PERSONAL,
    OTHER
}
