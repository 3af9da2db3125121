package cadre.engine.facts;

/** Why a project is tracked. */
public enum ProjectKind {
    MAJOR,
    INVESTMENT,
    CONSTRUCTION
}
