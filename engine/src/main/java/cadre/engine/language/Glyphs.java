package cadre.engine.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;

/** Characters that a reader of a rule file cannot see, or takes for another. */
final class Glyphs {
    private static final String CHINESE = "，。；：（）！＂＇“”‘’【】《》、—－";
    private static final String LATIN = ",.;:()!\"'\"\"''[]<>,--";

    private Glyphs() {}

    /** Control characters (line breaks and tabs apart), formats, bidirectional marks, fillers, odd spaces, surrogates. */
    static boolean invisible(int c) {
        if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
            return false;
        }
        return switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    case Character.SPACE_SEPARATOR -> c != 0x3000;
                    default -> false;
                }
                || filler(c)
                || (c & 0xFFFE) == 0xFFFE
                || within(c, 0xFDD0, 0xFDEF);
    }

    private static boolean filler(int c) {
        return c == 0x034F
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x2800
                || within(c, 0x115F, 0x1160)
                || within(c, 0x17B4, 0x17B5)
                || within(c, 0x180B, 0x180F)
                || within(c, 0x2060, 0x206F)
                || within(c, 0xFE00, 0xFE0F)
                || within(c, 0xFFF0, 0xFFF8)
                || within(c, 0xE0000, 0xE0FFF);
    }

    private static boolean within(int c, int low, int high) {
        return c >= low && c <= high;
    }

    /** The ASCII character that this one is taken for, such as ( for its full-width form. */
    static OptionalInt lookalike(int c) {
        int known = CHINESE.indexOf(c);
        if (known >= 0) {
            return OptionalInt.of(LATIN.charAt(known));
        }
        if (c == 0x3000) {
            return OptionalInt.of(' ');
        }
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        return plain.length() == 1 && plain.charAt(0) > ' ' && plain.charAt(0) < 0x7F
                ? OptionalInt.of(plain.charAt(0))
                : OptionalInt.empty();
    }

    /** Such as U+200B. */
    static String number(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
