package cadre.engine.evaluation;

import cadre.engine.evaluation.Explanation.Part;
import cadre.engine.evaluation.Explanation.Section;
import cadre.engine.evaluation.Explanation.Topic;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.facts.Effect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts one outcome into the words of one language. */
final class Explainer {
    private final Outcome outcome;
    private final Phrases phrases;
    private final Effects effects;
    private final Grounds grounds;

    Explainer(Outcome outcome, Grounds grounds) {
        this.outcome = outcome;
        this.grounds = grounds;
        this.phrases = grounds.phrases();
        this.effects = new Effects(outcome, phrases);
    }

    Explanation explanation() {
        List<Section> sections = new ArrayList<>();
        add(sections, Topic.RESULT, result());
        add(sections, Topic.DIMENSIONS, List.of(table()));
        add(sections, Topic.TOTAL, total());
        add(sections, Topic.GRADE, limits());
        add(sections, Topic.OPEN, holds());
        add(sections, Topic.REASONS, reasons());
        add(sections, Topic.ATTENTION, said(Effect.FLAG, "flag"));
        add(sections, Topic.RECOMMENDED, said(Effect.RECOMMEND, "recommend"));
        add(sections, Topic.EXCLUDED, excluded());
        add(sections, Topic.UNUSED, unused());
        return new Explanation(
                phrases.say(
                        "title",
                        outcome.cadre(),
                        outcome.release().edition(),
                        outcome.release().version()),
                sections);
    }

    private void add(List<Section> sections, Topic topic, List<? extends Part> parts) {
        if (!parts.isEmpty()) {
            sections.add(new Section(
                    topic, phrases.say("section." + topic.name().toLowerCase(Locale.ROOT)), List.copyOf(parts)));
        }
    }

    private List<Part> result() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Entry(
                phrases.say("result.period"),
                phrases.say(
                        "period",
                        outcome.appraisal().from().toString(),
                        outcome.appraisal().to().toString(),
                        phrases.value(outcome.appraisal().type()))));
        if (outcome.grade() != null) {
            boolean held = outcome.status() == Outcome.Status.HELD;
            parts.add(new Part.Entry(
                    phrases.say(held ? "result.grade.held" : "result.grade"), phrases.grade(outcome.grade())));
            if (outcome.band() != null && !outcome.band().equals(outcome.grade())) {
                parts.add(new Part.Entry(phrases.say("result.band"), phrases.grade(outcome.band())));
            }
        }
        parts.add(new Part.Entry(phrases.say("result.total"), outcome.total().toPlainString()));
        parts.add(new Part.Entry(
                phrases.say("result.status"),
                phrases.say("status." + outcome.status().name())));
        parts.add(new Part.Entry(
                phrases.say("result.criteria"),
                phrases.say(
                        "criteria",
                        outcome.release().version(),
                        outcome.release().digest())));
        return parts;
    }

    private Part table() {
        List<List<String>> rows = new ArrayList<>();
        for (DimensionLine line : outcome.dimensions()) {
            rows.add(List.of(
                    phrases.title(line.title()),
                    Decimals.plain(line.start()),
                    Phrases.signed(line.points()),
                    line.score().toPlainString(),
                    phrases.percent(line.weight())));
        }
        return new Part.Table(
                List.of(
                        phrases.say("table.dimension"),
                        phrases.say("table.start"),
                        phrases.say("table.points"),
                        phrases.say("table.score"),
                        phrases.say("table.weight")),
                rows);
    }

    private List<Part> total() {
        List<Part> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (DimensionLine line : outcome.dimensions()) {
            BigDecimal reached = line.start().add(line.points());
            if (reached.compareTo(line.max()) > 0 || reached.compareTo(line.min()) < 0) {
                parts.add(new Part.Line(phrases.say(
                        "total.kept",
                        phrases.title(line.title()),
                        Decimals.plain(reached),
                        Decimals.plain(line.min()),
                        Decimals.plain(line.max()))));
            }
        }
        for (DimensionLine line : outcome.dimensions()) {
            BigDecimal weighted = line.weight().multiply(line.score()).movePointLeft(2);
            sum = sum.add(weighted);
            parts.add(new Part.Line(phrases.say(
                    "total.part",
                    phrases.title(line.title()),
                    phrases.percent(line.weight()),
                    line.score().toPlainString(),
                    Decimals.plain(weighted))));
        }
        parts.add(new Part.Line(phrases.say(
                "total.sum",
                Decimals.plain(sum),
                String.valueOf(outcome.scale().places()),
                phrases.say("rounding." + outcome.scale().rounding()),
                outcome.total().toPlainString())));
        return parts;
    }

    private List<Part> limits() {
        List<Part> parts = new ArrayList<>();
        for (FindingLine finding : outcome.findings()) {
            if (finding.effect() == Effect.GATE
                    || finding.effect() == Effect.CAP
                    || finding.effect() == Effect.UNGRADED) {
                parts.add(new Part.Line(phrases.say("finding.line", reason(finding, "limit"), effects.of(finding))));
            }
        }
        if (outcome.band() != null) {
            parts.add(
                    0,
                    new Part.Line(
                            phrases.say("grade.band", outcome.total().toPlainString(), phrases.grade(outcome.band()))));
        }
        return parts;
    }

    private List<Part> holds() {
        List<Part> parts = new ArrayList<>();
        for (FindingLine finding : outcome.findings()) {
            if (finding.effect() == Effect.HOLD) {
                parts.add(new Part.Line(finding.firing() == null ? missing(finding) : reason(finding, "hold")));
            }
        }
        return parts;
    }

    private String missing(FindingLine finding) {
        String what = finding.missing() == null ? "" : finding.missing();
        int colon = what.indexOf(':');
        String title = finding.title() == null ? what.substring(colon + 1) : phrases.title(finding.title());
        return phrases.say("missing." + what.substring(0, Math.max(colon, 0)), title, finding.id());
    }

    private List<Part> said(Effect effect, String key) {
        List<Part> parts = new ArrayList<>();
        for (FindingLine finding : outcome.findings()) {
            if (finding.effect() == effect) {
                parts.add(new Part.Line(reason(finding, key)));
            }
        }
        return parts;
    }

    private String reason(FindingLine finding, String key) {
        int firing = finding.firing() == null ? 0 : finding.firing();
        String says = phrases.title(outcome.firings().get(firing - 1).says());
        String title = finding.title() == null ? "" : phrases.title(finding.title());
        return phrases.say(key + ".line", String.valueOf(finding.criterion()), says, title);
    }

    private List<Part> reasons() {
        Map<Integer, List<FindingLine>> byFiring = new HashMap<>();
        for (FindingLine finding : outcome.findings()) {
            if (finding.firing() != null) {
                byFiring.computeIfAbsent(finding.firing(), n -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Outcome.FiringLine firing : outcome.firings()) {
            parts.add(new Part.Reason(
                    firing.n(),
                    firing.criterion(),
                    phrases.title(firing.title()),
                    phrases.title(firing.says()),
                    byFiring.getOrDefault(firing.n(), List.of()).stream()
                            .map(finding -> phrases.say("finding.line", finding.id(), effects.of(finding)))
                            .toList(),
                    grounds.of(firing, byFiring.getOrDefault(firing.n(), List.of()))));
        }
        return parts;
    }

    private List<Part> excluded() {
        List<Part> parts = new ArrayList<>();
        for (Outcome.Exclusion exclusion : outcome.excluded()) {
            parts.add(new Part.Line(phrases.say("excluded." + exclusion.because(), exclusion.fact())));
        }
        return parts;
    }

    private List<Part> unused() {
        return outcome.unused().isEmpty() ? List.of() : List.of(new Part.Line(phrases.list(outcome.unused())));
    }
}
