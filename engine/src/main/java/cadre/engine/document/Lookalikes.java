package cadre.engine.document;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;

/** Characters by which two record numbers may differ that a person takes for one. */
final class Lookalikes {
    /** Letters and signs that show as nothing: fillers of Hangul, the empty Braille pattern. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

    private Lookalikes() {}

    /** The first of them, such as U+3164. */
    static Optional<String> in(String text) {
        if (Values.printableAscii(text)) {
            return Optional.empty();
        }
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            end += Character.charCount(c);
            if (deceives(c) || !Normalizer.isNormalized(text.substring(0, end), Normalizer.Form.NFC)) {
                return Optional.of("U+%04X".formatted(c));
            }
        }
        return Optional.empty();
    }

    private static boolean deceives(int c) {
        return BLANK.contains(c)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || (c >= 0x180B && c <= 0x180F)
                || Character.getType(c) == Character.PRIVATE_USE;
    }
}
