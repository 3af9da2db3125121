package cadre.engine.drafting;

import cadre.engine.document.Datum;
import cadre.engine.document.Place;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Replaces single values in a file where they stand and leaves every other byte as it is. */
final class Edits {
    private static final String MARK = "\uFEFF";

    private final String text;
    private final TreeMap<Integer, Edit> edits = new TreeMap<>();

    private record Edit(int length, String by) {}

    Edits(byte[] file) {
        this.text = new String(file, StandardCharsets.UTF_8);
    }

    /** Writes another text in place of a value, in the quotes it may have. */
    void replace(Datum.Scalar value, String by) {
        int at = offset(value.place());
        if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
            at++;
        }
        if (text.startsWith(value.text(), at)) {
            edits.put(at, new Edit(value.text().length(), by));
        }
    }

    byte[] done() {
        StringBuilder edited = new StringBuilder();
        int from = 0;
        for (Map.Entry<Integer, Edit> edit : edits.entrySet()) {
            edited.append(text, from, edit.getKey()).append(edit.getValue().by());
            from = edit.getKey() + edit.getValue().length();
        }
        return edited.append(text, from, text.length()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private int offset(Place place) {
        int begin = text.startsWith(MARK) && place.line() == 1 ? MARK.length() : 0;
        for (int line = 1; line < place.line(); line++) {
            begin = text.indexOf('\n', begin) + 1;
        }
        return text.offsetByCodePoints(begin, place.column() - 1);
    }
}
