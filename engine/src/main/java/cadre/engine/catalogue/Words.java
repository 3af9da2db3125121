package cadre.engine.catalogue;

import cadre.engine.edition.Titles;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of catalogues, always in both languages. */
final class Words {
    private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
    private static final ResourceBundle CHINESE = bundle(Locale.CHINESE);

    private Words() {}

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "cadre.engine.catalogue.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A sentence; what it speaks of may have titles of its own. */
    static Titles say(String key, Object... values) {
        return new Titles(format(ENGLISH, key, Titles::en, values), format(CHINESE, key, Titles::zh, values));
    }

    private static String format(
            ResourceBundle words, String key, Function<Titles, String> language, Object... values) {
        Object[] spoken = Arrays.stream(values)
                .map(value -> value instanceof Titles titles ? language.apply(titles) : String.valueOf(value))
                .toArray();
        return new MessageFormat(words.getString(key), Locale.ROOT).format(spoken);
    }

    /** A word for a code, or the code itself. */
    static Titles word(String prefix, String code) {
        String key = prefix + "." + code.replace(' ', '-');
        return ENGLISH.containsKey(key) ? say(key) : new Titles(code, code);
    }

    static Titles joined(List<Titles> titles) {
        return new Titles(
                titles.stream().map(Titles::en).collect(Collectors.joining(", ")),
                titles.stream().map(Titles::zh).collect(Collectors.joining("、")));
    }

    /** Regulations by their names, which are Chinese, and practice in the reader's language. */
    static Titles basis(String basis) {
        Titles practice = say("practice");
        return new Titles(
                basis.replace("practice", practice.en()),
                basis.replace(", practice", "；" + practice.zh()).replaceAll("^practice$", practice.zh()));
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A decimal or a fraction, as people write it. */
    static String number(Object value) {
        return value instanceof BigDecimal decimal ? plain(decimal) : value.toString();
    }
}
