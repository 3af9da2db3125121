package cadre.engine.language;

import cadre.engine.document.Place;

/**
 * A word of a rule file.
 *
 * @param text as written, or the value of a text without its quotes
 * @param begin offset of its first character
 * @param end offset after its last character
 * @param first whether it is the first of its line
 */
record Token(Kind kind, String text, Place place, int begin, int end, boolean first) {
    enum Kind {
        NAME,
        VARIABLE,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean is(Kind kind, String text) {
        return this.kind == kind && this.text.equals(text);
    }

    boolean isSign(String sign) {
        return is(Kind.SIGN, sign);
    }

    boolean isName(String name) {
        return is(Kind.NAME, name);
    }

    /** As shown to the author. */
    String shown() {
        return kind == Kind.TEXT ? "\"" + text + "\"" : text;
    }
}
