package cadre.engine.cases;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.document.Datum;
import cadre.engine.document.Fields;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.document.Values;
import cadre.engine.document.YamlDocument;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the cases of an edition from its files <code>*.cases.yaml</code>. A file is a list of cases:
 *
 * <pre>{@code
 * - case: One serious incident deducts five points
 *   given: { incidents: [ { family: ecological, severity: SERIOUS, on: 2026-05-01, verified: true } ] }
 *   expect: { fires: [ E-03 ], does-not-fire: [ E-05 ], dimensions: { ecological: 55 } }
 * }</pre>
 *
 * <p>What <code>given</code> leaves out is completed as {@link Defaults} says, and then held to all that is asked of a case
 * file. <code>expect</code> may have the keys fires, does-not-fire, dimensions, total, band, grade, status, holds, flags and
 * recommendations, as {@link Expectation} describes them, and has at least one.
 */
public final class CasesReader {
    private final Edition edition;
    private final Problems problems;
    private final Values values;
    private final Defaults defaults;
    private final Map<String, Place> names = new HashMap<>();

    private CasesReader(Edition edition, Problems problems) {
        this.edition = edition;
        this.problems = problems;
        this.values = new Values(problems);
        this.defaults = new Defaults(edition);
    }

    /** The cases without problems, in the order of files and of their place in them. */
    public static List<Scenario> read(EditionSources sources, Edition edition, Problems problems) {
        CasesReader reader = new CasesReader(edition, problems);
        List<Scenario> scenarios = new ArrayList<>();
        sources.cases()
                .forEach((name, bytes) -> Optional.ofNullable(YamlDocument.read(name, bytes, problems))
                        .ifPresent(datum -> reader.values
                                .items(datum)
                                .forEach(item -> reader.scenario(item).ifPresent(scenarios::add))));
        return List.copyOf(scenarios);
    }

    private Optional<Scenario> scenario(Datum datum) {
        int before = problems.size();
        Optional<Scenario> scenario = Fields.of(datum, problems).flatMap(fields -> {
            Optional<String> name = fields.required("case").flatMap(values::text);
            name.ifPresent(found -> refuseRepetition(found, fields.place("case")));
            Optional<CaseFile> given = fields.required("given")
                    .flatMap(part -> CaseFileReader.read(defaults.complete(part), edition, problems));
            Map<String, Place> expected = new HashMap<>();
            Optional<Expectation> expect = fields.required("expect").flatMap(part -> expectation(part, expected));
            fields.refuseOthers();
            return name.flatMap(n ->
                    given.flatMap(g -> expect.map(e -> new Scenario(n, datum.place(), g, e, expected))));
        });
        return problems.size() == before ? scenario : Optional.empty();
    }

    private void refuseRepetition(String name, Place place) {
        Place earlier = names.putIfAbsent(name, place);
        if (earlier != null) {
            problems.add("cases.repeated-name", place, name, earlier);
        }
    }

    private Optional<Expectation> expectation(Datum datum, Map<String, Place> expected) {
        note(datum, expected);
        return Fields.of(datum, problems).map(fields -> {
            if (fields.keys().isEmpty()) {
                problems.add("cases.expects-nothing", datum.place());
            }
            List<String> fires = words(fields, "fires", edition.criteria()).orElse(List.of());
            List<String> rests =
                    words(fields, "does-not-fire", edition.criteria()).orElse(List.of());
            fires.stream()
                    .filter(rests::contains)
                    .forEach(both -> problems.add("cases.both", fields.place("does-not-fire"), both));
            Expectation expectation = new Expectation(
                    fires,
                    rests,
                    dimensions(fields),
                    fields.optional("total").flatMap(values::decimal),
                    fields.optional("band").flatMap(band -> values.word(band, grades(Stream.empty()))),
                    fields.optional("grade")
                            .flatMap(grade -> values.word(grade, grades(Stream.of(Edition.NOT_GRADED)))),
                    fields.optional("status").flatMap(status -> values.constant(status, Outcome.Status.class)),
                    words(fields, "holds", holders()),
                    words(fields, "flags", edition.criteria()),
                    words(fields, "recommendations", edition.actions().keySet()));
            fields.refuseOthers();
            return expectation;
        });
    }

    /** Keeps the place of each key, and of each item and key within. */
    private static void note(Datum datum, Map<String, Place> expected) {
        if (datum instanceof Datum.Mapping mapping) {
            mapping.entries().forEach((key, value) -> {
                expected.put(key, value.place());
                if (value instanceof Datum.Sequence sequence) {
                    sequence.items().forEach(item -> {
                        if (item instanceof Datum.Scalar scalar) {
                            expected.putIfAbsent(key + " " + scalar.text(), scalar.place());
                        }
                    });
                } else if (value instanceof Datum.Mapping inner) {
                    inner.entries().forEach((name, score) -> expected.put(key + " " + name, score.place()));
                }
            });
        }
    }

    private Optional<List<String>> words(Fields fields, String key, Iterable<String> known) {
        List<String> all = new ArrayList<>();
        known.forEach(all::add);
        return fields.optional(key)
                .map(datum -> values.items(datum).stream()
                        .flatMap(item -> values.word(item, all).stream())
                        .toList());
    }

    private Map<String, BigDecimal> dimensions(Fields fields) {
        List<String> codes =
                edition.dimensions().stream().map(Edition.Dimension::code).toList();
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        fields.optional("dimensions")
                .flatMap(datum -> Fields.of(datum, problems))
                .ifPresent(dimensions -> {
                    codes.forEach(code -> dimensions
                            .optional(code)
                            .flatMap(values::decimal)
                            .ifPresent(score -> scores.put(code, score)));
                    dimensions.refuseOthers();
                });
        return scores;
    }

    private List<String> grades(Stream<String> more) {
        return Stream.concat(edition.grades().stream().map(Edition.Grade::code), more)
                .toList();
    }

    private List<String> holders() {
        return Stream.of(
                        edition.criteria().stream(),
                        edition.registers().stream().map(register -> "register:" + register),
                        edition.indicators().values().stream()
                                .filter(Edition.IndicatorLine::required)
                                .map(line -> "indicator:" + line.code()))
                .flatMap(each -> each)
                .toList();
    }
}
