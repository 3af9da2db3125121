package cadre.engine.edition;

import cadre.engine.document.Datum;
import cadre.engine.document.Fields;
import cadre.engine.document.Problems;
import cadre.engine.document.Values;
import cadre.engine.facts.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values that edition files share. What is missing or wrong has been told and gives a stand-in, so that reading
 * goes on; whoever reads a whole asks with {@link #clean} whether there was a problem in it.
 */
final class Sheet {
    static final Pattern LOWER = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final Pattern UPPER = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");
    private static final Pattern FRACTION = Pattern.compile("(0|[1-9][0-9]{0,17})/([1-9][0-9]{0,17})");

    private final Problems problems;
    private final Values values;

    Sheet(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    Problems problems() {
        return problems;
    }

    Values values() {
        return values;
    }

    /** What was read, if no problem was found while reading it. */
    <T> Optional<T> clean(Datum datum, Function<Fields, T> reading) {
        int before = problems.size();
        Optional<T> read = Fields.of(datum, problems).map(fields -> {
            T value = reading.apply(fields);
            fields.refuseOthers();
            return value;
        });
        return problems.size() == before ? read : Optional.empty();
    }

    /** Every entry of a mapping whose keys are codes, in the order written; entries with problems are left out. */
    <T> Map<String, T> coded(Datum datum, Pattern form, BiFunction<String, Datum, Optional<T>> reading) {
        Map<String, T> read = new LinkedHashMap<>();
        if (datum instanceof Datum.Mapping mapping) {
            mapping.entries().forEach((code, value) -> {
                if (!form.matcher(code).matches()) {
                    problems.add(wrongForm(form), value.place(), code);
                }
                reading.apply(code, value).ifPresent(found -> read.put(code, found));
            });
        } else {
            problems.add("document.expected-mapping", datum.place());
        }
        return read;
    }

    /** The items of a list, each once; items with problems are left out. */
    <T> List<T> items(Optional<Datum> datum, Function<Datum, Optional<T>> reading) {
        List<T> read = new ArrayList<>();
        datum.map(values::items)
                .orElse(List.of())
                .forEach(item -> reading.apply(item).ifPresent(found -> {
                    if (read.contains(found)) {
                        problems.add("edition.twice", item.place(), found);
                    } else {
                        read.add(found);
                    }
                }));
        return read;
    }

    String text(Fields fields, String key) {
        return fields.required(key).flatMap(values::text).orElse("");
    }

    String code(Fields fields, String key, Pattern form) {
        return fields.required(key).flatMap(datum -> code(datum, form)).orElse("");
    }

    Optional<String> code(Datum datum, Pattern form) {
        return values.text(datum).filter(code -> {
            boolean fits = form.matcher(code).matches();
            if (!fits) {
                problems.add(wrongForm(form), datum.place(), code);
            }
            return fits;
        });
    }

    private static String wrongForm(Pattern form) {
        return form.equals(UPPER) ? "edition.code-in-capitals" : "edition.code-in-small-letters";
    }

    BigDecimal decimal(Fields fields, String key) {
        return fields.required(key).flatMap(values::decimal).orElse(BigDecimal.ZERO);
    }

    LocalDate day(Fields fields, String key) {
        return fields.required(key).flatMap(values::day).orElse(LocalDate.EPOCH);
    }

    boolean truth(Fields fields, String key) {
        return fields.required(key).flatMap(values::truth).orElse(false);
    }

    /** A whole number between two bounds, both included. */
    int whole(Fields fields, String key, int least, int most) {
        return fields.required(key)
                .flatMap(datum -> values.count(datum).filter(value -> {
                    boolean within = value.compareTo(BigDecimal.valueOf(least)) >= 0
                            && value.compareTo(BigDecimal.valueOf(most)) <= 0;
                    if (!within) {
                        problems.add("edition.out-of-range", datum.place(), value.toPlainString(), least, most);
                    }
                    return within;
                }))
                .map(BigDecimal::intValueExact)
                .orElse(least);
    }

    <E extends Enum<E>> E constant(Fields fields, String key, Class<E> type) {
        return fields.required(key)
                .flatMap(datum -> values.constant(datum, type))
                .orElse(type.getEnumConstants()[0]);
    }

    Titles titles(Fields fields, String key) {
        return fields.required(key).map(this::titles).orElse(new Titles("", ""));
    }

    /** A text in both languages. */
    Titles titles(Datum datum) {
        return clean(
                        datum,
                        fields -> new Titles(
                                spoken(fields, "en", "edition.no-english"), spoken(fields, "zh", "edition.no-chinese")))
                .orElse(new Titles("", ""));
    }

    private String spoken(Fields fields, String language, String otherwise) {
        Optional<Datum> written = fields.optional(language);
        if (written.isEmpty()) {
            problems.add(otherwise, fields.place());
        }
        return written.flatMap(values::text).orElse("");
    }

    /** A decimal, or a fraction written as 2/3. */
    Object number(Fields fields, String key) {
        return fields.required(key).flatMap(this::number).orElse(BigDecimal.ZERO);
    }

    private Optional<Object> number(Datum datum) {
        if (datum instanceof Datum.Scalar scalar && scalar.kind() == Datum.Kind.TEXT) {
            Matcher fraction = FRACTION.matcher(scalar.text());
            if (fraction.matches()) {
                return Optional.of(new Fraction(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2))));
            }
        }
        return values.decimal(datum).map(value -> value);
    }
}
