package cadre.engine.rulebook;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.DatedValue;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.language.Condition.Given;
import cadre.engine.language.Printer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A span of days on which no parameter that a rule reads changes; its rules are printed with these values in them.
 *
 * @param index from 0, in the order of days
 * @param from its first day; its last is the day before the next one's first, or the edition's last
 * @param values of the parameters that rules read
 */
record Epoch(int index, LocalDate from, Map<String, Object> values) {

    /** The epochs of an edition, earliest first; at least one. */
    static List<Epoch> of(Edition edition) {
        Set<String> read = edition.rules().stream()
                .flatMap(rule -> rule.when().stream())
                .flatMap(condition -> condition instanceof Given given
                        ? java.util.stream.Stream.of(given.parameter())
                        : java.util.stream.Stream.empty())
                .collect(Collectors.toSet());
        TreeSet<LocalDate> changes = new TreeSet<>();
        changes.add(edition.from());
        for (String name : read) {
            for (DatedValue value : line(edition, name).values()) {
                if (value.from().isAfter(edition.from())
                        && (edition.to() == null || !value.from().isAfter(edition.to()))) {
                    changes.add(value.from());
                }
            }
        }
        List<Epoch> epochs = new ArrayList<>();
        for (LocalDate from : changes) {
            Map<String, Object> values = new HashMap<>();
            for (String name : read) {
                values.put(name, line(edition, name).on(from).orElseThrow().value());
            }
            epochs.add(new Epoch(epochs.size(), from, Map.copyOf(values)));
        }
        return List.copyOf(epochs);
    }

    private static ParameterLine line(Edition edition, String name) {
        ParameterLine line = edition.parameters().get(name);
        if (line == null) {
            throw new IllegalArgumentException("unknown parameter " + name);
        }
        return line;
    }

    /** Name of its KieBase, and last part of its package. */
    String name() {
        return "e" + index;
    }

    String packageName() {
        return "cadre.rules." + name();
    }

    /** Where its text stands in the kjar. */
    String path() {
        return "cadre/rules/" + name() + "/rules.drl";
    }

    /** The edition's rules as Drools reads them on these days. */
    String text(Edition edition) {
        return Printer.print(packageName(), edition.rules(), values);
    }
}
