package cadre.engine.document;

/**
 * Where something stands.
 *
 * @param file the file's name, or the empty text for a request body
 * @param line from 1, or 0 where only the pointer is known
 * @param column from 1, or 0
 * @param pointer JSON pointer (RFC 6901) of the value, or the empty text
 */
public record Place(String file, int line, int column, String pointer) {
    public static Place at(String file, int line, int column) {
        return new Place(file, line, column, "");
    }

    /** The place of a value inside the value at this place. */
    public Place child(String key) {
        return new Place(file, line, column, childPointer(key));
    }

    /** The pointer of a value inside the value at this place. */
    String childPointer(String key) {
        return pointer + "/" + (escaped(key) ? key.replace("~", "~0").replace("/", "~1") : key);
    }

    private static boolean escaped(String key) {
        return key.indexOf('~') >= 0 || key.indexOf('/') >= 0;
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file.isEmpty() ? pointer : file + pointer;
        }
        if (file.isEmpty()) {
            return pointer.isEmpty() ? line + ":" + column : pointer;
        }
        return file + ":" + line + ":" + column;
    }
}
