package cadre.engine.difference;

import cadre.engine.difference.Change.Area;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.Dimension;
import cadre.engine.edition.Edition.Grade;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.edition.Titles;
import cadre.engine.facts.Terms;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed in edition.yaml and indicators.yaml. */
record EditionChanges(Edition before, Edition after, Changes changes) {
    void find() {
        head();
        Changes.compare(
                by(before.dimensions(), Dimension::code),
                by(after.dimensions(), Dimension::code),
                gone -> changes.add(Area.DIMENSIONS, "dimension-gone", gone.code(), gone.title()),
                come -> changes.add(Area.DIMENSIONS, "dimension-new", come.code(), come.title(), come.weight()),
                this::dimension);
        Changes.compare(
                by(before.grades(), Grade::code),
                by(after.grades(), Grade::code),
                gone -> changes.add(Area.GRADES, "grade-gone", gone.code(), gone.title()),
                come -> changes.add(Area.GRADES, "grade-new", come.code(), come.title(), come.from()),
                this::grade);
        Changes.compare(
                before.indicators(),
                after.indicators(),
                gone -> changes.add(Area.INDICATORS, "indicator-gone", gone.code(), gone.title()),
                come -> changes.add(
                        Area.INDICATORS,
                        come.required() ? "indicator-new-required" : "indicator-new",
                        come.code(),
                        come.title()),
                this::indicator);
        Changes.compare(
                by(before.registers(), Function.identity()),
                by(after.registers(), Function.identity()),
                gone -> changes.add(Area.REGISTERS, "register-gone", gone),
                come -> changes.add(Area.REGISTERS, "register-new", come),
                (was, is) -> {});
        actions();
    }

    private void head() {
        changes.differs(Area.EDITION, "edition-title", "", before.title(), after.title());
        changes.differs(Area.EDITION, "edition-in-force", "", period(before), period(after));
        changes.differs(Area.EDITION, "edition-types", "", terms(before.types()), terms(after.types()));
        changes.differs(Area.EDITION, "edition-levels", "", terms(before.levels()), terms(after.levels()));
        changes.differs(
                Area.EDITION,
                "edition-rounding",
                "",
                before.rounding().places() + " " + before.rounding().mode(),
                after.rounding().places() + " " + after.rounding().mode());
        Changes.compare(
                by(before.basis(), Function.identity()),
                by(after.basis(), Function.identity()),
                gone -> changes.add(Area.EDITION, "edition-basis-gone", "", gone),
                come -> changes.add(Area.EDITION, "edition-basis-new", "", come),
                (was, is) -> {});
    }

    private static Titles period(Edition edition) {
        return edition.to() == null
                ? DifferenceText.words("from", edition.from())
                : DifferenceText.words("from-to", edition.from(), edition.to());
    }

    private static Titles terms(List<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? DifferenceText.words("all")
                : new Titles(terms(constants, Locale.ENGLISH, ", "), terms(constants, Locale.CHINESE, "、"));
    }

    private static String terms(List<? extends Enum<?>> constants, Locale language, String comma) {
        return constants.stream()
                .map(constant -> Terms.of(constant, language))
                .sorted()
                .collect(Collectors.joining(comma));
    }

    private void dimension(Dimension was, Dimension is) {
        changes.differs(Area.DIMENSIONS, "dimension-title", is.code(), was.title(), is.title());
        changes.moved(Area.DIMENSIONS, "weight", is.code(), is.title(), was.weight(), is.weight());
        changes.moved(Area.DIMENSIONS, "start", is.code(), is.title(), was.start(), is.start());
        changes.moved(Area.DIMENSIONS, "least", is.code(), is.title(), was.min(), is.min());
        changes.moved(Area.DIMENSIONS, "most", is.code(), is.title(), was.max(), is.max());
    }

    private void grade(Grade was, Grade is) {
        changes.differs(Area.GRADES, "grade-title", is.code(), was.title(), is.title());
        changes.moved(Area.GRADES, "grade", is.code(), is.title(), was.from(), is.from());
    }

    private void indicator(IndicatorLine was, IndicatorLine is) {
        changes.differs(Area.INDICATORS, "indicator-title", is.code(), was.title(), is.title());
        if (was.required() != is.required()) {
            changes.add(
                    Area.INDICATORS,
                    is.required() ? "indicator-required" : "indicator-not-required",
                    is.code(),
                    is.title());
        }
        differs(was, is, "indicator-unit", IndicatorLine::unit);
        differs(was, is, "indicator-scale", IndicatorLine::scale);
        differs(was, is, "indicator-direction", IndicatorLine::direction);
        differs(was, is, "indicator-family", IndicatorLine::family);
        differs(was, is, "indicator-kind", IndicatorLine::kind);
    }

    private void differs(IndicatorLine was, IndicatorLine is, String code, Function<IndicatorLine, Object> part) {
        if (!part.apply(was).equals(part.apply(is))) {
            changes.add(Area.INDICATORS, code, is.code(), is.title(), part.apply(was), part.apply(is));
        }
    }

    private void actions() {
        before.actions().forEach((code, title) -> {
            if (!after.actions().containsKey(code)) {
                changes.add(Area.ACTIONS, "action-gone", code, title);
            }
        });
        after.actions().forEach((code, title) -> {
            Titles was = before.actions().get(code);
            if (was == null) {
                changes.add(Area.ACTIONS, "action-new", code, title);
            } else {
                changes.differs(Area.ACTIONS, "action-title", code, was, title);
            }
        });
    }

    private static <T> Map<String, T> by(Collection<T> all, Function<T, String> code) {
        Map<String, T> found = new LinkedHashMap<>();
        all.forEach(each -> found.put(code.apply(each), each));
        return found;
    }
}
