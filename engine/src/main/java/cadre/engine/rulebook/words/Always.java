package cadre.engine.rulebook.words;

/** A fact of every session, for conditions that belong to no fact of the case. */
public enum Always {
    FACT
}
