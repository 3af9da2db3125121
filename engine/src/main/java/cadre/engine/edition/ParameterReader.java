package cadre.engine.edition;

import cadre.engine.document.Datum;
import cadre.engine.document.Fields;
import cadre.engine.edition.Edition.DatedValue;
import cadre.engine.edition.Edition.ParameterLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads parameters.yaml. */
final class ParameterReader {
    /** Days on which parameters may begin or change: the rules are compiled for each span between two of them. */
    private static final int MOST_DAYS = 32;

    private final Sheet sheet;

    ParameterReader(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The parameters without problems, in the order written. */
    Map<String, ParameterLine> read(Datum datum) {
        Map<String, ParameterLine> lines =
                sheet.coded(datum, Sheet.DOTTED, (name, of) -> sheet.clean(of, fields -> parameter(name, fields)));
        long days = lines.values().stream()
                .flatMap(line -> line.values().stream())
                .map(DatedValue::from)
                .distinct()
                .count();
        if (days > MOST_DAYS) {
            sheet.problems().add("edition.too-many-changes", datum.place(), days, MOST_DAYS);
        }
        return lines;
    }

    private ParameterLine parameter(String name, Fields fields) {
        Titles title = sheet.titles(fields, "title");
        String unit = sheet.text(fields, "unit");
        Optional<Datum> written = fields.required("values");
        List<DatedValue> values = new ArrayList<>();
        for (Datum datum : written.map(sheet.values()::items).orElse(List.of())) {
            sheet.clean(datum, this::value).ifPresent(value -> {
                if (!values.isEmpty()) {
                    refuseDisorder(values.get(values.size() - 1), value, datum);
                }
                values.add(value);
            });
        }
        if (written.filter(ParameterReader::isEmptyList).isPresent()) {
            sheet.problems().add("edition.parameter-without-value", fields.place("values"), name);
        }
        return new ParameterLine(name, title, unit, List.copyOf(values));
    }

    private static boolean isEmptyList(Datum datum) {
        return datum instanceof Datum.Sequence list && list.items().isEmpty();
    }

    private void refuseDisorder(DatedValue earlier, DatedValue later, Datum datum) {
        if (!earlier.from().isBefore(later.from())) {
            sheet.problems().add("edition.values-overlap", datum.place(), later.from(), earlier.from());
        }
        if (!earlier.value().getClass().equals(later.value().getClass())) {
            sheet.problems().add("edition.values-mixed", datum.place(), later.value(), earlier.value());
        }
    }

    private DatedValue value(Fields fields) {
        return new DatedValue(from(fields), sheet.number(fields, "value"), reference(fields));
    }

    private LocalDate from(Fields fields) {
        if (fields.optional("from").isEmpty()) {
            sheet.problems().add("edition.value-without-day", fields.place());
            return LocalDate.EPOCH;
        }
        return sheet.day(fields, "from");
    }

    /**
     * The reference. Between braces YAML ends a plain text at a comma, so of <code>{ reference: A (2016), practice }</code>
     * the word practice arrives as a key without a value; it is taken for what it means.
     */
    private String reference(Fields fields) {
        String reference = sheet.text(fields, "reference");
        boolean practice = fields.keys().contains("practice")
                && fields.optional("practice").isEmpty();
        return practice ? reference + ", practice" : reference;
    }
}
