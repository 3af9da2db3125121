package cadre.engine.language;

/** Bounds on what is read, so that no text exhausts memory or stack; far above what a person writes. */
final class Limits {
    /** Characters of a file. */
    static final int FILE = 1_000_000;

    /** Characters of a text in quotes. */
    static final int TEXT = 1_000;

    /** Characters of a name or number. */
    static final int WORD = 100;

    /** Problems told of one file. */
    static final int PROBLEMS = 100;

    /** Rules of a file. */
    static final int RULES = 2_000;

    /** Conditions, or calls, of a rule. */
    static final int PARTS = 50;

    /** Patterns and accumulates of a rule, outside not, exists and forall: Drools hands no more to a consequence. */
    static final int JOINED = 24;

    /** Terms of a pattern. */
    static final int TERMS = 50;

    /** How deep conditions stand inside conditions. */
    static final int CONDITION_DEPTH = 6;

    /** How deep expressions stand inside expressions. */
    static final int EXPRESSION_DEPTH = 20;

    /** Operands and operators of one term or argument. */
    static final int EXPRESSION_SIZE = 200;

    /** Combinations of facts tried in the worst case for one rule. */
    static final long COST = 100_000;

    /** Facts of a type in a case file. */
    static final long FACTS = 200;

    private Limits() {}
}
