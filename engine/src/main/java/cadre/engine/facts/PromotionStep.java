package cadre.engine.facts;

/** The four musts before any promotion. */
public enum PromotionStep {
    FILE_EXAMINED,
    DECLARATION_VERIFIED,
    DISCIPLINE_BODY_HEARD,
    PETITIONS_INVESTIGATED
}
