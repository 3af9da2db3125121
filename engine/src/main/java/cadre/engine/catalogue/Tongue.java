package cadre.engine.catalogue;

/** The language of a catalogue; BOTH puts English first and Chinese below it. */
public enum Tongue {
    EN,
    ZH,
    BOTH
}
