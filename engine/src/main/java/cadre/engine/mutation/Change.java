package cadre.engine.mutation;

import cadre.engine.document.Place;

/**
 * One small change to a rule or a parameter.
 *
 * @param from what stands there, in its canonical spelling
 * @param to what would stand there; the empty text if it is left out
 * @param place of what is changed
 */
record Change(Kind kind, String from, String to, Place place) {
    static Change left(Kind kind, String from, Place place) {
        return new Change(kind, from, "", place);
    }

    enum Kind {
        /** {@code <} made {@code <=}, and the like: only a case on the boundary itself can notice. */
        BOUNDARY,
        /** {@code <} made {@code >=}, {@code ==} made {@code !=}, and the like. */
        OPPOSITE,
        /** A condition, a part of a pattern, an operand of {@code &&} or {@code ||} left out. */
        CONDITION,
        /** One of the values of {@code in} left out. */
        OPTION,
        /** {@code !passed} made {@code passed}. */
        NEGATION,
        /** {@code sum} made {@code count}, {@code min} made {@code max}, and the like. */
        MEASURE,
        /** {@code award} made {@code deduct}, plus made minus, and the like. */
        SIGN,
        /** {@code gate} made {@code cap}, or the other way round. */
        FORCE,
        /** One call of several on the right left out, or the only one. */
        CONCLUSION,
        /** A parameter moved by its smallest unit. */
        PARAMETER
    }
}
