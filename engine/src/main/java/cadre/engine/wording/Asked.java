package cadre.engine.wording;

import cadre.engine.edition.Titles;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One condition of a rule.
 *
 * @param head what is looked for, such as an incident, or that there is none
 * @param tests what must hold of it, in the order written
 */
public record Asked(Phrase head, List<Phrase> tests) {
    public Asked {
        tests = List.copyOf(tests);
    }

    /** Equal for conditions that mean the same. */
    public String key() {
        return head.key() + tests.stream().map(Phrase::key).distinct().sorted().toList();
    }

    /** In one line. */
    public Titles text() {
        return tests.isEmpty()
                ? head.text()
                : new Titles(
                        head.text().en() + ": "
                                + tests.stream().map(test -> test.text().en()).collect(Collectors.joining("; ")),
                        head.text().zh() + "："
                                + tests.stream().map(test -> test.text().zh()).collect(Collectors.joining("；")));
    }
}
