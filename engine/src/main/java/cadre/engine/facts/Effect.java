package cadre.engine.facts;

/** What a finding does to the outcome. */
public enum Effect {
    POINTS,
    GATE,
    CAP,
    WAIVE,
    HOLD,
    FLAG,
    UNGRADED,
    RECOMMEND
}
