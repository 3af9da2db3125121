package cadre.engine.facts;

/** The kind of a sanction, of either track. */
public enum SanctionKind {
    WARNING,
    SERIOUS_WARNING,
    DEMERIT,
    MAJOR_DEMERIT,
    DEMOTION,
    REMOVAL,
    PROBATION_IN_PARTY,
    EXPULSION
}
