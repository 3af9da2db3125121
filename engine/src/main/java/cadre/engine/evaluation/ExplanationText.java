package cadre.engine.evaluation;

import cadre.engine.evaluation.Explanation.Part;
import cadre.engine.evaluation.Explanation.Section;
import java.util.List;

/** An explanation as plain text for a terminal; columns line up for Chinese characters too. */
public final class ExplanationText {
    private final StringBuilder text = new StringBuilder(4096);

    private ExplanationText() {}

    public static String render(Explanation explanation) {
        ExplanationText page = new ExplanationText();
        page.text.append(explanation.title()).append('\n');
        explanation.sections().forEach(page::section);
        return page.text.toString();
    }

    private void section(Section section) {
        text.append('\n').append(section.title()).append('\n');
        int label = labels(section.parts());
        for (Part part : section.parts()) {
            if (part instanceof Part.Line line) {
                text.append("  ").append(line.text()).append('\n');
            } else if (part instanceof Part.Entry entry) {
                left(text.append("  "), entry.label(), label);
                text.append("  ").append(entry.value()).append('\n');
            } else if (part instanceof Part.Table table) {
                table(table);
            } else if (part instanceof Part.Reason reason) {
                reason(reason);
            }
        }
    }

    private static int labels(List<? extends Part> parts) {
        return parts.stream()
                .mapToInt(part -> part instanceof Part.Entry entry ? width(entry.label()) : 0)
                .max()
                .orElse(0);
    }

    private void table(Part.Table table) {
        int[] widths = new int[table.head().size()];
        widen(widths, table.head());
        table.rows().forEach(row -> widen(widths, row));
        row(widths, table.head());
        table.rows().forEach(row -> row(widths, row));
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(row.get(i)));
        }
    }

    private void row(int[] widths, List<String> row) {
        left(text.append("  "), row.get(0), widths[0]);
        for (int i = 1; i < widths.length; i++) {
            text.append("  ").append(" ".repeat(widths[i] - width(row.get(i)))).append(row.get(i));
        }
        text.append('\n');
    }

    private void reason(Part.Reason reason) {
        String number = "  " + reason.number() + ". ";
        String indent = " ".repeat(number.length());
        text.append(number)
                .append(reason.criterion())
                .append(' ')
                .append(reason.title())
                .append('\n');
        text.append(indent).append(reason.says()).append('\n');
        reason.effects().forEach(effect -> text.append(indent).append(effect).append('\n'));
        int label = labels(reason.grounds());
        for (Part.Entry ground : reason.grounds()) {
            left(text.append(indent), ground.label(), label);
            text.append("  ").append(ground.value()).append('\n');
        }
    }

    private static void left(StringBuilder line, String value, int width) {
        line.append(value).append(" ".repeat(width - width(value)));
    }

    /** Columns a text takes: Chinese characters and full-width signs take two. */
    private static int width(String value) {
        return value.codePoints()
                .map(c -> (c >= 0x2E80 && c <= 0xA4CF)
                                || (c >= 0xF900 && c <= 0xFAFF)
                                || (c >= 0xFE30 && c <= 0xFF60)
                                || (c >= 0x20000 && c <= 0x3FFFD)
                        ? 2
                        : 1)
                .sum();
    }
}
