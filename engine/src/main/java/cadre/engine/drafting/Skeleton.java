package cadre.engine.drafting;

import cadre.engine.edition.Edition.IndicatorLine;
import java.time.LocalDate;

/** The texts a new criterion begins with: correct, and worth nothing until somebody decides what it is worth. */
final class Skeleton {
    private Skeleton() {}

    static String rule(NewCriterion criterion, String parameter, IndicatorLine indicator) {
        return """
                // %1$s is begun, not finished: choose what it asks under "when" and what follows under "then".
                rule "%1$s %2$s"
                    @dimension("%3$s")
                    @title_zh("%4$s")
                    @basis("practice")
                    @says("%1$s: {$actual} against a target of {$target}; points: {$points}")
                    @says_zh("%1$s：实际{$actual}，目标{$target}，加{$points}分")
                when
                    Parameter( name == "%5$s", $points : value )
                    Indicator( code == "%6$s", actual >= target, $actual : actual, $target : target )
                then
                    findings.award( $points );
                end
                """.formatted(
                        criterion.id(),
                        criterion.title().en(),
                        criterion.dimension(),
                        criterion.title().zh(),
                        parameter,
                        indicator.code());
    }

    static String parameter(NewCriterion criterion, String parameter, LocalDate from) {
        return """
                # %1$s is worth nothing until you decide what it is worth, and on what that rests.
                %2$s:
                  title: { en: "Points for %1$s", zh: "%1$s加分" }
                  unit: points
                  values: [ { from: %3$s, value: 0, reference: "practice" } ]
                """.formatted(criterion.id(), parameter, from);
    }

    static String cases(NewCriterion criterion, IndicatorLine indicator) {
        return """
                # Both fail until they are filled in: say what is given, and expect the scores that follow.
                - case: "%1$s applies: fill in what is given"
                  given: { }
                  expect: { fires: [ %1$s ] }
                - case: "%1$s does not apply: fill in a twin that differs in one thing"
                  given: { indicators: [ { code: %2$s, actual: 1, target: 1, unit: "%3$s", verified: true } ] }
                  expect: { does-not-fire: [ %1$s ] }
                """.formatted(criterion.id(), indicator.code(), indicator.unit());
    }
}
