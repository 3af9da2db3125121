package cadre.engine.facts;

/** Why a declaration of personal matters was checked. */
public enum DeclarationOccasion {
    ANNUAL,
    RANDOM_CHECK,
    PROMOTION
}
