package cadre.engine.catalogue;

import cadre.engine.catalogue.Catalogue.Chapter;
import cadre.engine.catalogue.Catalogue.Entry;
import cadre.engine.catalogue.Catalogue.Quantity;
import cadre.engine.catalogue.Catalogue.Value;
import cadre.engine.edition.Titles;
import java.util.List;

/** A catalogue as Markdown with tables; what means something in Markdown or HTML is escaped. */
public final class CatalogueMarkdown {
    private final Tongue tongue;
    private final StringBuilder text = new StringBuilder(1 << 17);

    private CatalogueMarkdown(Tongue tongue) {
        this.tongue = tongue;
    }

    public static String render(Catalogue catalogue, Tongue tongue) {
        CatalogueMarkdown page = new CatalogueMarkdown(tongue);
        page.page(catalogue);
        return page.text.toString();
    }

    private void page(Catalogue catalogue) {
        line("# " + catalogue.edition() + " " + said(catalogue.title()));
        catalogue
                .about()
                .forEach(about -> text.append("- ")
                        .append(said(about.label()))
                        .append(": ")
                        .append(said(about.text()))
                        .append('\n'));
        text.append('\n');
        line("## " + said(Words.say("composition")));
        row("dimension", "weight", "start", "bounds");
        catalogue
                .dimensions()
                .forEach(weight -> cells(
                        said(weight.title()),
                        weight.weight() + " %",
                        weight.start(),
                        weight.min() + "–" + weight.max()));
        text.append('\n');
        if (!catalogue.grades().isEmpty()) {
            row("grade", "from");
            catalogue.grades().forEach(band -> cells(said(band.title()), band.from()));
            text.append('\n');
        }
        items("1. ", catalogue.composition());
        catalogue.chapters().forEach(this::chapter);
        line(said(Words.say("footer", catalogue.digest())));
    }

    private void chapter(Chapter chapter) {
        line("## " + said(chapter.title()));
        chapter.entries().forEach(this::entry);
    }

    private void entry(Entry entry) {
        line("### " + escaped(entry.id()) + " " + said(entry.question()));
        if (!entry.asks().isEmpty()) {
            line(said(Words.say("asks")));
            entry.asks().forEach(asked -> {
                text.append("- ").append(said(asked.head().text())).append('\n');
                asked.tests()
                        .forEach(test ->
                                text.append("  - ").append(said(test.text())).append('\n'));
            });
            text.append('\n');
        }
        line(said(Words.say("effect")));
        items("- ", entry.effects());
        line(said(Words.say("says")));
        line("> " + said(entry.says()));
        if (!entry.numbers().isEmpty()) {
            row("number", "value", "since", "reference");
            entry.numbers().forEach(this::number);
            text.append('\n');
        }
        line(said(Words.say("basis", entry.basis(), entry.stratum())));
        line(said(Words.say("cases", entry.applies().size(), entry.rests().size())));
        names("applies", entry.applies());
        names("rests", entry.rests());
    }

    private void number(Quantity number) {
        for (Value value : number.values()) {
            cells(
                    said(number.title()),
                    value.value() + " " + said(number.unit()),
                    said(
                            value.until() == null
                                    ? Words.say("since", value.from())
                                    : Words.say("in-force", value.from(), value.until())),
                    said(value.reference()));
        }
    }

    private void names(String key, List<String> names) {
        if (!names.isEmpty()) {
            line(said(Words.say(key)));
            names.forEach(name -> text.append("- ").append(escaped(name)).append('\n'));
            text.append('\n');
        }
    }

    private void items(String mark, List<Titles> items) {
        items.forEach(item -> text.append(mark).append(said(item)).append('\n'));
        text.append('\n');
    }

    private void row(String... keys) {
        String[] heads = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            heads[i] = said(Words.say("column." + keys[i]));
        }
        cells(heads);
        text.append("| --- ".repeat(keys.length)).append("|\n");
    }

    private void cells(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void line(String line) {
        text.append(line).append("\n\n");
    }

    private String said(Titles titles) {
        return switch (tongue) {
            case EN -> escaped(titles.en());
            case ZH -> escaped(titles.zh());
            case BOTH ->
                titles.en().equals(titles.zh())
                        ? escaped(titles.en())
                        : escaped(titles.en()) + " / " + escaped(titles.zh());
        };
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
