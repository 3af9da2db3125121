package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Every edition of <code>rules/</code> is packed, and what is packed is carried: none is forgotten on the way. */
class EditionModulesTest {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern CARRIED = Pattern.compile("BOOT-INF/classes/kjars/criteria-(.+)\\.jar");

    @Test
    void every_edition_has_a_module_that_packs_it() throws IOException {
        List<String> modules = MODULE.matcher(Files.readString(Shell.HOME.resolve("kjar/pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();

        assertThat(modules).containsExactlyInAnyOrderElementsOf(editions());
        for (String module : modules) {
            assertThat(Files.readString(Shell.HOME.resolve("kjar/" + module + "/pom.xml")))
                    .contains("<edition.directory>${rules.directory}/" + module + "</edition.directory>");
        }
    }

    @Test
    void the_program_carries_every_edition() throws IOException {
        try (ZipFile program =
                new ZipFile(Shell.HOME.resolve("service/target/cadre.jar").toFile())) {
            assertThat(program.stream()
                            .map(ZipEntry::getName)
                            .map(CARRIED::matcher)
                            .filter(Matcher::matches)
                            .map(kjar -> kjar.group(1)))
                    .containsExactlyInAnyOrderElementsOf(editions());
        }
    }

    private static List<String> editions() throws IOException {
        try (Stream<Path> folders = Files.list(Shell.HOME.resolve("rules"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("edition.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
