package cadre.engine.evaluation;

import cadre.engine.edition.Titles;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Terms;
import cadre.engine.facts.Vocabulary;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as a person reads them, in one language. */
final class Wording {
    static final Wording ENGLISH = new Wording(Locale.ENGLISH);
    static final Wording CHINESE = new Wording(Locale.CHINESE);

    private final boolean chinese;
    private final String missing;
    private final String yes;
    private final String no;
    private final Map<Object, String> terms = new HashMap<>();

    private Wording(Locale language) {
        ResourceBundle words = Words.in(language);
        this.chinese = language.equals(Locale.CHINESE);
        this.missing = words.getString("value.missing");
        this.yes = words.getString("value.true");
        this.no = words.getString("value.false");
        for (FactType type : Vocabulary.types()) {
            for (FactType.Component component : type.components()) {
                Class<?> enumeration = component.type().enumeration();
                if (enumeration != null) {
                    for (Object constant : enumeration.getEnumConstants()) {
                        terms.put(constant, Terms.of((Enum<?>) constant, language));
                    }
                }
            }
        }
    }

    /** Titles of codes, such as those of the edition's grades. */
    record Codes(Map<String, Titles> titles) {
        String of(@Nullable Object code, Wording wording) {
            Titles title = code instanceof String text ? titles.get(text) : null;
            return title == null ? wording.of(code) : wording.of(title);
        }
    }

    static Wording in(Locale language) {
        return language.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    String of(Titles title) {
        return chinese ? title.zh() : title.en();
    }

    String of(@Nullable Object value) {
        if (value == null) {
            return missing;
        } else if (value instanceof BigDecimal decimal) {
            return Decimals.plain(decimal);
        } else if (value instanceof String text) {
            return text;
        } else if (value instanceof Boolean truth) {
            return truth ? yes : no;
        } else if (value instanceof List<?> list) {
            return list.stream().map(this::of).collect(Collectors.joining(chinese ? "、" : ", "));
        }
        String term = terms.get(value);
        return term == null ? value.toString() : term;
    }
}
