package cadre.engine.facts;

import java.util.Locale;

/** The layers of an edition, in the order in which they run; a rule sees what earlier strata wrote. */
public enum Stratum {
    ASSESS,
    ADJUST,
    GRADE,
    USE;

    /** The name as written in a rule's agenda-group. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}
