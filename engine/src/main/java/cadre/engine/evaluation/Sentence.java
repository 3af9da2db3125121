package cadre.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of a rule with places for its variables, such as <code>{$points}</code>, in one language. */
final class Sentence {
    private static final Pattern PLACE = Pattern.compile("\\{\\$(\\w+)\\}");

    /** What a value takes in most sentences. */
    private static final int MOST_VALUES = 20;

    private final Wording wording;
    private final Map<String, Wording.Codes> codes;
    private final String[] texts;
    private final int length;
    private final String[] variables;

    /**
     * Takes the sentence apart, once.
     *
     * @param codes variables whose text is a code that has a title
     */
    Sentence(String sentence, Wording wording, Map<String, Wording.Codes> codes) {
        this.wording = wording;
        this.codes = codes;
        List<String> between = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher place = PLACE.matcher(sentence);
        int from = 0;
        while (place.find()) {
            between.add(sentence.substring(from, place.start()));
            names.add(place.group(1));
            from = place.end();
        }
        between.add(sentence.substring(from));
        this.texts = between.toArray(String[]::new);
        this.variables = names.toArray(String[]::new);
        this.length = between.stream().mapToInt(String::length).sum() + names.size() * MOST_VALUES;
    }

    String with(Map<String, Object> bound) {
        if (variables.length == 0) {
            return texts[0];
        }
        StringBuilder said = new StringBuilder(length).append(texts[0]);
        for (int i = 0; i < variables.length; i++) {
            Object value = bound.get(variables[i]);
            Wording.Codes titles = codes.isEmpty() ? null : codes.get(variables[i]);
            said.append(titles == null ? wording.of(value) : titles.of(value, wording));
            said.append(texts[i + 1]);
        }
        return said.toString();
    }
}
