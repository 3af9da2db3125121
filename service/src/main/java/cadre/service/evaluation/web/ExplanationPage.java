package cadre.service.evaluation.web;

import cadre.engine.evaluation.Explanation;
import cadre.engine.evaluation.Explanation.Part;
import cadre.service.evaluation.EvaluationRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.springframework.web.util.HtmlUtils;

/** An explanation as one page to read, print and file: no script, nothing loaded from elsewhere, every text escaped. */
final class ExplanationPage {
    private static final String STYLE = style();

    /** Lets the page do nothing but apply its own style. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final StringBuilder html = new StringBuilder(8192);

    private ExplanationPage() {}

    static String of(EvaluationRecord record, Explanation explanation, Locale language) {
        ExplanationPage page = new ExplanationPage();
        page.write(record, explanation, language);
        return page.html.toString();
    }

    private void write(EvaluationRecord record, Explanation explanation, Locale language) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.getLanguage().equals("zh") ? "zh-Hans" : "en")
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        element("title", explanation.title());
        html.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        element("h1", explanation.title());
        record(record, language);
        explanation.sections().forEach(this::section);
        html.append("</main>\n</body>\n</html>\n");
    }

    private void record(EvaluationRecord record, Locale language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "cadre.service.evaluation.web.page",
                language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        html.append("<p class=\"record\">");
        text(MessageFormat.format(
                words.getString("record"),
                record.from(),
                record.to(),
                record.created().toString(),
                record.id().toString(),
                record.release().digest()));
        html.append("</p>\n");
        if (!record.current()) {
            html.append("<p class=\"superseded\" role=\"note\">");
            text(
                    record.supersededBy() == null
                            ? words.getString("superseded-elsewhere")
                            : MessageFormat.format(
                                    words.getString("superseded"),
                                    record.supersededBy().toString()));
            html.append("</p>\n");
        }
        if (record.supersedes() != null) {
            html.append("<p class=\"record\">");
            text(MessageFormat.format(
                    words.getString("supersedes"), record.supersedes().toString(), String.valueOf(record.reason())));
            html.append("</p>\n");
        }
    }

    private void section(Explanation.Section section) {
        html.append("<section class=\"")
                .append(section.topic().name().toLowerCase(Locale.ROOT))
                .append("\">\n");
        element("h2", section.title());
        List<Part> parts = section.parts();
        for (int i = 0; i < parts.size(); i++) {
            Class<?> kind = parts.get(i).getClass();
            if (i == 0 || !kind.equals(parts.get(i - 1).getClass())) {
                html.append(opening(kind));
            }
            part(parts.get(i));
            if (i == parts.size() - 1 || !kind.equals(parts.get(i + 1).getClass())) {
                html.append(closing(kind));
            }
        }
        html.append("</section>\n");
    }

    private static String opening(Class<?> kind) {
        return kind.equals(Part.Line.class) ? "<ul>\n" : kind.equals(Part.Entry.class) ? "<dl>\n" : "";
    }

    private static String closing(Class<?> kind) {
        return kind.equals(Part.Line.class) ? "</ul>\n" : kind.equals(Part.Entry.class) ? "</dl>\n" : "";
    }

    private void part(Part part) {
        if (part instanceof Part.Line line) {
            element("li", line.text());
        } else if (part instanceof Part.Entry entry) {
            entry(entry);
        } else if (part instanceof Part.Table table) {
            table(table);
        } else if (part instanceof Part.Reason reason) {
            reason(reason);
        }
    }

    private void entry(Part.Entry entry) {
        element("dt", entry.label());
        element("dd", entry.value());
    }

    private void table(Part.Table table) {
        html.append("<table>\n<thead><tr>");
        table.head().forEach(head -> cell("th scope=\"col\"", "th", head));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            cell("th scope=\"row\"", "th", row.get(0));
            row.subList(1, row.size()).forEach(value -> cell("td", "td", value));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void cell(String opening, String name, String value) {
        html.append('<').append(opening).append('>');
        text(value);
        html.append("</").append(name).append('>');
    }

    private void reason(Part.Reason reason) {
        html.append("<article>\n");
        element("h3", reason.criterion() + " " + reason.title());
        element("p", reason.says());
        if (!reason.effects().isEmpty()) {
            html.append("<ul>\n");
            reason.effects().forEach(effect -> element("li", effect));
            html.append("</ul>\n");
        }
        html.append("<dl>\n");
        reason.grounds().forEach(this::entry);
        html.append("</dl>\n</article>\n");
    }

    private void element(String name, String content) {
        html.append('<').append(name).append('>');
        text(content);
        html.append("</").append(name).append(">\n");
    }

    private void text(String content) {
        html.append(HtmlUtils.htmlEscape(content, "UTF-8"));
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(ExplanationPage.class.getResourceAsStream("explanation.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
