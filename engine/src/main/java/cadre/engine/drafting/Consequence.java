package cadre.engine.drafting;

import cadre.engine.language.Conclusion.Verb;

/** What follows from a criterion that is begun. Those that waive are begun by copying one, for they rest on another's finding. */
public enum Consequence {
    AWARD(Verb.AWARD),
    DEDUCT(Verb.DEDUCT),
    GATE(Verb.GATE),
    CAP(Verb.CAP),
    FLAG(Verb.FLAG),
    HOLD(Verb.HOLD),
    UNGRADED(Verb.UNGRADED),
    RECOMMEND(Verb.RECOMMEND);

    private final Verb verb;

    Consequence(Verb verb) {
        this.verb = verb;
    }

    Verb verb() {
        return verb;
    }

    /** Whether it gives or takes points, and so counts for a dimension. */
    boolean scores() {
        return this == AWARD || this == DEDUCT;
    }
}
