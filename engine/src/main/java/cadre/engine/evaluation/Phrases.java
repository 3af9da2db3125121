package cadre.engine.evaluation;

import cadre.engine.edition.Titles;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What explanations of one outcome are made of, in one language: sentences, titles, numbers. */
final class Phrases {
    private final Wording wording;
    private final ResourceBundle words;
    private final Map<String, Titles> grades = new HashMap<>();
    private final Map<String, Titles> dimensions = new HashMap<>();

    Phrases(Outcome outcome, Locale language) {
        this.wording = Wording.in(language);
        this.words = Words.in(language);
        outcome.scale().grades().forEach(grade -> grades.put(grade.code(), grade.title()));
        grades.put(Outcome.NOT_GRADED, Words.titles("grade.not-graded"));
        outcome.dimensions().forEach(dimension -> dimensions.put(dimension.code(), dimension.title()));
    }

    /** A word or sentence, with what its numbered places stand for. */
    String say(String key, String... values) {
        String text = words.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }

    String title(Titles title) {
        return wording.of(title);
    }

    /** The title of a grade, or its code if the outcome does not know it. */
    String grade(String code) {
        Titles title = grades.get(code);
        return title == null ? code : wording.of(title);
    }

    /** The title of a dimension, or its code if the outcome does not know it. */
    String dimension(String code) {
        Titles title = dimensions.get(code);
        return title == null ? code : wording.of(title);
    }

    /** A value as a person reads it. */
    String value(Object value) {
        return wording.of(value);
    }

    String list(List<String> texts) {
        return wording.of(texts);
    }

    /** A rule's basis: regulations by their names, which are Chinese, and practice in the reader's language. */
    String basis(String basis) {
        return basis.replace(", practice", words.getString("basis.and") + words.getString("basis.practice"))
                .replaceAll("^practice$", words.getString("basis.practice"));
    }

    static String signed(BigDecimal value) {
        return value.signum() > 0 ? "+" + Decimals.plain(value) : Decimals.plain(value);
    }

    /** A share as a percentage. */
    String share(BigDecimal share) {
        return percent(share.movePointRight(2));
    }

    String percent(BigDecimal percent) {
        return say("percent", Decimals.plain(percent));
    }
}
