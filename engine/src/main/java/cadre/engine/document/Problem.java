package cadre.engine.document;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing wrong with what somebody wrote: where, what, and how to mend it, in English and Chinese.
 *
 * <p>The texts come from the bundle {@code cadre.engine.<area>.problems}, where area is the code's first segment; the
 * key is the rest of the code, and {@code <key>.remedy} for the remedy. A placeholder <code>{1:word}</code> stands for a
 * word of the program, such as a kind of code or of value, and is told as the bundle {@code words} has it.
 *
 * @param code such as {@code language.unknown-component}; stable, for programs
 * @param place where
 * @param arguments what the message's numbered placeholders stand for, as texts
 */
public record Problem(String code, Place place, List<String> arguments) {
    private static final Pattern WORD = Pattern.compile("\\{(\\d+):word\\}");

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(String code, Place place, Object... arguments) {
        return new Problem(
                code,
                place,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** What is wrong, one plain sentence. */
    public String message(Locale language) {
        return text("", language);
    }

    /** How to mend it, one plain sentence. */
    public String remedy(Locale language) {
        return text(".remedy", language);
    }

    private String text(String suffix, Locale language) {
        int dot = code.indexOf('.');
        Locale spoken = language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT;
        ResourceBundle bundle = bundle("cadre.engine." + code.substring(0, dot) + ".problems", spoken);
        String pattern = bundle.getString(code.substring(dot + 1) + suffix);
        Object[] values = arguments.toArray();
        Matcher word = WORD.matcher(pattern);
        while (word.find()) {
            int index = Integer.parseInt(word.group(1));
            values[index] = word(String.valueOf(values[index]), spoken);
        }
        return new MessageFormat(word.replaceAll("{$1}"), Locale.ROOT).format(values);
    }

    private static String word(String word, Locale spoken) {
        ResourceBundle words = bundle("cadre.engine.document.words", spoken);
        return words.containsKey(word) ? words.getString(word) : word;
    }

    private static ResourceBundle bundle(String name, Locale spoken) {
        return ResourceBundle.getBundle(
                name, spoken, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Override
    public String toString() {
        return place + " " + message(Locale.ENGLISH) + " " + remedy(Locale.ENGLISH);
    }
}
