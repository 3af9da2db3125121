package cadre.engine.facts;

/** How busy a service desk was. */
public enum Load {
    BUSY,
    IDLE,
    ANY
}
