package cadre.engine.edition;

import cadre.engine.document.Datum;
import cadre.engine.document.Place;
import cadre.engine.facts.ValueType;
import cadre.engine.language.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names an edition's files declare, whatever problems stand beside them: a parameter without a unit is told once, and
 * not again by every rule that names it.
 */
final class Declared {
    private Declared() {}

    static Names names(Datum head, Datum parameters, Datum indicators) {
        Map<String, ValueType> types = new TreeMap<>();
        entries(parameters).forEach((name, parameter) -> types.put(name, type(parameter)));
        Set<String> families = new TreeSet<>();
        entries(indicators)
                .values()
                .forEach(indicator -> text(indicator, "family").ifPresent(families::add));
        Set<String> registers = new TreeSet<>();
        items(head, "registers").forEach(register -> text(register).ifPresent(registers::add));
        Set<String> grades = new TreeSet<>();
        items(head, "grades").forEach(grade -> text(grade, "code").ifPresent(grades::add));
        return new Names(
                types,
                entries(indicators).keySet(),
                families,
                registers,
                grades,
                keys(head, "dimensions"),
                keys(head, "actions"));
    }

    /** Where the first value of a parameter stands, or as near to it as can be found. */
    static Place valuesPlace(Datum parameters, String name) {
        Datum parameter = under(parameters, name).orElse(parameters);
        return items(parameter, "values").stream().findFirst().orElse(parameter).place();
    }

    private static ValueType type(Datum parameter) {
        return items(parameter, "values").stream()
                        .flatMap(value -> text(value, "value").stream())
                        .anyMatch(value -> value.contains("/"))
                ? ValueType.FRACTION
                : ValueType.DECIMAL;
    }

    private static Map<String, Datum> entries(Datum datum) {
        return datum instanceof Datum.Mapping mapping ? mapping.entries() : Map.of();
    }

    private static Optional<Datum> under(Datum datum, String key) {
        return Optional.ofNullable(entries(datum).get(key));
    }

    private static Set<String> keys(Datum datum, String key) {
        return under(datum, key).map(found -> entries(found).keySet()).orElse(Set.of());
    }

    private static List<Datum> items(Datum datum, String key) {
        return under(datum, key)
                .filter(Datum.Sequence.class::isInstance)
                .map(found -> ((Datum.Sequence) found).items())
                .orElse(List.of());
    }

    private static Optional<String> text(Datum datum, String key) {
        return under(datum, key).flatMap(Declared::text);
    }

    private static Optional<String> text(Datum datum) {
        return Optional.of(datum).filter(Datum.Scalar.class::isInstance).map(found -> ((Datum.Scalar) found).text());
    }
}
