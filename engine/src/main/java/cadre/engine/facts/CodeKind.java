package cadre.engine.facts;

/** The closed lists that a text component may take its value from; all but CRITERION and FACT come from the edition. */
public enum CodeKind {
    INDICATOR,
    FAMILY,
    REGISTER,
    CRITERION,
    FACT,
    GRADE,
    DIMENSION,
    PARAMETER,
    STRATUM
}
