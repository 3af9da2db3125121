package cadre.engine.language;

/** How much of one term or argument has been read, and how deep inside it the reader is. */
final class Budget {
    private final Tokens tokens;
    private int size;
    private int depth;

    Budget(Tokens tokens) {
        this.tokens = tokens;
    }

    void reset() {
        size = 0;
        depth = 0;
    }

    void spend() throws Snag {
        if (++size > Limits.EXPRESSION_SIZE) {
            throw new Snag("language.expression-too-long", tokens.place(), Limits.EXPRESSION_SIZE);
        }
    }

    void enter() throws Snag {
        if (++depth > Limits.EXPRESSION_DEPTH) {
            throw new Snag("language.expression-too-deep", tokens.place(), Limits.EXPRESSION_DEPTH);
        }
    }

    void leave() {
        depth--;
    }
}
