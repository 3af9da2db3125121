package cadre.engine.facts;

/** What acceptance said of a project. */
public enum ProjectQuality {
    NOT_ACCEPTED,
    PASSED,
    EXCELLENT,
    FAILED
}
