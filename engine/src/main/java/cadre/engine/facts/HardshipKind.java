package cadre.engine.facts;

/** A hardship that calls for care. */
public enum HardshipKind {
    ILLNESS,
    REMOTE_POST,
    FAMILY
}
