package cadre.service.release.web;

import cadre.engine.check.Report.Counts;
import cadre.engine.check.Told;
import cadre.service.problem.Languages;
import cadre.service.release.CheckedEdition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * What the check of an edition came to.
 *
 * @param problems what somebody should look at; what must be mended is refused
 */
record CheckView(
        int rules, int rulesCovered, int cases, int casesHolding, int generatedCaseFiles, List<Line> problems) {

    /** A problem where it stands. */
    record Line(
            String severity,
            String code,
            String file,
            int line,
            int column,
            String rule,
            String text,
            String message,
            String remedy) {
        static Line of(Told told, Locale language) {
            return new Line(
                    told.severity().name(),
                    told.problem().code(),
                    told.problem().place().file(),
                    told.problem().place().line(),
                    told.problem().place().column(),
                    told.rule().orElse(""),
                    told.text(),
                    told.problem().message(language),
                    told.problem().remedy(language));
        }
    }

    static CheckView of(CheckedEdition checked, HttpServletRequest request) {
        Locale language = Languages.of(request);
        Counts counts = checked.counts();
        return new CheckView(
                counts.rules(),
                counts.covered(),
                counts.cases(),
                counts.holding(),
                counts.generated(),
                checked.warnings().stream().map(told -> Line.of(told, language)).toList());
    }
}
