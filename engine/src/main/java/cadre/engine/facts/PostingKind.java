package cadre.engine.facts;

/** A posting away from the office. */
public enum PostingKind {
    GRASSROOTS,
    FRONT_LINE,
    SECONDMENT
}
