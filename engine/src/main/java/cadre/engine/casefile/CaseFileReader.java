package cadre.engine.casefile;

import cadre.engine.casefile.CaseFile.Entry;
import cadre.engine.document.Datum;
import cadre.engine.document.Fields;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.document.Values;
import cadre.engine.edition.Edition;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.PriorGrade;
import cadre.engine.facts.Vocabulary;
import cadre.engine.facts.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a case file: a cadre, an appraisal, and the facts reported, by lists. Facts are checked by themselves, against
 * each other and against the edition that judges the case; every problem is told, with its place.
 */
public final class CaseFileReader {
    /** How many facts of one type a case file may have. */
    public static final int MOST_FACTS = 200;

    private final Problems problems;
    private final Values values;
    private final boolean again;
    private final Map<String, Place> ids = new HashMap<>();
    private final Set<String> facts = new HashSet<>();
    private final List<Waived> waived = new ArrayList<>();

    private CaseFileReader(Problems problems, boolean again) {
        this.problems = problems;
        this.again = again;
        this.values = new Values(problems);
    }

    /** A fact that a waiver names. */
    private record Waived(String id, Place place, Optional<String> waiver) {}

    /** A case file without problems, and the edition that judges it. */
    public record Admitted(CaseFile caseFile, Edition edition) {}

    /**
     * Reads a case file.
     *
     * @param editions where to find the edition; if there is none, that is told together with all other problems
     */
    public static Optional<Admitted> read(Datum datum, Editions editions, Problems problems) {
        return read(datum, editions, false, problems);
    }

    /**
     * Reads a case file that was admitted and judged by this edition before, to judge it once more: what programs refuse
     * only since then is no problem of it.
     */
    public static Optional<CaseFile> readAgain(Datum datum, Edition edition, Problems problems) {
        return read(datum, Editions.only(edition), true, problems).map(Admitted::caseFile);
    }

    private static Optional<Admitted> read(Datum datum, Editions editions, boolean again, Problems problems) {
        int before = problems.size();
        Optional<Admitted> admitted = Fields.of(datum, problems)
                .flatMap(fields -> new CaseFileReader(problems, again).read(fields, editions));
        return problems.size() == before ? admitted : Optional.empty();
    }

    /** Reads a case file that this edition judges. */
    public static Optional<CaseFile> read(Datum datum, Edition edition, Problems problems) {
        return read(datum, Editions.only(edition), problems).map(Admitted::caseFile);
    }

    private Optional<Admitted> read(Fields fields, Editions editions) {
        Codes none = new Codes(Optional.empty());
        Optional<Cadre> cadre = fields.required("cadre").flatMap(datum -> single(datum, Cadre.class, none));
        Optional<Appraisal> appraisal =
                fields.required("appraisal").flatMap(datum -> single(datum, Appraisal.class, none));
        Optional<Edition> edition = edition(fields, cadre, appraisal, editions);
        List<Entry> entries = new ArrayList<>();
        Codes codes = new Codes(edition);
        Vocabulary.lists()
                .forEach((list, type) -> fields.optional(list)
                        .ifPresent(datum -> entries.addAll(list(datum, type, codes, appraisal.map(Appraisal::to)))));
        fields.refuseOthers();
        refuseWaiversOfNothing();
        return cadre.flatMap(c ->
                appraisal.flatMap(a -> edition.map(e -> new Admitted(new CaseFile(c, a, entries), e))));
    }

    private <F extends Fact> Optional<F> single(Datum datum, Class<F> type, Codes codes) {
        FactType factType = Vocabulary.type(type.getSimpleName()).orElseThrow();
        return FactFields.read(factType, datum, codes, problems).flatMap(reading -> {
            reading.fields().refuseOthers();
            Possibility.check(reading, Optional.empty());
            if (type.equals(Cadre.class)) {
                reading.text("id").ifPresent(id -> takeId(id, reading.place("id")));
            }
            return reading.fact().map(type::cast);
        });
    }

    private Optional<Edition> edition(
            Fields fields, Optional<Cadre> cadre, Optional<Appraisal> appraisal, Editions editions) {
        return cadre.flatMap(c -> appraisal.flatMap(a -> {
            Optional<Edition> found = editions.judging(a.to(), a.type(), c.level());
            if (found.isEmpty()) {
                problems.add("casefile.no-edition", fields.place("appraisal").child("to"), a.to(), a.type(), c.level());
            }
            return found;
        }));
    }

    private List<Entry> list(Datum datum, FactType type, Codes codes, Optional<LocalDate> lastDay) {
        List<Datum> items = values.items(datum);
        if (items.size() > MOST_FACTS) {
            problems.add("casefile.too-many-facts", datum.place(), items.size(), MOST_FACTS);
        }
        Map<String, Place> keys = new HashMap<>();
        List<Entry> entries = new ArrayList<>(Math.min(items.size(), MOST_FACTS));
        for (Datum item : items.subList(0, Math.min(items.size(), MOST_FACTS))) {
            FactFields.read(type, item, codes, problems)
                    .flatMap(reading -> entry(reading, codes, lastDay, keys))
                    .ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<Entry> entry(
            FactFields reading, Codes codes, Optional<LocalDate> lastDay, Map<String, Place> keys) {
        Fields fields = reading.fields();
        boolean vouched = reading.type().record().equals(Consulted.class);
        Optional<Boolean> verified =
                vouched ? Optional.of(true) : fields.required("verified").flatMap(values::truth);
        Optional<String> source =
                vouched ? Optional.empty() : fields.optional("source").flatMap(values::text);
        Optional<String> evidence =
                vouched ? Optional.empty() : fields.optional("evidence").flatMap(values::text);
        fields.refuseOthers();
        Possibility.check(reading, lastDay);
        if (!again) {
            Possibility.checkSince(reading);
        }
        refuseWrongUnit(reading, codes);
        reading.text("id").ifPresent(id -> {
            takeId(id, reading.place("id"));
            facts.add(id);
        });
        if (reading.type().record().equals(Waiver.class)) {
            reading.text("fact")
                    .ifPresent(fact -> waived.add(new Waived(fact, reading.place("fact"), reading.text("id"))));
        }
        Vocabulary.uniqueKey(reading.type().name())
                .filter(key -> !key.equals("id"))
                .ifPresent(key -> reading.text(key).ifPresent(value -> takeKey(key, value, reading, keys)));
        if (reading.type().record().equals(PriorGrade.class)) {
            reading.decimal("year").ifPresent(year -> takeKey("year", year.toPlainString(), reading, keys));
        }
        return reading.fact()
                .flatMap(fact -> verified.map(is -> new Entry(fact, is, source.orElse(null), evidence.orElse(null))));
    }

    private void takeId(String id, Place place) {
        if (id.equals("appraisal")
                || id.equals("result")
                || id.startsWith("consulted/")
                || id.startsWith("dimension/")) {
            problems.add("casefile.reserved-id", place, id);
        }
        Place earlier = ids.putIfAbsent(id, place);
        if (earlier != null) {
            problems.add("casefile.repeated-id", place, id, earlier.pointer());
        }
    }

    private void takeKey(String key, String value, FactFields reading, Map<String, Place> keys) {
        Place earlier = keys.putIfAbsent(value, reading.place(key));
        if (earlier != null) {
            problems.add("casefile.repeated-key", reading.place(key), value, earlier.pointer());
        }
    }

    private void refuseWrongUnit(FactFields reading, Codes codes) {
        if (reading.type().name().equals("Indicator")) {
            reading.text("code")
                    .flatMap(codes::indicator)
                    .ifPresent(line -> reading.text("unit")
                            .filter(unit -> !unit.equals(line.unit()))
                            .ifPresent(unit -> problems.add(
                                    "casefile.wrong-unit", reading.place("unit"), unit, line.code(), line.unit())));
        }
    }

    private void refuseWaiversOfNothing() {
        for (Waived fact : waived) {
            if (!facts.contains(fact.id()) || fact.waiver().equals(Optional.of(fact.id()))) {
                problems.add("casefile.no-such-fact", fact.place(), fact.id());
            }
        }
    }
}
