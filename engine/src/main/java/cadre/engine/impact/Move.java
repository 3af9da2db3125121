package cadre.engine.impact;

import java.util.Comparator;

/** A way that cases went: from a grade or band to another, or from free to held and back. */
record Move(Kind kind, String from, String to) implements Comparable<Move> {
    private static final Comparator<Move> ORDER =
            Comparator.comparing(Move::kind).thenComparing(Move::from).thenComparing(Move::to);

    static final Move HELD = new Move(Kind.HOLD, "free", "held");
    static final Move FREED = new Move(Kind.HOLD, "held", "free");

    enum Kind {
        GRADE,
        HOLD,
        /** The band alone: a gate or cap keeps the grade where it was. */
        BAND
    }

    @Override
    public int compareTo(Move other) {
        return ORDER.compare(this, other);
    }
}
