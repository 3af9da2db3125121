package cadre.engine.document;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One thing wrong with what somebody wrote: where, what, and how to mend it, in English and Chinese.
 *
 * <p>The texts come from the bundle {@code cadre.engine.<area>.problems}, where area is the code's first segment; the
 * key is the rest of the code, and {@code <key>.remedy} for the remedy.
 *
 * @param code such as {@code language.unknown-component}; stable, for programs
 * @param place where
 * @param arguments what the message's numbered placeholders stand for, as texts
 */
public record Problem(String code, Place place, List<String> arguments) {
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
        ResourceBundle bundle = ResourceBundle.getBundle(
                "cadre.engine." + code.substring(0, dot) + ".problems",
                spoken,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(code.substring(dot + 1) + suffix), Locale.ROOT)
                .format(arguments.toArray());
    }

    @Override
    public String toString() {
        return place + " " + message(Locale.ENGLISH) + " " + remedy(Locale.ENGLISH);
    }
}
