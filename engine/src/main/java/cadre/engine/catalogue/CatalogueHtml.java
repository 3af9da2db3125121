package cadre.engine.catalogue;

import cadre.engine.catalogue.Catalogue.Band;
import cadre.engine.catalogue.Catalogue.Chapter;
import cadre.engine.catalogue.Catalogue.Entry;
import cadre.engine.catalogue.Catalogue.Line;
import cadre.engine.catalogue.Catalogue.Quantity;
import cadre.engine.catalogue.Catalogue.Value;
import cadre.engine.catalogue.Catalogue.Weight;
import cadre.engine.edition.Titles;
import cadre.engine.wording.Asked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A catalogue as one page to read, print and pass on: no script, nothing loaded from elsewhere, every text escaped. */
public final class CatalogueHtml {
    private final Tongue tongue;
    private final StringBuilder html = new StringBuilder(1 << 18);

    private CatalogueHtml(Tongue tongue) {
        this.tongue = tongue;
    }

    public static String render(Catalogue catalogue, Tongue tongue) {
        CatalogueHtml page = new CatalogueHtml(tongue);
        page.page(catalogue);
        return page.html.toString();
    }

    private void page(Catalogue catalogue) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(tongue == Tongue.ZH ? "zh-Hans" : "en")
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        escape(tongue == Tongue.ZH ? catalogue.title().zh() : catalogue.title().en());
        html.append(" ");
        escape(catalogue.edition());
        html.append("</title>\n<style>\n").append(style()).append("</style>\n</head>\n<body>\n<header>\n");
        html.append("<p class=\"edition\">");
        escape(catalogue.edition());
        html.append("</p>\n");
        element("h1", catalogue.title());
        html.append("<dl>\n");
        for (Line line : catalogue.about()) {
            element("dt", line.label());
            element("dd", line.text());
        }
        html.append("</dl>\n</header>\n<main>\n");
        contents(catalogue);
        composition(catalogue);
        catalogue.chapters().forEach(this::chapter);
        html.append("</main>\n<footer>\n");
        element("p", Words.say("footer", catalogue.digest()));
        html.append("</footer>\n</body>\n</html>\n");
    }

    private void contents(Catalogue catalogue) {
        html.append("<nav>\n");
        element("h2", Words.say("contents"));
        html.append("<ol>\n<li><a href=\"#composition\">");
        text(Words.say("composition"));
        html.append("</a></li>\n");
        for (Chapter chapter : catalogue.chapters()) {
            html.append("<li><a href=\"#").append(chapter.code()).append("\">");
            text(chapter.title());
            html.append("</a> <span class=\"count\">")
                    .append(chapter.entries().size())
                    .append("</span></li>\n");
        }
        html.append("</ol>\n</nav>\n");
    }

    private void composition(Catalogue catalogue) {
        html.append("<section id=\"composition\">\n");
        element("h2", Words.say("composition"));
        html.append("<div class=\"tables\">\n<table>\n");
        caption("dimensions");
        head("dimension", "weight", "start", "bounds");
        for (Weight weight : catalogue.dimensions()) {
            html.append("<tr><th scope=\"row\">");
            text(weight.title());
            html.append("<span class=\"bar\" style=\"width:")
                    .append(weight.weight())
                    .append("%\"></span></th>");
            cell(weight.weight() + " %");
            cell(weight.start());
            cell(weight.min() + "–" + weight.max());
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        if (!catalogue.grades().isEmpty()) {
            html.append("<table>\n");
            caption("grades");
            head("grade", "from");
            for (Band band : catalogue.grades()) {
                html.append("<tr><th scope=\"row\">");
                text(band.title());
                html.append("</th>");
                cell(band.from());
                html.append("</tr>\n");
            }
            html.append("</tbody>\n</table>\n");
        }
        html.append("</div>\n<ol class=\"steps\">\n");
        catalogue.composition().forEach(sentence -> element("li", sentence));
        html.append("</ol>\n</section>\n");
    }

    private void caption(String key) {
        element("caption", Words.say(key));
    }

    private void head(String... keys) {
        html.append("<thead><tr>");
        for (String key : keys) {
            html.append("<th scope=\"col\">");
            text(Words.say("column." + key));
            html.append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
    }

    private void cell(String value) {
        html.append("<td>");
        escape(value);
        html.append("</td>");
    }

    private void chapter(Chapter chapter) {
        html.append("<section id=\"").append(chapter.code()).append("\">\n");
        element("h2", chapter.title());
        chapter.entries().forEach(this::entry);
        html.append("</section>\n");
    }

    private void entry(Entry entry) {
        html.append("<article id=\"").append(entry.id()).append("\">\n<h3><span class=\"id\">");
        escape(entry.id());
        html.append("</span> ");
        text(entry.question());
        html.append("</h3>\n");
        if (!entry.asks().isEmpty()) {
            element("h4", Words.say("asks"));
            html.append("<ul>\n");
            entry.asks().forEach(this::asked);
            html.append("</ul>\n");
        }
        element("h4", Words.say("effect"));
        html.append("<ul class=\"effect\">\n");
        entry.effects().forEach(effect -> element("li", effect));
        html.append("</ul>\n");
        element("h4", Words.say("says"));
        element("blockquote", entry.says());
        if (!entry.numbers().isEmpty()) {
            numbers(entry.numbers());
        }
        html.append("<p class=\"basis\">");
        text(Words.say("basis", entry.basis(), entry.stratum()));
        html.append("</p>\n");
        cases(entry);
        html.append("</article>\n");
    }

    private void asked(Asked asked) {
        html.append("<li>");
        text(asked.head().text());
        if (!asked.tests().isEmpty()) {
            html.append("\n<ul>\n");
            asked.tests().forEach(test -> element("li", test.text()));
            html.append("</ul>\n");
        }
        html.append("</li>\n");
    }

    private void numbers(List<Quantity> numbers) {
        html.append("<table class=\"numbers\">\n");
        head("number", "value", "since", "reference");
        for (Quantity number : numbers) {
            boolean first = true;
            for (Value value : number.values()) {
                html.append("<tr>");
                if (first) {
                    html.append("<th scope=\"rowgroup\" rowspan=\"")
                            .append(number.values().size())
                            .append("\">");
                    text(number.title());
                    html.append("</th>");
                    first = false;
                }
                html.append("<td class=\"value\"><b>");
                escape(value.value());
                html.append("</b> ");
                text(number.unit());
                html.append("</td><td>");
                text(
                        value.until() == null
                                ? Words.say("since", value.from())
                                : Words.say("in-force", value.from(), value.until()));
                html.append("</td><td>");
                text(value.reference());
                html.append("</td></tr>\n");
            }
        }
        html.append("</tbody>\n</table>\n");
    }

    private void cases(Entry entry) {
        html.append("<details>\n<summary>");
        text(Words.say("cases", entry.applies().size(), entry.rests().size()));
        html.append("</summary>\n");
        names("applies", entry.applies());
        names("rests", entry.rests());
        html.append("</details>\n");
    }

    private void names(String key, List<String> names) {
        if (!names.isEmpty()) {
            element("h5", Words.say(key));
            html.append("<ul lang=\"en\">\n");
            for (String name : names) {
                html.append("<li>");
                escape(name);
                html.append("</li>\n");
            }
            html.append("</ul>\n");
        }
    }

    private void element(String name, Titles content) {
        html.append('<').append(name).append('>');
        text(content);
        html.append("</").append(name).append(">\n");
    }

    private void text(Titles content) {
        if (tongue == Tongue.BOTH && !content.en().equals(content.zh())) {
            escape(content.en());
            html.append("<span class=\"zh\" lang=\"zh-Hans\">");
            escape(content.zh());
            html.append("</span>");
        } else {
            escape(tongue == Tongue.ZH ? content.zh() : content.en());
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(CatalogueHtml.class.getResourceAsStream("catalogue.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
