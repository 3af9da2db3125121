package cadre.service.problem;

import java.util.regex.Pattern;

/** A line that a person typed and another is to read: a name, a reason. */
public final class OneLine {
    /** Something to read, nothing that steers a terminal or cannot be seen, no half characters. */
    private static final Pattern LINE = Pattern.compile("(?U)(?=.*[\\p{L}\\p{N}])[^\\p{Cntrl}\\p{Cf}\\p{Cs}]+");

    private OneLine() {}

    /**
     * Whether this is one.
     *
     * @param longest in units of UTF-16, as one of the databases counts
     */
    public static boolean is(String text, int longest) {
        return text.length() <= longest && LINE.matcher(text).matches();
    }
}
