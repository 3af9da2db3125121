package cadre.service.command;

import cadre.engine.check.Report;
import cadre.engine.check.Severity;
import cadre.engine.check.Told;
import cadre.engine.document.Place;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports of checks for a person: each problem with its line and what mends it, and in the end a summary. */
final class CheckText {
    private static final int SHOWN = 100;
    private static final String ARROW = "-> ";

    private final Terminal words;
    private final Locale language;

    CheckText(Terminal words, Locale language) {
        this.words = words;
        this.language = language;
    }

    String of(List<Report> reports) {
        StringBuilder text = new StringBuilder();
        reports.forEach(report -> problems(report, text));
        reports.forEach(report -> text.append(summary(report)).append('\n'));
        return text.toString().stripTrailing();
    }

    /** Problems of one line stand together under it, each below the column where it is. */
    private void problems(Report report, StringBuilder text) {
        @Nullable Told before = null;
        for (Told told : report.problems()) {
            if (before == null || !onOneLine(before, told)) {
                head(report.folder(), told, text);
                excerpt(told.text(), told.problem().place().column(), text);
            } else if (told.problem().place().column()
                    != before.problem().place().column()) {
                boolean whole = told.text().length() <= SHOWN;
                if (whole) {
                    mark(told.text(), told.problem().place().column(), text);
                } else {
                    excerpt(told.text(), told.problem().place().column(), text);
                }
            }
            before = told;
            text.append("  ").append(visible(told.problem().message(language))).append('\n');
            text.append("  ")
                    .append(ARROW)
                    .append(visible(told.problem().remedy(language)))
                    .append("\n\n");
        }
    }

    private void head(String folder, Told told, StringBuilder text) {
        Place place = told.problem().place();
        text.append(visible(file(folder, place)));
        if (place.line() > 0) {
            text.append(':').append(place.line()).append(':').append(place.column());
        }
        told.rule().ifPresent(rule -> text.append("  ").append(rule));
        text.append("  ")
                .append(words.text(told.severity() == Severity.ERROR ? "check.error" : "check.warning"))
                .append('\n');
    }

    private static boolean onOneLine(Told one, Told other) {
        Place place = one.problem().place();
        Place next = other.problem().place();
        return place.file().equals(next.file()) && place.line() == next.line() && one.severity() == other.severity();
    }

    static String file(String folder, Place place) {
        return place.file().isEmpty() || place.file().equals(folder) ? folder : folder + "/" + place.file();
    }

    /** The line as written, cut where it is long, with a mark under the column. */
    private static void excerpt(String line, int column, StringBuilder text) {
        if (line.isBlank()) {
            return;
        }
        int at = Math.min(Math.max(column - 1, 0), line.length());
        int begin = Math.max(0, at - SHOWN / 2);
        int end = Math.min(line.length(), begin + SHOWN);
        text.append("    | ").append(visible(line.substring(begin, end))).append('\n');
        if (column > 0) {
            mark(line.substring(begin, end), at - begin + 1, text);
        }
    }

    private static void mark(String line, int column, StringBuilder text) {
        text.append("    | ");
        visible(line.substring(0, Math.min(Math.max(column - 1, 0), line.length())))
                .codePoints()
                .forEach(c -> text.append(isWide(c) ? "  " : " "));
        text.append("^\n");
    }

    /** The text without what would steer a terminal or forge a line. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
            visible.appendCodePoint(hidden ? ' ' : c);
        });
        return visible.toString();
    }

    private static boolean isWide(int c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF60);
    }

    private String summary(Report report) {
        int errors = report.count(Severity.ERROR);
        int warnings = report.count(Severity.WARNING);
        String verdict = errors + warnings == 0
                ? words.text("check.clean", report.folder())
                : words.text("check.found", report.folder(), errors, warnings);
        Report.Counts counts = report.counts();
        String done = report.edition().isEmpty()
                ? words.text("check.not-run")
                : words.text(
                        "check.done",
                        counts.rules(),
                        counts.covered(),
                        counts.cases(),
                        counts.holding(),
                        counts.generated());
        return verdict + " " + done + mutated(counts);
    }

    private String mutated(Report.Counts counts) {
        return counts.changes() == 0 ? "" : " " + words.text("check.mutated", counts.changes(), counts.unnoticed());
    }
}
