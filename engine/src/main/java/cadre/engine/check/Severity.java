package cadre.engine.check;

/** How much a problem weighs. */
public enum Severity {
    /** The edition cannot be used. */
    ERROR,
    /** Somebody should look at it. */
    WARNING
}
