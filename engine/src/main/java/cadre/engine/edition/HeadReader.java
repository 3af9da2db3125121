package cadre.engine.edition;

import cadre.engine.document.Datum;
import cadre.engine.document.Fields;
import cadre.engine.document.Place;
import cadre.engine.edition.Edition.Dimension;
import cadre.engine.edition.Edition.Grade;
import cadre.engine.edition.Edition.Rounding;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Fraction;
import cadre.engine.facts.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads edition.yaml. */
final class HeadReader {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,49}");
    private static final int MOST_PLACES = 10;
    private static final int MOST_PUBLICITY_DAYS = 365;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Sheet sheet;

    HeadReader(Sheet sheet) {
        this.sheet = sheet;
    }

    /** What edition.yaml says; where it has problems, what could be read of it. */
    record Head(
            String code,
            String version,
            Titles title,
            LocalDate from,
            @Nullable LocalDate to,
            List<AppraisalType> types,
            List<Level> levels,
            List<String> basis,
            Rounding rounding,
            List<Dimension> dimensions,
            List<Grade> grades,
            Map<String, Titles> actions,
            List<String> registers) {}

    Optional<Head> read(Datum datum) {
        Optional<Fields> found = Fields.of(datum, sheet.problems());
        Optional<Head> head = found.map(this::head);
        found.ifPresent(Fields::refuseOthers);
        return head;
    }

    private Head head(Fields fields) {
        String code = name(fields, "edition");
        String version = name(fields, "version");
        Titles title = sheet.titles(fields, "title");
        Period period = fields.required("in-force").flatMap(this::period).orElse(Period.UNKNOWN);
        Scope scope = fields.optional("applies-to")
                .flatMap(datum -> sheet.clean(datum, this::scope))
                .orElse(new Scope(List.of(), List.of()));
        List<String> basis =
                sheet.items(fields.required("basis"), datum -> sheet.values().text(datum));
        Rounding rounding = fields.required("rounding")
                .flatMap(datum -> sheet.clean(datum, this::rounding))
                .orElse(new Rounding(0, RoundingMode.HALF_UP));
        List<Dimension> dimensions = dimensions(fields);
        List<Grade> grades = grades(fields, dimensions);
        Map<String, Titles> actions = fields.optional("actions")
                .map(datum -> sheet.coded(datum, Sheet.UPPER, (c, d) -> Optional.of(sheet.titles(d))))
                .orElse(Map.of());
        List<String> registers = sheet.items(fields.required("registers"), datum -> sheet.code(datum, Sheet.LOWER));
        fields.optional("round")
                .ifPresent(datum -> sheet.clean(datum, round -> {
                    round(round, dimensions, grades);
                    return round;
                }));
        return new Head(
                code,
                version,
                title,
                period.from(),
                period.to(),
                scope.types(),
                scope.levels(),
                basis,
                rounding,
                dimensions,
                grades,
                actions,
                registers);
    }

    /** Editions and versions name folders, kjars and releases. */
    private String name(Fields fields, String key) {
        String name = sheet.text(fields, key);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            sheet.problems().add("edition.version-form", fields.place(key), name);
        }
        return name;
    }

    private record Period(LocalDate from, @Nullable LocalDate to) {
        static final Period UNKNOWN = new Period(LocalDate.EPOCH, null);
    }

    private Optional<Period> period(Datum datum) {
        return sheet.clean(datum, fields -> {
            LocalDate from = sheet.day(fields, "from");
            LocalDate to = fields.optional("to").flatMap(sheet.values()::day).orElse(null);
            if (to != null && to.isBefore(from)) {
                sheet.problems().add("edition.ends-before-it-begins", fields.place("to"), from, to);
            }
            return new Period(from, to);
        });
    }

    private record Scope(List<AppraisalType> types, List<Level> levels) {}

    private Scope scope(Fields fields) {
        return new Scope(
                sheet.items(fields.optional("types"), datum -> sheet.values().constant(datum, AppraisalType.class)),
                sheet.items(fields.optional("levels"), datum -> sheet.values().constant(datum, Level.class)));
    }

    private Rounding rounding(Fields fields) {
        int places = sheet.whole(fields, "places", 0, MOST_PLACES);
        return new Rounding(places, mode(fields, "mode"));
    }

    private RoundingMode mode(Fields fields, String key) {
        RoundingMode mode = sheet.constant(fields, key, RoundingMode.class);
        if (mode == RoundingMode.UNNECESSARY) {
            sheet.problems().add("edition.rounding-unnecessary", fields.place(key));
        }
        return mode;
    }

    private List<Dimension> dimensions(Fields fields) {
        Map<String, Dimension> dimensions = fields.required("dimensions")
                .map(datum ->
                        sheet.coded(datum, Sheet.LOWER, (code, of) -> sheet.clean(of, each -> dimension(code, each))))
                .orElse(Map.of());
        int before = sheet.problems().size();
        BigDecimal sum = dimensions.values().stream().map(Dimension::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean complete = fields.optional("dimensions")
                .filter(datum -> datum instanceof Datum.Mapping all
                        && all.entries().keySet().equals(dimensions.keySet()))
                .isPresent();
        if (complete && sum.compareTo(WHOLE) != 0 && before == sheet.problems().size()) {
            sheet.problems().add("edition.weights", fields.place("dimensions"), sum.toPlainString());
        }
        return List.copyOf(dimensions.values());
    }

    private Dimension dimension(String code, Fields fields) {
        Dimension dimension = new Dimension(
                code,
                sheet.titles(fields, "title"),
                sheet.decimal(fields, "weight"),
                sheet.decimal(fields, "start"),
                sheet.decimal(fields, "min"),
                sheet.decimal(fields, "max"));
        if (dimension.weight().signum() < 0) {
            sheet.problems().add("document.negative", fields.place("weight"), dimension.weight());
        }
        if (dimension.min().compareTo(dimension.start()) > 0
                || dimension.start().compareTo(dimension.max()) > 0) {
            sheet.problems()
                    .add(
                            "edition.start-outside",
                            fields.place("start"),
                            dimension.start(),
                            dimension.min(),
                            dimension.max());
        }
        return dimension;
    }

    private List<Grade> grades(Fields fields, List<Dimension> dimensions) {
        Optional<Datum> written = fields.optional("grades");
        List<Grade> grades = new ArrayList<>();
        for (Datum datum : written.map(sheet.values()::items).orElse(List.of())) {
            sheet.clean(datum, this::grade).ifPresent(grade -> {
                if (grades.stream().anyMatch(other -> other.code().equals(grade.code()))) {
                    sheet.problems().add("edition.twice", datum.place(), grade.code());
                } else if (!grades.isEmpty()
                        && grades.get(grades.size() - 1).from().compareTo(grade.from()) <= 0) {
                    sheet.problems().add("edition.grade-order", datum.place(), grade.code());
                }
                grades.add(grade);
            });
        }
        BigDecimal lowest = dimensions.stream()
                .map(dimension -> dimension.weight().multiply(dimension.min()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(2);
        if (!grades.isEmpty() && grades.get(grades.size() - 1).from().compareTo(lowest) > 0) {
            Place place = written.orElseThrow().place();
            sheet.problems()
                    .add(
                            "edition.lowest-grade",
                            place,
                            grades.get(grades.size() - 1).code(),
                            lowest.stripTrailingZeros().toPlainString());
        }
        return List.copyOf(grades);
    }

    private Grade grade(Fields fields) {
        Grade grade = new Grade(
                sheet.code(fields, "code", Sheet.UPPER), sheet.titles(fields, "title"), sheet.decimal(fields, "from"));
        if (grade.code().equals(Edition.NOT_GRADED)) {
            sheet.problems().add("edition.reserved-grade", fields.place("code"), grade.code());
        }
        return grade;
    }

    /** The words for a whole round are checked already; nothing reads them yet. */
    private void round(Fields fields, List<Dimension> dimensions, List<Grade> grades) {
        fields.optional("quota")
                .ifPresent(datum -> sheet.clean(datum, quota -> {
                    quota.required("grade")
                            .ifPresent(grade -> sheet.values()
                                    .word(
                                            grade,
                                            grades.stream().map(Grade::code).toList()));
                    Object share = sheet.number(quota, "share");
                    boolean possible = share instanceof Fraction fraction
                            ? fraction.numerator().signum() > 0
                                    && fraction.numerator().compareTo(fraction.denominator()) <= 0
                            : ((BigDecimal) share).signum() > 0 && ((BigDecimal) share).compareTo(BigDecimal.ONE) <= 0;
                    if (!possible) {
                        sheet.problems().add("edition.share", quota.place("share"), share);
                    }
                    mode(quota, "rounding");
                    List<String> codes =
                            dimensions.stream().map(Dimension::code).toList();
                    return sheet.items(
                            quota.optional("tie-break"), key -> sheet.values().word(key, codes));
                }));
        sheet.whole(fields, "publicity-days", 0, MOST_PUBLICITY_DAYS);
    }
}
