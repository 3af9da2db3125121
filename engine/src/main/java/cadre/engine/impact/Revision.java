package cadre.engine.impact;

import cadre.engine.difference.Change.Area;
import cadre.engine.difference.Difference;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.Titles;
import cadre.engine.impact.Cause.Change;
import cadre.engine.wording.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What became of every criterion from the edition that decided to the candidate. For any number of threads. */
final class Revision {
    /** Changes of a rule that let it fire otherwise or conclude otherwise; titles and sentences do not. */
    private static final Set<String> MEANING = Set.of(
            "criterion-asks-instead",
            "criterion-asks-also",
            "criterion-asks-no-longer",
            "criterion-does-instead",
            "criterion-does-also",
            "criterion-does-no-longer",
            "criterion-dimension",
            "criterion-stratum",
            "criterion-bound");

    private static final String GRADE = "grade:";

    private final Edition before;
    private final Edition candidate;
    private final Map<String, Cause.Rule> rules = new HashMap<>();
    private final Map<String, Set<String>> read = new HashMap<>();
    private final Map<String, Titles> titles;
    private final Map<String, Titles> grades = new HashMap<>();
    private final Map<Days, Map<String, List<Change>>> changes = new ConcurrentHashMap<>();

    Revision(Edition before, Edition candidate) {
        this.before = before;
        this.candidate = candidate;
        this.titles = titles(before);
        titles.putAll(titles(candidate));
        titles.forEach((key, title) -> {
            if (key.startsWith(GRADE)) {
                grades.put(key, title);
            }
        });
        before.criteria().forEach(id -> rules.put(id, Cause.Rule.GONE));
        candidate.criteria().forEach(id -> rules.merge(id, Cause.Rule.NEW, (gone, come) -> Cause.Rule.SAME));
        Difference.of(before, List.of(), candidate, List.of()).changes().stream()
                .filter(change -> change.area() == Area.CRITERIA && MEANING.contains(change.code()))
                .forEach(change -> rules.put(change.subject(), Cause.Rule.CHANGED));
        for (Edition edition : List.of(before, candidate)) {
            edition.rules()
                    .forEach(rule -> read.computeIfAbsent(rule.id(), id -> new TreeSet<>())
                            .addAll(Reading.of(rule, edition).parameters()));
        }
    }

    private record Days(LocalDate before, LocalDate candidate) {}

    /**
     * A cause that is a criterion.
     *
     * @param lastDay of the case
     * @param tried the day whose parameters the candidate read
     */
    Cause criterion(Cause.Kind kind, String id, LocalDate lastDay, LocalDate tried) {
        return new Cause(
                kind,
                id,
                rules.getOrDefault(id, Cause.Rule.NONE),
                changes.computeIfAbsent(new Days(lastDay, tried), this::changes).getOrDefault(id, List.of()));
    }

    private Map<String, List<Change>> changes(Days days) {
        Map<String, List<Change>> found = new HashMap<>();
        read.forEach((id, names) -> {
            List<Change> changed = new ArrayList<>();
            for (String name : names) {
                String was = value(before, name, days.before());
                String is = value(candidate, name, days.candidate());
                if (!was.equals(is)) {
                    changed.add(new Change(name, was, is));
                }
            }
            if (!changed.isEmpty()) {
                found.put(id, List.copyOf(changed));
            }
        });
        return found;
    }

    private static String value(Edition edition, String name, LocalDate day) {
        @Nullable ParameterLine line = edition.parameters().get(name);
        return line == null
                ? ""
                : line.on(day)
                        .map(dated -> dated.value() instanceof BigDecimal decimal
                                ? plain(decimal)
                                : dated.value().toString())
                        .orElse("");
    }

    private static Map<String, Titles> titles(Edition edition) {
        Map<String, Titles> titles = new HashMap<>();
        edition.grades().forEach(grade -> titles.put(GRADE + grade.code(), grade.title()));
        edition.dimensions().forEach(dimension -> titles.put("dimension:" + dimension.code(), dimension.title()));
        edition.indicators().values().forEach(line -> titles.put("criterion:indicator:" + line.code(), line.title()));
        edition.parameters().values().forEach(line -> titles.put("parameter:" + line.name(), line.title()));
        edition.rules()
                .forEach(rule -> titles.put(
                        "criterion:" + rule.id(),
                        new Titles(rule.notes().title(), rule.notes().titleZh())));
        return titles;
    }

    /** Adds the names of all grades of both. */
    void grades(Map<String, Titles> names) {
        grades.forEach((key, title) -> put(names, key, title));
    }

    /** Adds the names of what a cause speaks of: those of the candidate, or if it has none, those of before. */
    void name(Cause cause, Map<String, Titles> names) {
        named((cause.kind().ofCriterion() ? "criterion:" : "dimension:") + cause.subject(), names);
        cause.changes().forEach(change -> named("parameter:" + change.name(), names));
    }

    /** Adds the name of something missing, such as indicator:CODE. */
    void missing(String what, Map<String, Titles> names) {
        named("criterion:" + what, names);
    }

    private void named(String key, Map<String, Titles> names) {
        Titles title = titles.get(key);
        if (title != null) {
            put(names, key, title);
        }
    }

    /** Of two names one is kept, the same whichever came first. */
    static void put(Map<String, Titles> names, String key, Titles titles) {
        names.merge(key, titles, (one, other) -> one.toString().compareTo(other.toString()) <= 0 ? one : other);
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
