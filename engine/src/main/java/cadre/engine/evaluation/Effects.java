package cadre.engine.evaluation;

import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.facts.Effect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What findings did, a sentence each. */
final class Effects {
    private final Phrases phrases;
    private final Map<String, BigDecimal> waived = new HashMap<>();
    private final Map<String, List<String>> waivers = new HashMap<>();
    private final Map<String, Effect> effects = new HashMap<>();
    private final Map<String, Outcome.Bound> bounds = new HashMap<>();

    Effects(Outcome outcome, Phrases phrases) {
        this.phrases = phrases;
        outcome.bounds().forEach(bound -> bounds.put(bound.criterion(), bound));
        for (FindingLine finding : outcome.findings()) {
            effects.put(finding.id(), finding.effect());
            if (finding.target() != null && finding.appliedShare() != null) {
                waived.merge(finding.target(), finding.appliedShare(), BigDecimal::add);
                waivers.computeIfAbsent(finding.target(), target -> new ArrayList<>())
                        .add(phrases.say("waiver", finding.id(), text(finding.criterion())));
            }
        }
    }

    String of(FindingLine finding) {
        return switch (finding.effect()) {
            case POINTS -> points(finding);
            case GATE -> phrases.say("effect.gate", phrases.grade(text(finding.grade())));
            case CAP -> cap(finding);
            case WAIVE -> waive(finding);
            case HOLD -> phrases.say("effect.hold");
            case FLAG -> phrases.say("effect.flag");
            case UNGRADED -> phrases.say("effect.ungraded");
            case RECOMMEND ->
                phrases.say(
                        "effect.recommend",
                        finding.title() == null ? text(finding.action()) : phrases.title(finding.title()));
        };
    }

    private String points(FindingLine finding) {
        BigDecimal points = orZero(finding.points());
        BigDecimal applied = orZero(finding.applied());
        StringBuilder text = new StringBuilder(
                phrases.say("effect.points", Phrases.signed(points), phrases.dimension(text(finding.dimension()))));
        BigDecimal share = waived.get(finding.id());
        BigDecimal left = points;
        if (share != null) {
            left = points.multiply(BigDecimal.ONE.subtract(share));
            text.append(
                    phrases.say("effect.points.waived", phrases.share(share), Phrases.signed(left), waivers(finding)));
        }
        Outcome.Bound bound = bounds.get(finding.criterion());
        if (bound != null && left.compareTo(applied) != 0) {
            text.append(phrases.say(
                    "effect.points.bounded",
                    Decimals.plain(bound.atMost()),
                    bound.parameter(),
                    Phrases.signed(applied)));
        }
        return text.toString();
    }

    private String cap(FindingLine finding) {
        String text = phrases.say("effect.cap", phrases.grade(text(finding.grade())));
        BigDecimal share = waived.get(finding.id());
        if (share == null) {
            return text;
        }
        boolean wholly = share.compareTo(BigDecimal.ONE) == 0;
        return text
                + phrases.say(wholly ? "effect.cap.waived" : "effect.cap.kept", phrases.share(share), waivers(finding));
    }

    private String waivers(FindingLine finding) {
        return phrases.list(waivers.getOrDefault(finding.id(), List.of()));
    }

    private String waive(FindingLine finding) {
        BigDecimal share = orZero(finding.share());
        BigDecimal counts = orZero(finding.appliedShare());
        String text = phrases.say("effect.waive", phrases.share(share), text(finding.target()));
        if (share.compareTo(counts) == 0) {
            return text;
        }
        return text
                + (effects.get(finding.target()) == Effect.GATE
                        ? phrases.say("effect.waive.gate")
                        : phrases.say("effect.waive.less", phrases.share(counts)));
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static String text(@Nullable String code) {
        return Objects.requireNonNullElse(code, "");
    }
}
