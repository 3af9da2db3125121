package cadre.bench.byhand;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.facts.Stratum;
import cadre.engine.language.Condition;
import cadre.engine.language.Notes;
import cadre.engine.language.Printer;
import cadre.engine.language.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of one criterion, taken from the edition once; the values of a firing are given in the order of its variables. */
final class Told {
    final String id;
    final Stratum stratum;
    final Titles title;
    final String basis;
    final @Nullable String dimension;
    final List<String> parameters;
    final @Nullable String bound;
    final @Nullable BigDecimal most;
    private final String[] variables;
    private final Sentence english;
    private final Sentence chinese;

    Told(Edition edition, String id) {
        Rule rule = edition.rules().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
        Notes notes = rule.notes();
        List<String> names = Printer.variables(rule);
        this.id = id;
        this.stratum = rule.stratum();
        this.title = new Titles(notes.title(), notes.titleZh());
        this.basis = notes.basis();
        this.dimension = notes.dimension();
        this.bound = notes.atMost();
        this.most = bound == null ? null : new Numbers(edition).decimal(bound);
        this.parameters = parameters(rule, bound);
        this.variables = names.toArray(String[]::new);
        this.english = new Sentence(Language.ENGLISH, notes.says(), names);
        this.chinese = new Sentence(Language.CHINESE, notes.saysZh(), names);
    }

    private static List<String> parameters(Rule rule, @Nullable String bound) {
        List<String> parameters = new ArrayList<>();
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Given given) {
                parameters.add(given.parameter());
            }
        }
        if (bound != null && !parameters.contains(bound)) {
            parameters.add(bound);
        }
        return List.copyOf(parameters);
    }

    /** The sentence with these values; a code that has a title stands as its title. */
    Titles says(Object[] values) {
        return new Titles(english.with(values), chinese.with(values));
    }

    Map<String, Object> named(Object[] values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(variables[i], values[i] instanceof Coded coded ? coded.code() : values[i]);
        }
        return named;
    }

    /** What people call a register. */
    static Titles register(String code) {
        String words = "cadre.engine.evaluation.explanation";
        String key = "register." + code;
        return new Titles(
                ResourceBundle.getBundle(words, Locale.ROOT).getString(key),
                ResourceBundle.getBundle(words, Locale.CHINESE).getString(key));
    }

    /** A code and what people call it. */
    record Coded(String code, Titles title) {}

    private static final class Sentence {
        private static final Pattern PLACE = Pattern.compile("\\{\\$(\\w+)\\}");
        private final Language language;
        private final List<String> texts = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        Sentence(Language language, String sentence, List<String> names) {
            this.language = language;
            Matcher place = PLACE.matcher(sentence);
            int from = 0;
            while (place.find()) {
                texts.add(sentence.substring(from, place.start()));
                places.add(names.indexOf(place.group(1)));
                from = place.end();
            }
            texts.add(sentence.substring(from));
        }

        String with(Object[] values) {
            StringBuilder said = new StringBuilder(160);
            for (int i = 0; i < places.size(); i++) {
                said.append(texts.get(i)).append(text(values[places.get(i)]));
            }
            return said.append(texts.get(places.size())).toString();
        }

        private String text(Object value) {
            if (value instanceof Coded coded) {
                return language == Language.CHINESE
                        ? coded.title().zh()
                        : coded.title().en();
            }
            return language.text(value);
        }
    }
}
