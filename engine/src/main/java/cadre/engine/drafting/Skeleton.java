package cadre.engine.drafting;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.Direction;
import cadre.engine.edition.Edition.Grade;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.edition.Titles;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The texts a new criterion begins with: correct, and without consequence for anybody until somebody decides. Points are 0;
 * what is no points follows only below a threshold that nobody falls short of.
 *
 * @param topic name of its files, without their endings
 */
record Skeleton(NewCriterion criterion, Edition edition, String topic, IndicatorLine indicator) {
    private String parameterName() {
        String number = criterion.consequence().scores() ? ".points" : ".least";
        return Objects.requireNonNullElse(criterion.dimension(), topic) + "."
                + criterion.id().toLowerCase(Locale.ROOT) + number;
    }

    String rule() {
        return """
                // %1$s is begun, not finished: choose what it asks under "when" and what follows under "then".
                // %1$s 刚刚开始，尚未完成：请在 when 下写明条件，在 then 下写明后果。
                rule "%1$s %2$s"
                %3$s    @title_zh("%4$s")
                    @basis("practice")
                    @says("%1$s: %5$s")
                    @says_zh("%1$s：%6$s")
                %7$swhen
                    %8$s
                then
                    findings.%9$s;
                end
                """.formatted(
                        criterion.id(),
                        criterion.title().en(),
                        criterion.consequence().scores() ? "    @dimension(\"" + criterion.dimension() + "\")\n" : "",
                        criterion.title().zh(),
                        sentence().en(),
                        sentence().zh(),
                        criterion.consequence() == Consequence.RECOMMEND ? "    agenda-group \"use\"\n" : "",
                        String.join("\n    ", conditions()),
                        call());
    }

    private List<String> conditions() {
        String parameter = "Parameter( name == \"" + parameterName() + "\", $%s : value )";
        String asked = "Indicator( code == \"" + indicator.code() + "\", %s, $actual : actual%s )";
        String least = parameter.formatted("least");
        String below = asked.formatted("actual < $least", "");
        return switch (criterion.consequence()) {
            case AWARD ->
                List.of(parameter.formatted("points"), asked.formatted("actual >= target", ", $target : target"));
            case DEDUCT ->
                List.of(
                        parameter.formatted("points"),
                        asked.formatted(
                                higherIsBetter() ? "actual < target" : "actual > target", ", $target : target"));
            case RECOMMEND -> List.of(least, "Result( $total : total )", below);
            default -> List.of(least, below);
        };
    }

    private String call() {
        return switch (criterion.consequence()) {
            case AWARD -> "award( $points )";
            case DEDUCT -> "deduct( $points )";
            case GATE -> "gate( \"" + gate().code() + "\" )";
            case CAP -> "cap( \"" + cap().code() + "\" )";
            case FLAG -> "flag( )";
            case HOLD -> "hold( )";
            case UNGRADED -> "ungraded( )";
            case RECOMMEND -> "recommend( \"" + action() + "\" )";
        };
    }

    private Titles sentence() {
        Titles target = new Titles("{$actual} against a target of {$target}; ", "实际{$actual}，目标{$target}，");
        Titles least = new Titles("{$actual}, below {$least}: ", "实际{$actual}，低于{$least}，");
        return switch (criterion.consequence()) {
            case AWARD -> joined(target, "points: {$points}", "加{$points}分");
            case DEDUCT -> joined(target, "points deducted: {$points}", "扣{$points}分");
            case GATE ->
                joined(
                        least,
                        "the grade is " + gate().title().en() + ", whatever the points",
                        "一票否决，等次为" + gate().title().zh());
            case CAP ->
                joined(
                        least,
                        "the grade is at most " + cap().title().en(),
                        "等次不得高于" + cap().title().zh());
            case FLAG -> joined(least, "a person should look", "提请关注");
            case HOLD -> joined(least, "the result waits until this is settled", "结果暂缓，待查清后确定");
            case UNGRADED -> joined(least, "no grade is given", "不确定等次");
            case RECOMMEND -> {
                Titles title = edition.actions().getOrDefault(action(), new Titles(action(), action()));
                yield joined(
                        least,
                        "with {$total} points in all this is recommended: " + title.en(),
                        "总分{$total}，建议" + title.zh());
            }
        };
    }

    private static Titles joined(Titles first, String en, String zh) {
        return new Titles(first.en() + en, first.zh() + zh);
    }

    String parameter() {
        boolean scores = criterion.consequence().scores();
        return """
                # %1$s
                # %2$s
                %3$s:
                  title: { en: "%4$s", zh: "%5$s" }
                  unit: "%6$s"
                  values: [ { from: %7$s, value: 0, reference: "practice" } ]
                """.formatted(
                scores
                        ? criterion.id()
                                + " is worth nothing until you decide what it is worth, and on what that rests."
                        : criterion.id() + " concerns nobody until you decide from where on, and on what that rests.",
                scores
                        ? "请确定%s的分值及依据；目前为0分。".formatted(criterion.id())
                        : "请确定%s的界限及依据；目前不涉及任何人。".formatted(criterion.id()),
                parameterName(),
                switch (criterion.consequence()) {
                    case AWARD -> "Points for " + criterion.id();
                    case DEDUCT -> "Points deducted for " + criterion.id();
                    default -> "Threshold of " + criterion.id();
                },
                criterion.id()
                        + switch (criterion.consequence()) {
                            case AWARD -> "加分";
                            case DEDUCT -> "扣分";
                            default -> "界限";
                        },
                scores ? "points" : indicator.unit(),
                edition.from());
    }

    String cases() {
        return """
                # Both fail until they are filled in: say what is given, and expect %4$s.
                # 填写之前两个案例都不通过：请写明给定的事实，以及应得的%5$s。
                - case: "%1$s applies: fill in what is given"
                  given: { }
                  expect: { fires: [ %1$s ] }
                - case: "%1$s does not apply: fill in a twin that differs in one thing"
                  given: { indicators: [ { code: %2$s, %6$s, unit: "%3$s", verified: true } ] }
                  expect: { does-not-fire: [ %1$s ] }
                """.formatted(
                        criterion.id(),
                        indicator.code(),
                        indicator.unit(),
                        expected().en(),
                        expected().zh(),
                        applying());
    }

    /** What makes the rule fire where it should not. */
    private String applying() {
        return switch (criterion.consequence()) {
            case AWARD -> "actual: 1, target: 1";
            case DEDUCT -> higherIsBetter() ? "actual: 0, target: 1" : "actual: 1, target: 0";
            default -> "actual: -1, target: 0";
        };
    }

    private Titles expected() {
        return switch (criterion.consequence()) {
            case AWARD, DEDUCT -> new Titles("the scores that follow (dimensions)", "得分（dimensions）");
            case GATE, CAP, UNGRADED -> new Titles("the grade that follows (grade)", "等次（grade）");
            case FLAG -> new Titles("all that is flagged (flags)", "关注事项（flags）");
            case HOLD -> new Titles("all that holds the result (holds)", "暂缓事由（holds）");
            case RECOMMEND -> new Titles("all that is recommended (recommendations)", "建议（recommendations）");
        };
    }

    private boolean higherIsBetter() {
        return indicator.direction() == Direction.HIGHER_IS_BETTER;
    }

    /** The lowest. */
    private Grade gate() {
        return edition.grades().get(edition.grades().size() - 1);
    }

    /** What bars the highest. */
    private Grade cap() {
        return edition.grades().get(Math.min(1, edition.grades().size() - 1));
    }

    private String action() {
        return edition.actions().keySet().iterator().next();
    }
}
