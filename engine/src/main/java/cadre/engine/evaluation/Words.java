package cadre.engine.evaluation;

import cadre.engine.edition.Titles;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of explanations. */
final class Words {
    private Words() {}

    /** Chinese if that is asked for, else English. */
    static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(
                "cadre.engine.evaluation.explanation",
                language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A word in both languages. */
    static Titles titles(String key) {
        return new Titles(in(Locale.ENGLISH).getString(key), in(Locale.CHINESE).getString(key));
    }

    /** The name of a register, or its code if it has none. */
    static Titles register(String code) {
        String key = "register." + code;
        return in(Locale.ENGLISH).containsKey(key) ? titles(key) : new Titles(code, code);
    }
}
