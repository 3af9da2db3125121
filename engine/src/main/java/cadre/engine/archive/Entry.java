package cadre.engine.archive;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;

/**
 * One entry, as the directory and its own header agree on it.
 *
 * @param name as decoded; where it cannot be, a stand-in for telling
 * @param decoded whether the name's bytes are what they claim to be
 * @param mode of Unix, 0 if there is none
 * @param folder whether the attributes of MS-DOS say so
 * @param packed bytes in the archive, from {@code at} on
 * @param size bytes when expanded, as claimed
 */
record Entry(
        String name,
        boolean decoded,
        int flags,
        int method,
        int mode,
        boolean folder,
        long crc,
        int at,
        int packed,
        int size) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1 | (1 << 6) | (1 << 13);
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int LINK = 0120000;
    private static final int LONGEST_TOLD = 100;

    boolean isFolder() {
        return name.endsWith("/");
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean isLink() {
        return (mode & TYPE) == LINK;
    }

    /** Neither file nor folder nor link: a device, a socket, a pipe. */
    boolean isSpecial() {
        int type = mode & TYPE;
        return type != 0 && type != REGULAR && type != DIRECTORY && type != LINK;
    }

    /** Whether its name says folder and its attributes file, or the other way round. */
    boolean isTwoThings() {
        int type = mode & TYPE;
        boolean said = folder || type == DIRECTORY;
        return isFolder() ? type == REGULAR || size != 0 : said;
    }

    Problem problem(String code, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = shown();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Problem.of(code, Place.at(shown(), 0, 0), all);
    }

    /** The name so that nothing in it steers a terminal or a page. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST_TOLD).forEach(point -> {
            if (point < ' ' || point > '~' || point == '\\') {
                shown.append(String.format("\\u{%x}", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return name.codePointCount(0, name.length()) > LONGEST_TOLD ? shown + "..." : shown.toString();
    }
}
