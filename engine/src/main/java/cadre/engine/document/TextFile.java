package cadre.engine.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text file: UTF-8 with or without a byte order mark, not empty, not too long. */
public final class TextFile {
    private TextFile() {}

    /** The text without byte order mark, or null if it cannot be read. */
    public static @Nullable String read(String file, byte[] bytes, Problems problems) {
        try {
            return new Intake(file, DocumentLimits.DEFAULT, problems).decode(bytes);
        } catch (Unreadable e) {
            problems.addAll(List.of(e.problem()));
            return null;
        }
    }
}
