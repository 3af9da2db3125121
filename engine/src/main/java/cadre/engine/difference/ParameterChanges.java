package cadre.engine.difference;

import cadre.engine.difference.Change.Area;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.DatedValue;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.Titles;
import cadre.engine.edition.Units;
import cadre.engine.facts.Fraction;
import cadre.engine.language.Rule;
import cadre.engine.wording.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed in parameters.yaml, for the days on which the new edition is in force. */
final class ParameterChanges {
    private final Edition before;
    private final Edition after;
    private final Changes changes;
    private final Map<String, List<String>> users = new TreeMap<>();

    ParameterChanges(Edition before, Edition after, Changes changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        for (Rule rule : after.rules()) {
            Reading.of(rule, after)
                    .parameters()
                    .forEach(name -> users.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(rule.id()));
        }
    }

    void find() {
        Changes.compare(
                before.parameters(),
                after.parameters(),
                gone -> changes.add(Area.PARAMETERS, "parameter-gone", gone.name(), gone.title()),
                this::come,
                this::both);
    }

    private void come(ParameterLine line) {
        Object value = line.on(after.from())
                .map(DatedValue::value)
                .orElse(line.values().get(0).value());
        changes.add(Area.PARAMETERS, "parameter-new", line.name(), uses(line), line.title(), told(value, line));
        line.values().stream()
                .filter(later -> later.from().isAfter(after.from()))
                .forEach(later -> changes.add(
                        Area.PARAMETERS,
                        "parameter-set",
                        line.name(),
                        uses(line),
                        line.title(),
                        told(later.value(), line),
                        later.from()));
    }

    private void both(ParameterLine was, ParameterLine is) {
        changes.differs(Area.PARAMETERS, "parameter-title", is.name(), was.title(), is.title());
        if (!was.unit().equals(is.unit())) {
            changes.add(Area.PARAMETERS, "parameter-unit", is.name(), uses(is), is.title(), was.unit(), is.unit());
        }
        String told = "";
        for (LocalDate day : days(was, is)) {
            Optional<DatedValue> old = was.on(day);
            Optional<DatedValue> now = is.on(day);
            if (now.isEmpty()) {
                continue;
            }
            String pair = old.map(value -> text(value.value())).orElse("") + " "
                    + text(now.get().value());
            boolean same = pair.equals(told);
            told = pair;
            if (old.isEmpty()) {
                changes.add(
                        Area.PARAMETERS,
                        "parameter-set",
                        is.name(),
                        uses(is),
                        is.title(),
                        told(now.get().value(), is),
                        day);
            } else if (!same) {
                value(is, old.get(), now.get(), day);
            }
        }
    }

    private void value(ParameterLine line, DatedValue old, DatedValue now, LocalDate day) {
        int order = compare(old.value(), now.value());
        if (order != 0) {
            changes.add(
                    Area.PARAMETERS,
                    order < 0 ? "parameter-rises" : "parameter-falls",
                    line.name(),
                    uses(line),
                    line.title(),
                    told(old.value(), line),
                    told(now.value(), line),
                    day);
        } else if (!old.value().getClass().equals(now.value().getClass())) {
            changes.add(
                    Area.PARAMETERS,
                    "parameter-exact",
                    line.name(),
                    uses(line),
                    line.title(),
                    old.value(),
                    now.value(),
                    day);
        }
        if (!old.reference().equals(now.reference())) {
            changes.add(
                    Area.PARAMETERS,
                    "parameter-reference",
                    line.name(),
                    line.title(),
                    old.reference(),
                    now.reference());
        }
    }

    /** As people say it, with its unit. */
    static Titles told(Object value, ParameterLine line) {
        return new Titles(Units.of(value, line.unit(), Locale.ENGLISH), Units.of(value, line.unit(), Locale.CHINESE));
    }

    private List<String> uses(ParameterLine line) {
        return users.getOrDefault(line.name(), List.of());
    }

    /** The days on which one of them may begin to differ from the other. */
    private SortedSet<LocalDate> days(ParameterLine was, ParameterLine is) {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(after.from());
        List.of(was, is).forEach(line -> line.values().forEach(value -> days.add(value.from())));
        LocalDate to = after.to();
        days.removeIf(day -> day.isBefore(after.from()) || (to != null && day.isAfter(to)));
        return days;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static int compare(Object a, Object b) {
        return numerator(a).multiply(denominator(b)).compareTo(numerator(b).multiply(denominator(a)));
    }

    private static BigDecimal numerator(Object value) {
        return value instanceof Fraction fraction ? new BigDecimal(fraction.numerator()) : (BigDecimal) value;
    }

    private static BigDecimal denominator(Object value) {
        return value instanceof Fraction fraction ? new BigDecimal(fraction.denominator()) : BigDecimal.ONE;
    }
}
