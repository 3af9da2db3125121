package cadre.engine.difference;

import cadre.engine.edition.Titles;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Stream;

/** Differences in words, English or Chinese. */
public final class DifferenceText {
    private DifferenceText() {}

    /** The whole, one change a line, under a heading for each area. */
    public static String render(Difference difference, Locale language) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                say(
                        language,
                        "title",
                        difference.before().edition(),
                        difference.before().version(),
                        difference.after().edition(),
                        difference.after().version()));
        if (!difference.meansSomething()) {
            line(text, say(language, "nothing"));
        }
        for (Change.Area area : Change.Area.values()) {
            Stream<Change> within = difference.changes().stream().filter(change -> change.area() == area);
            var sentences = within.map(change -> sentence(change, language)).toList();
            if (!sentences.isEmpty()) {
                line(text, "");
                line(text, say(language, "area." + area));
                sentences.forEach(sentence -> line(text, "  " + sentence));
            }
        }
        return text.toString();
    }

    /** One change in one sentence, or two. */
    public static String sentence(Change change, Locale language) {
        Object[] values = Stream.concat(
                        Stream.of(change.subject()),
                        change.values().stream().map(titles -> chinese(language) ? titles.zh() : titles.en()))
                .toArray();
        String sentence = say(language, change.code(), values);
        if (change.criteria().isEmpty()) {
            return sentence;
        }
        return sentence + say(language, "used", String.join(say(language, "comma"), change.criteria()));
    }

    /** Words in both languages. */
    static Titles words(String key, Object... values) {
        return new Titles(say(Locale.ENGLISH, key, values), say(Locale.CHINESE, key, values));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static boolean chinese(Locale language) {
        return language.getLanguage().equals("zh");
    }

    private static String say(Locale language, String key, Object... values) {
        ResourceBundle words = ResourceBundle.getBundle(
                "cadre.engine.difference.words",
                chinese(language) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Function<Object, Object> plain = String::valueOf;
        return new MessageFormat(words.getString(key), Locale.ROOT)
                .format(Arrays.stream(values).map(plain).toArray());
    }
}
