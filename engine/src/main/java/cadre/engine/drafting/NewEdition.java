package cadre.engine.drafting;

import cadre.engine.document.Datum;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.document.YamlDocument;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Begins an edition from an earlier one. Its files are copied; code, version and the days in force are new, and the days of
 * the cases move along. Parameters keep their values and days: a value holds until another follows.
 */
public final class NewEdition {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final Pattern YEAR = Pattern.compile("(19|20|21)[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Edition before;
    private final String code;
    private final long months;

    private NewEdition(Edition before, String code) {
        this.before = before;
        this.code = code;
        this.months = months();
    }

    /**
     * The files of the new edition by name.
     *
     * @param sources of the edition to begin from, which is sound
     * @param code of the new edition, such as 2027; a year moves the days in force to that year
     */
    public static Optional<Map<String, byte[]>> of(
            EditionSources sources, Edition before, String code, Problems problems) {
        if (!CODE.matcher(code).matches()) {
            problems.add("drafting.edition-code", Place.at("", 0, 0), code);
            return Optional.empty();
        }
        if (code.equals(before.code())) {
            problems.add("drafting.same-edition", Place.at("", 0, 0), code);
            return Optional.empty();
        }
        NewEdition draft = new NewEdition(before, code);
        Map<String, byte[]> files = new TreeMap<>(sources.files());
        files.replaceAll((name, bytes) -> draft.file(name, bytes));
        return Optional.of(files);
    }

    /** The folder beside an earlier edition's, if nothing stands there yet. */
    public static Optional<Path> folder(Path earlier, String code, Problems problems) {
        Path folder = earlier.toAbsolutePath().normalize().resolveSibling(code);
        if (Files.exists(folder)) {
            problems.add("drafting.folder-exists", Place.at(folder.toString(), 0, 0), folder);
            return Optional.empty();
        }
        return Optional.of(folder);
    }

    private byte[] file(String name, byte[] bytes) {
        boolean head = name.equals("edition.yaml");
        if (!head && !name.endsWith(".cases.yaml")) {
            return bytes;
        }
        Datum datum = YamlDocument.read(name, bytes, new Problems());
        if (datum == null) {
            return bytes;
        }
        Edits edits = new Edits(bytes);
        if (head) {
            head(datum, edits);
        } else {
            days(datum, "", edits);
        }
        return edits.done();
    }

    private void head(Datum datum, Edits edits) {
        if (datum instanceof Datum.Mapping fields) {
            scalar(fields, "edition").ifPresent(value -> edits.replace(value, code));
            scalar(fields, "version").ifPresent(value -> edits.replace(value, code + ".1"));
            Optional.ofNullable(fields.entries().get("in-force")).ifPresent(period -> days(period, "", edits));
        }
    }

    private static Optional<Datum.Scalar> scalar(Datum.Mapping fields, String key) {
        return Optional.ofNullable(fields.entries().get(key))
                .filter(Datum.Scalar.class::isInstance)
                .map(Datum.Scalar.class::cast);
    }

    /** Moves every day, and every number under the key year. */
    private void days(Datum datum, String key, Edits edits) {
        if (datum instanceof Datum.Mapping mapping) {
            mapping.entries().forEach((inner, value) -> days(value, inner, edits));
        } else if (datum instanceof Datum.Sequence sequence) {
            sequence.items().forEach(item -> days(item, key, edits));
        } else if (datum instanceof Datum.Scalar scalar) {
            if (DAY.matcher(scalar.text()).matches()) {
                edits.replace(scalar, moved(LocalDate.parse(scalar.text())).toString());
            } else if (key.equals("year") && YEAR.matcher(scalar.text()).matches()) {
                edits.replace(scalar, Long.toString(Long.parseLong(scalar.text()) + months / 12));
            }
        }
    }

    /** The last day of a month stays the last day of a month. */
    private LocalDate moved(LocalDate day) {
        LocalDate to = day.plusMonths(months);
        return day.getDayOfMonth() == day.lengthOfMonth() ? to.withDayOfMonth(to.lengthOfMonth()) : to;
    }

    /** To the year that the code names, else to the day after the last day in force, else by a year. */
    private long months() {
        LocalDate from = before.from();
        LocalDate to = before.to();
        if (YEAR.matcher(code).matches()) {
            return 12L * (Integer.parseInt(code) - from.getYear());
        }
        return to == null ? 12 : ChronoUnit.MONTHS.between(from, to.plusDays(1));
    }
}
