package cadre.engine.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Signs that look right in a YAML file and are not: the full-width colon of a Chinese keyboard, and tabs before a line. */
final class WideSigns {
    private static final char COLON = '\uFF1A';
    private static final Pattern KEY =
            Pattern.compile("(?:^\\s*(?:- +)?|[{,]\\s*)[\"']?([\\w./%-]+)[\"']?\\s*" + COLON);

    private final List<String> lines;

    WideSigns(String text) {
        this.lines = text.lines().toList();
    }

    /**
     * A key and a value that were written with a full-width colon between them.
     *
     * @param colon where it stands, from 0
     */
    record Entry(String key, String value, int colon) {}

    /** YAML takes both for one key without a value. */
    static Optional<Entry> entry(ScalarEvent key, Event value) {
        int colon = key.isPlain() ? key.getValue().indexOf(COLON) : -1;
        boolean alone = value instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty();
        return colon > 0 && alone
                ? Optional.of(new Entry(
                        key.getValue().substring(0, colon).strip(),
                        unquoted(key.getValue().substring(colon + 1).strip()),
                        colon))
                : Optional.empty();
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** The sign that may be why YAML cannot be read at a place: a tab on its line, or the last such colon before it. */
    Optional<Unreadable> before(Place place) {
        return tab(place).or(() -> colon(place));
    }

    private Optional<Unreadable> tab(Place place) {
        String line = line(place.line());
        int tab = line.indexOf('\t');
        return tab >= 0 && line.substring(0, tab).isBlank()
                ? Optional.of(new Unreadable("document.tab", Place.at(place.file(), place.line(), tab + 1)))
                : Optional.empty();
    }

    private Optional<Unreadable> colon(Place place) {
        for (int number = Math.min(place.line(), lines.size()); number > 0; number--) {
            Matcher key = KEY.matcher(line(number));
            if (key.find()) {
                return Optional.of(new Unreadable(
                        "document.full-width-colon", Place.at(place.file(), number, key.end()), key.group(1)));
            }
        }
        return Optional.empty();
    }

    private String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
