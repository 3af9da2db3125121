package cadre.engine.facts;

/** The four types of appraisal. */
public enum AppraisalType {
    ROUTINE,
    ANNUAL,
    SPECIAL,
    TERM
}
