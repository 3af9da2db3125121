package cadre.engine.document;

/**
 * How large a document may be; what exceeds a bound is refused before it costs memory.
 *
 * @param bytes size of the whole document
 * @param nesting depth of mappings and sequences
 * @param values mappings, sequences and scalars, all together
 * @param text characters of one text, number or key
 * @param pointer characters of the pointer to one value
 */
public record DocumentLimits(int bytes, int nesting, int values, int text, int pointer) {
    /** 1 MiB, 32 deep, 100 000 values, texts of 4 000 characters: at most some 40 MB while it is read. */
    public static final DocumentLimits DEFAULT = new DocumentLimits(1 << 20, 32, 100_000, 4_000, 256);

    /** After so many problems a reader stops looking for more. */
    static final int PROBLEMS = 200;
}
