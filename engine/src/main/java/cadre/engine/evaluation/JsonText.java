package cadre.engine.evaluation;

import cadre.engine.edition.Titles;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON in UTF-8 written in one way only: keys in the order given, no spaces, numbers plain, nothing that is missing. A half
 * of a surrogate pair alone becomes a question mark.
 */
final class JsonText {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[16 * 1024];
    private int size;
    private boolean first = true;

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    JsonText open(char bracket) {
        separate();
        put(bracket);
        first = true;
        return this;
    }

    JsonText close(char bracket) {
        put(bracket);
        first = false;
        return this;
    }

    JsonText key(String key) {
        separate();
        quote(key);
        put(':');
        first = true;
        return this;
    }

    JsonText text(String value) {
        separate();
        quote(value);
        return this;
    }

    /** Written as it is; ASCII only. */
    JsonText raw(String value) {
        separate();
        for (int i = 0; i < value.length(); i++) {
            put(value.charAt(i));
        }
        return this;
    }

    JsonText field(String key, @Nullable String value) {
        return value == null ? this : key(key).text(value);
    }

    /** A decimal without zeros at its end. */
    JsonText field(String key, @Nullable BigDecimal value) {
        return value == null ? this : key(key).raw(Decimals.plain(value));
    }

    JsonText field(String key, int value) {
        return key(key).raw(Integer.toString(value));
    }

    JsonText field(String key, @Nullable Titles value) {
        return value == null
                ? this
                : key(key).open('{')
                        .field("en", value.en())
                        .field("zh", value.zh())
                        .close('}');
    }

    JsonText field(String key, List<String> values) {
        key(key).open('[');
        for (String value : values) {
            text(value);
        }
        return close(']');
    }

    private void separate() {
        if (first) {
            first = false;
        } else {
            put(',');
        }
    }

    private void put(int ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private void quote(String value) {
        int length = value.length();
        room(length * 6 + 2);
        byte[] to = bytes;
        int at = size;
        to[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                if (c >= ' ' && c != '"' && c != '\\') {
                    to[at++] = (byte) c;
                } else {
                    at = escape(c, to, at);
                }
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < length
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                to[at++] = (byte) (0xF0 | (point >> 18));
                to[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                to[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                to[at++] = (byte) (0x80 | (point & 0x3F));
            } else if (Character.isSurrogate(c)) {
                to[at++] = '?';
            } else {
                at = multibyte(c, to, at);
            }
        }
        to[at++] = '"';
        size = at;
    }

    private static int multibyte(char c, byte[] to, int from) {
        int at = from;
        if (c < 0x800) {
            to[at++] = (byte) (0xC0 | (c >> 6));
        } else {
            to[at++] = (byte) (0xE0 | (c >> 12));
            to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        to[at++] = (byte) (0x80 | (c & 0x3F));
        return at;
    }

    private static int escape(char c, byte[] to, int from) {
        int at = from;
        to[at++] = '\\';
        int letter = "\b\f\n\r\t\"\\".indexOf(c);
        if (letter >= 0) {
            to[at++] = (byte) "bfnrt\"\\".charAt(letter);
            return at;
        }
        to[at++] = 'u';
        to[at++] = '0';
        to[at++] = '0';
        to[at++] = HEX[c >> 4];
        to[at++] = HEX[c & 15];
        return at;
    }
}
