package cadre.engine.facts;

/** What must be decided collectively. */
public enum DecisionMatter {
    MAJOR_DECISION,
    APPOINTMENT,
    PROJECT,
    LARGE_FUNDS
}
