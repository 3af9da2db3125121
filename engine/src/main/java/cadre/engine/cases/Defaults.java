package cadre.engine.cases;

import cadre.engine.document.Datum;
import cadre.engine.document.Place;
import cadre.engine.edition.Edition;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import cadre.engine.facts.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes the partial case file of a case, so that it need say only what matters:
 *
 * <ul>
 *   <li>cadre: id C-1, post county-head, unit U-1, the first level that the edition applies to, or COUNTY; neither chief nor
 *       on probation;
 *   <li>appraisal: the first type that the edition applies to, or ANNUAL; the year that ends with the edition's first year
 *       in force, or with its last day if that comes earlier;
 *   <li>consulted: every register of the edition, on the last day of the period; a case that lists registers itself has only
 *       those;
 *   <li>ids of facts: the name of their list and their place in it, from 1, such as incidents-1.
 * </ul>
 *
 * <p>Of cadre and appraisal a case may give some values, and the others keep their defaults. Nothing else has a default: a
 * required indicator that is not given is missing and holds the outcome.
 */
final class Defaults {
    private final Edition edition;

    Defaults(Edition edition) {
        this.edition = edition;
    }

    Datum complete(Datum given) {
        if (!(given instanceof Datum.Mapping mapping)) {
            return given;
        }
        Place place = given.place();
        Map<String, Datum> whole = new LinkedHashMap<>();
        whole.put("cadre", over(cadre(place), mapping.entries().get("cadre")));
        whole.put("appraisal", over(appraisal(place), mapping.entries().get("appraisal")));
        whole.put("consulted", consulted(place));
        mapping.entries().forEach((key, value) -> {
            if (Vocabulary.lists().containsKey(key)) {
                whole.put(key, key.equals("consulted") ? value : withIds(key, value));
            } else {
                whole.putIfAbsent(key, value);
            }
        });
        return new Datum.Mapping(place, whole);
    }

    private static Datum over(Datum.Mapping defaults, @Nullable Datum written) {
        if (written == null) {
            return defaults;
        }
        if (!(written instanceof Datum.Mapping mapping)) {
            return written;
        }
        Map<String, Datum> merged = new LinkedHashMap<>(defaults.entries());
        merged.putAll(mapping.entries());
        return new Datum.Mapping(written.place(), merged);
    }

    private Datum.Mapping cadre(Place place) {
        Level level =
                edition.levels().isEmpty() ? Level.COUNTY : edition.levels().get(0);
        return new Datum.Mapping(
                place,
                Map.of(
                        "id", text(place, "C-1"),
                        "post", text(place, "county-head"),
                        "level", text(place, level.name()),
                        "unit", text(place, "U-1"),
                        "chief", new Datum.Scalar(place, Datum.Kind.BOOLEAN, "false")));
    }

    private Datum.Mapping appraisal(Place place) {
        AppraisalType type = edition.types().isEmpty()
                ? AppraisalType.ANNUAL
                : edition.types().get(0);
        return new Datum.Mapping(
                place,
                Map.of(
                        "type", text(place, type.name()),
                        "from", text(place, lastDay().plusDays(1).minusYears(1).toString()),
                        "to", text(place, lastDay().toString())));
    }

    private LocalDate lastDay() {
        LocalDate year = edition.from().plusYears(1).minusDays(1);
        LocalDate end = edition.to();
        return end != null && end.isBefore(year) ? end : year;
    }

    private Datum consulted(Place place) {
        return new Datum.Sequence(
                place,
                edition.registers().stream()
                        .<Datum>map(register -> new Datum.Mapping(
                                place,
                                Map.of(
                                        "register", text(place, register),
                                        "by", text(place, "organization department"),
                                        "on", text(place, lastDay().toString()))))
                        .toList());
    }

    private static Datum withIds(String list, Datum facts) {
        if (!(facts instanceof Datum.Sequence sequence)) {
            return facts;
        }
        List<Datum> named = new ArrayList<>();
        for (Datum fact : sequence.items()) {
            Datum id = text(fact.place(), list + "-" + (named.size() + 1));
            named.add(
                    fact instanceof Datum.Mapping
                            ? over(new Datum.Mapping(fact.place(), Map.of("id", id)), fact)
                            : fact);
        }
        return new Datum.Sequence(facts.place(), named);
    }

    private static Datum text(Place place, String text) {
        return new Datum.Scalar(place, Datum.Kind.TEXT, text);
    }
}
