package cadre.engine.facts;

/** Whom a service desk served. */
public enum Clientele {
    STRANGERS,
    ACQUAINTANCES,
    EVERYBODY
}
