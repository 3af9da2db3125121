package cadre.engine.facts;

/** What a lead is about. */
public enum LeadTheme {
    FALSIFICATION,
    DATA_TAMPERING,
    CANVASSING,
    FOUR_WINDS,
    KINSHIP,
    PROCEDURE,
    ABSENCE,
    UNABLE_TO_PERFORM,
    EMPTY_PROMISES,
    OTHER
}
