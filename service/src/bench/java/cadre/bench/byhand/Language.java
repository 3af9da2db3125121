package cadre.bench.byhand;

import cadre.engine.facts.FactType;
import cadre.engine.facts.Terms;
import cadre.engine.facts.Vocabulary;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How values read in one language. */
final class Language {
    static final Language ENGLISH = new Language(Locale.ENGLISH);
    static final Language CHINESE = new Language(Locale.CHINESE);

    private final Map<Enum<?>, String> terms = new HashMap<>();

    private Language(Locale locale) {
        for (FactType type : Vocabulary.types()) {
            for (FactType.Component component : type.components()) {
                Class<?> enumeration = component.type().enumeration();
                if (enumeration != null) {
                    for (Object constant : enumeration.getEnumConstants()) {
                        terms.put((Enum<?>) constant, Terms.of((Enum<?>) constant, locale));
                    }
                }
            }
        }
    }

    String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return plain(decimal);
        }
        String term = value instanceof Enum<?> ? terms.get(value) : null;
        return term == null ? value.toString() : term;
    }

    private static String plain(BigDecimal value) {
        if (value.scale() == 0) {
            return value.toString();
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
