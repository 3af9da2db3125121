package cadre.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.CasesReader;
import cadre.engine.catalogue.Catalogue.Chapter;
import cadre.engine.catalogue.Catalogue.Entry;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Path RULES = Path.of("../rules");

    static List<Path> editions() throws IOException {
        try (Stream<Path> folders = Files.list(RULES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("edition.yaml")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void has_every_criterion_once_with_its_numbers_and_cases(Path folder) {
        Edition edition = EditionReader.read(folder, new Problems()).orElseThrow();
        Catalogue catalogue = catalogue(sources(folder));

        List<Entry> entries = catalogue.chapters().stream()
                .map(Chapter::entries)
                .flatMap(List::stream)
                .toList();
        assertThat(entries).extracting(Entry::id).containsExactlyInAnyOrderElementsOf(edition.criteria());
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.effects()).isNotEmpty();
            assertThat(entry.applies()).isNotEmpty();
            assertThat(entry.rests()).isNotEmpty();
        });
    }

    @Test
    void tells_how_an_incident_is_judged() {
        String page = CatalogueMarkdown.render(catalogue(sources(RULES.resolve("2026"))), Tongue.EN);

        assertThat(page)
                .contains(
                        "### E-03 Did an ecological incident happen?",
                        "Adds 8 points",
                        "Altogether no more than",
                        "One serious incident deducts five points")
                .doesNotContain("$", "事件：");
    }

    @Test
    void speaks_chinese_or_both() {
        Catalogue catalogue = catalogue(sources(RULES.resolve("2026")));

        assertThat(CatalogueHtml.render(catalogue, Tongue.ZH))
                .contains("<html lang=\"zh-Hans\">", "是否发生生态环境事件？")
                .doesNotContain("Did an ecological incident happen?");
        assertThat(CatalogueHtml.render(catalogue, Tongue.BOTH))
                .contains("是否发生生态环境事件？", "Did an ecological incident happen?", "lang=\"zh-Hans\"");
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void the_page_is_whole_in_itself_and_well_formed(Tongue tongue) throws Exception {
        String page = CatalogueHtml.render(catalogue(sources(RULES.resolve("2026"))), tongue);

        assertThat(page).doesNotContain("<script", "http:", "https:", "<link", "<img", "@import", "url(");
        wellFormed(page);
        Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .forEach(link -> assertThat(page).contains("id=\"" + link.group(1) + "\""));
    }

    @Test
    void what_authors_write_cannot_become_markup() throws Exception {
        Map<String, byte[]> files = new TreeMap<>(sources(RULES.resolve("2026")).files());
        files.computeIfPresent(
                "ecological.drl",
                (name, bytes) ->
                        replaced(bytes, "Did an ecological incident happen?", "<script>alert(1)</script> & 'x'?"));
        files.computeIfPresent(
                "ecological.cases.yaml",
                (name, bytes) -> replaced(bytes, "One serious incident deducts five points", "<b>| bold *x*"));
        Catalogue catalogue = catalogue(EditionSources.of(files, new Problems()).orElseThrow());

        String page = CatalogueHtml.render(catalogue, Tongue.BOTH);

        assertThat(page).contains("&lt;script&gt;alert(1)", "&lt;b&gt;").doesNotContain("<script", "<b>|");
        wellFormed(page);
        assertThat(CatalogueMarkdown.render(catalogue, Tongue.EN)).contains("\\<script\\>", "\\<b\\>\\| bold \\*x\\*");
    }

    private static byte[] replaced(byte[] bytes, String old, String text) {
        String before = new String(bytes, StandardCharsets.UTF_8);
        assertThat(before).contains(old);
        return before.replace(old, text).getBytes(StandardCharsets.UTF_8);
    }

    /** Read as XML, which it is but for its first line and two empty elements. */
    private static void wellFormed(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>\n", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static EditionSources sources(Path folder) {
        return EditionSources.read(folder, new Problems()).orElseThrow();
    }

    private static Catalogue catalogue(EditionSources sources) {
        Problems problems = new Problems();
        Edition edition = EditionReader.read(sources, problems).orElseThrow(() -> new AssertionError(problems.all()));
        return Catalogue.of(edition, CasesReader.read(sources, edition, problems));
    }
}
