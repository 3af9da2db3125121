package cadre.engine.facts;

/** An aspect of work style. */
public enum StyleAspect {
    SENSE_OF_SERVICE,
    STYLE,
    FEEDBACK,
    INITIATIVE
}
