package cadre.engine.facts;

/** Where a lead came from. */
public enum LeadOrigin {
    INSPECTION,
    MASSES,
    LETTERS_AND_VISITS,
    AUDIT,
    ORGANIZATION
}
