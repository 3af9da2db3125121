package cadre.engine.facts;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the words of the vocabulary are called in texts that people read: Chinese for Chinese, English for all others. */
public final class Terms {
    private Terms() {}

    /** The title of a constant of the vocabulary: Severity.SERIOUS is serious, or 较大. */
    public static String of(Enum<?> constant, Locale language) {
        return bundle(language).getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** The title of a type of fact: Incident is incident, or 事件. */
    public static String of(FactType type, Locale language) {
        return bundle(language).getString(type.name());
    }

    /** The title of a component: the type's own if it has one, else what the name means in every type. */
    public static String of(FactType type, FactType.Component component, Locale language) {
        ResourceBundle titles = bundle(language);
        String own = type.name() + "." + component.name();
        return titles.getString(titles.containsKey(own) ? own : component.name());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "cadre.engine.facts.terms",
                language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
