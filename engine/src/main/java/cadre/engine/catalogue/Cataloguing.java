package cadre.engine.catalogue;

import cadre.engine.cases.Scenario;
import cadre.engine.catalogue.Catalogue.Band;
import cadre.engine.catalogue.Catalogue.Chapter;
import cadre.engine.catalogue.Catalogue.Entry;
import cadre.engine.catalogue.Catalogue.Line;
import cadre.engine.catalogue.Catalogue.Quantity;
import cadre.engine.catalogue.Catalogue.Value;
import cadre.engine.catalogue.Catalogue.Weight;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.DatedValue;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.Titles;
import cadre.engine.edition.Units;
import cadre.engine.facts.Terms;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Rule;
import cadre.engine.wording.Phrase;
import cadre.engine.wording.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Makes the catalogue of an edition. */
record Cataloguing(Edition edition, List<Scenario> cases) {
    Catalogue catalogue() {
        return new Catalogue(
                edition.code(),
                edition.title(),
                about(),
                composition(),
                edition.dimensions().stream()
                        .map(d -> new Weight(
                                d.code(),
                                d.title(),
                                Words.plain(d.weight()),
                                Words.plain(d.start()),
                                Words.plain(d.min()),
                                Words.plain(d.max())))
                        .toList(),
                edition.grades().stream()
                        .map(grade -> new Band(grade.title(), Words.plain(grade.from())))
                        .toList(),
                chapters(),
                edition.digest());
    }

    private List<Line> about() {
        List<Line> about = new ArrayList<>();
        about.add(new Line(
                Words.say("about.in-force"),
                edition.to() == null
                        ? Words.say("in-force.open", edition.from())
                        : Words.say("in-force", edition.from(), edition.to())));
        about.add(new Line(
                Words.say("about.types"), edition.types().isEmpty() ? Words.say("all") : terms(edition.types())));
        about.add(new Line(
                Words.say("about.levels"), edition.levels().isEmpty() ? Words.say("all") : terms(edition.levels())));
        about.add(new Line(
                Words.say("about.basis"),
                Words.joined(edition.basis().stream().map(Words::basis).toList())));
        about.add(new Line(Words.say("about.release"), new Titles(edition.version(), edition.version())));
        return about;
    }

    private static Titles terms(List<? extends Enum<?>> constants) {
        return Words.joined(constants.stream()
                .map(constant -> new Titles(Terms.of(constant, Locale.ENGLISH), Terms.of(constant, Locale.CHINESE)))
                .toList());
    }

    private List<Titles> composition() {
        List<Titles> sentences = new ArrayList<>();
        sentences.add(Words.say("compose.facts"));
        sentences.add(Words.say(
                "compose.dimension",
                edition.rounding().places(),
                Words.word("rounding", edition.rounding().mode().name())));
        sentences.add(Words.say("compose.total"));
        if (!edition.grades().isEmpty()) {
            sentences.add(Words.say("compose.grade"));
        }
        sentences.add(Words.say("compose.waiver"));
        if (!edition.registers().isEmpty()) {
            sentences.add(Words.say(
                    "compose.registers",
                    Words.joined(edition.registers().stream()
                            .map(register -> Words.word("register", register))
                            .toList())));
        }
        List<Titles> required = edition.indicators().values().stream()
                .filter(IndicatorLine::required)
                .map(IndicatorLine::title)
                .toList();
        if (!required.isEmpty()) {
            sentences.add(Words.say("compose.required", Words.joined(required)));
        }
        sentences.add(Words.say("compose.dates"));
        sentences.add(Words.say("compose.person"));
        return sentences;
    }

    private List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        edition.dimensions()
                .forEach(dimension -> add(
                        chapters,
                        dimension.code(),
                        dimension.title(),
                        edition.rules().stream()
                                .filter(rule ->
                                        dimension.code().equals(rule.notes().dimension()))
                                .toList()));
        List<Rule> others = edition.rules().stream()
                .filter(rule -> rule.notes().dimension() == null)
                .toList();
        for (Kind kind : Kind.values()) {
            add(
                    chapters,
                    "effect-" + kind.name().toLowerCase(Locale.ROOT),
                    Words.say("chapter." + kind.name()),
                    others.stream().filter(rule -> Kind.of(rule) == kind).toList());
        }
        return chapters;
    }

    private void add(List<Chapter> chapters, String code, Titles title, List<Rule> rules) {
        if (!rules.isEmpty()) {
            chapters.add(
                    new Chapter(code, title, rules.stream().map(this::entry).toList()));
        }
    }

    /** What rules without points do, by the gravest of their conclusions. */
    private enum Kind {
        GATE,
        UNGRADED,
        CAP,
        HOLD,
        WAIVE,
        RECOMMEND,
        FLAG;

        static Kind of(Rule rule) {
            return rule.then().stream()
                    .map(call -> of(call.verb()))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        private static Kind of(Verb verb) {
            return switch (verb) {
                case GATE -> GATE;
                case UNGRADED -> UNGRADED;
                case CAP -> CAP;
                case HOLD -> HOLD;
                case WAIVE -> WAIVE;
                case RECOMMEND -> RECOMMEND;
                case FLAG, AWARD, DEDUCT -> FLAG;
            };
        }
    }

    private Entry entry(Rule rule) {
        Reading reading = Reading.of(rule, edition);
        List<Titles> effects =
                new ArrayList<>(reading.does().stream().map(Phrase::text).toList());
        String atMost = rule.notes().atMost();
        if (atMost != null) {
            ParameterLine bound = edition.parameters().get(atMost);
            effects.add(Words.say("at-most", bound == null ? atMost : most(bound)));
        }
        return new Entry(
                rule.id(),
                new Titles(rule.notes().title(), rule.notes().titleZh()),
                Words.basis(rule.notes().basis()),
                Words.word("stratum", rule.stratum().group()),
                reading.asks(),
                effects,
                reading.says(),
                reading.parameters().stream()
                        .map(edition.parameters()::get)
                        .filter(Objects::nonNull)
                        .map(Cataloguing::number)
                        .toList(),
                cases.stream()
                        .filter(scenario -> scenario.expect().fires().contains(rule.id()))
                        .map(Scenario::name)
                        .toList(),
                cases.stream()
                        .filter(scenario -> scenario.expect().doesNotFire().contains(rule.id()))
                        .map(Scenario::name)
                        .toList());
    }

    /** The bound as a number on the first day in force; its title if it has none. */
    private Titles most(ParameterLine bound) {
        return bound.on(edition.from())
                .map(dated -> new Titles(
                        Units.of(dated.value(), bound.unit(), Locale.ENGLISH),
                        Units.of(dated.value(), bound.unit(), Locale.CHINESE)))
                .orElse(bound.title());
    }

    private static Quantity number(ParameterLine line) {
        boolean share = line.unit().equals("share");
        List<Value> values = new ArrayList<>();
        List<DatedValue> dated = line.values();
        for (int i = 0; i < dated.size(); i++) {
            DatedValue value = dated.get(i);
            values.add(new Value(
                    share && value.value() instanceof BigDecimal part
                            ? Words.plain(part.movePointRight(2))
                            : Words.number(value.value()),
                    value.from(),
                    i + 1 < dated.size() ? dated.get(i + 1).from().minusDays(1) : null,
                    Words.basis(value.reference())));
        }
        return new Quantity(line.name(), line.title(), Words.word("unit", share ? "%" : line.unit()), values);
    }
}
