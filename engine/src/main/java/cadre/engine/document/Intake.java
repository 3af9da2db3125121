package cadre.engine.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What reading JSON and YAML have in common: the encoding, the limits, repeated keys, texts nobody can print. */
final class Intake {
    private static final char REPLACEMENT = '\uFFFD';

    private final String file;
    private final DocumentLimits limits;
    private final Problems problems;
    private final int before;
    private int values;

    Intake(String file, DocumentLimits limits, Problems problems) {
        this.file = file;
        this.limits = limits;
        this.problems = problems;
        this.before = problems.size();
    }

    /** All bytes, or one more than the limit allows, whatever the length of the stream. */
    static byte[] bytes(InputStream stream, DocumentLimits limits) throws IOException {
        return stream.readNBytes(limits.bytes() + 1);
    }

    /** The text of UTF-8 bytes, without a byte order mark. */
    String decode(byte[] bytes) throws Unreadable {
        if (bytes.length > limits.bytes()) {
            throw new Unreadable("document.too-long", start(), limits.bytes());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            refuseMalformed(bytes);
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.isBlank()) {
            throw new Unreadable("document.empty", start());
        }
        return text;
    }

    /** The replacement character may stand in the document itself, or for bytes that are no UTF-8. */
    private void refuseMalformed(byte[] bytes) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw new Unreadable("document.not-utf-8", placeAfter(out.flip().toString()), in.position());
        }
    }

    private Place placeAfter(String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Place(file, line, text.length() - text.lastIndexOf('\n'), "");
    }

    Place start() {
        return new Place(file, 1, 1, "");
    }

    Place place(int line, int column, String pointer) {
        return new Place(file, line, column, pointer);
    }

    Problems problems() {
        return problems;
    }

    /** Counts a value in. */
    void admit(Place place, int depth) throws Unreadable {
        if (++values > limits.values()) {
            throw new Unreadable("document.too-many-values", place, limits.values());
        }
        if (depth > limits.nesting()) {
            throw new Unreadable("document.too-deep", place, limits.nesting());
        }
        if (place.pointer().length() > limits.pointer()) {
            throw new Unreadable("document.pointer-too-long", place, limits.pointer());
        }
        if (problems.size() - before > DocumentLimits.PROBLEMS) {
            throw new Unreadable("document.too-many-problems", place);
        }
    }

    Datum.Scalar scalar(Place place, Datum.Kind kind, String text) {
        check(place, text);
        return new Datum.Scalar(place, kind, text);
    }

    private void check(Place place, String text) {
        if (text.length() > limits.text()) {
            problems.add("document.text-too-long", place, limits.text());
        }
        if (text.indexOf('\0') >= 0) {
            problems.add("document.null-character", place);
        }
        if (!wellFormed(text)) {
            problems.add("document.lone-surrogate", place);
        }
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** What stands on a line, shortened. */
    static String excerpt(String text, int line) {
        return text.lines()
                .skip(Math.max(line - 1, 0))
                .findFirst()
                .map(found -> found.strip().length() > 40 ? found.strip().substring(0, 40) + "..." : found.strip())
                .orElse("");
    }

    /** A mapping being read. */
    final class Entries {
        private final Place place;
        private final Map<String, Datum> entries = new LinkedHashMap<>();
        /** Line and column of each key in turn, in the order of the entries. */
        private int[] positions = new int[2 * 12];

        Entries(Place place) {
            this.place = place;
        }

        /** The pointer of the value under a key that stands at a line and column; refuses the key if it stood before. */
        String key(String key, int line, int column) throws Unreadable {
            if (key.length() > limits.pointer()) {
                throw new Unreadable("document.pointer-too-long", place, limits.pointer());
            }
            String pointer = place.childPointer(key);
            if (key.length() > limits.text() || !Values.printableAscii(key)) {
                check(new Place(file, line, column, pointer), key);
            }
            if (entries.containsKey(key)) {
                int earlier = 2 * List.copyOf(entries.keySet()).indexOf(key);
                problems.add(
                        "document.duplicate-key",
                        new Place(file, line, column, pointer),
                        key,
                        positions[earlier],
                        positions[earlier + 1]);
            } else {
                remember(line, column);
            }
            return pointer;
        }

        private void remember(int line, int column) {
            int at = 2 * entries.size();
            if (at == positions.length) {
                positions = Arrays.copyOf(positions, 2 * at);
            }
            positions[at] = line;
            positions[at + 1] = column;
        }

        void put(String key, Datum value) {
            entries.putIfAbsent(key, value);
        }

        Datum.Mapping mapping() {
            return new Datum.Mapping(place, entries);
        }
    }

    /** A sequence being read. */
    static final class Items {
        private final Place place;
        private final List<Datum> items = new ArrayList<>();

        Items(Place place) {
            this.place = place;
        }

        String nextPointer() {
            return place.pointer() + "/" + items.size();
        }

        void add(Datum item) {
            items.add(item);
        }

        Datum.Sequence sequence() {
            return new Datum.Sequence(place, items);
        }
    }
}
