package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.acceptance.Shell.Done;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build of a kjar, run on a copy of the project whose engine is compiled already. */
class EditionPackagingTest {
    @TempDir
    private Path copy;

    private Path rules;

    @BeforeEach
    void copy_the_project() throws IOException {
        for (String file : List.of("pom.xml", "engine/pom.xml", "service/pom.xml", "acceptance/pom.xml")) {
            copy(Shell.HOME.resolve(file), copy.resolve(file));
        }
        for (String folder : List.of(".mvn", "kjar", "engine/target/classes", "rules/2026")) {
            copyAll(Shell.HOME.resolve(folder), copy.resolve(folder));
        }
        rules = copy.resolve("rules/2026");
    }

    @Test
    void packs_the_sources_of_the_edition_as_they_are() throws IOException {
        pack().well();

        try (ZipFile kjar = new ZipFile(copy.resolve("kjar/2026/target/criteria-2026-2026.2.jar")
                        .toFile());
                Stream<Path> sources = Files.list(rules)) {
            for (Path source :
                    sources.filter(file -> !file.endsWith("README.md")).toList()) {
                var entry = kjar.getEntry("META-INF/cadre/edition/" + source.getFileName());
                assertThat(entry).as(source.toString()).isNotNull();
                assertThat(kjar.getInputStream(entry).readAllBytes()).isEqualTo(Files.readAllBytes(source));
            }
        }
    }

    @Test
    void fails_where_the_rules_folder_is_empty() throws IOException {
        deleteRules();

        assertThat(failed(pack())).contains("The edition has no rules.");
    }

    @Test
    void fails_where_the_rules_folder_is_not_in_its_place() throws IOException {
        Files.move(rules, copy.resolve("rules/elsewhere"));

        assertThat(failed(pack())).contains("rules/2026 cannot be read");
    }

    @Test
    void fails_where_drools_does_not_find_the_printed_rules() throws IOException {
        Path pom = copy.resolve("kjar/pom.xml");
        String before = Files.readString(pom);
        String after = before.replace("<projectDir>${project.build.directory}/kie</projectDir>", "");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(pom, after);

        assertThat(failed(pack())).contains("the kjar has no compiled rules");
    }

    private static String failed(Done done) {
        assertThat(done.status()).isNotZero();
        return done.out();
    }

    private Done pack() {
        return Shell.in(copy)
                .run(
                        "mvn",
                        "-B",
                        "-o",
                        "-Dmaven.repo.local=" + System.getProperty("cadre.repository"),
                        "-pl",
                        "kjar/2026",
                        "-am",
                        "compile");
    }

    private void deleteRules() throws IOException {
        try (Stream<Path> files = Files.list(rules)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".drl")).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !from.endsWith("kjar") || !file.toString().contains("/target/"))
                    .forEach(file -> copy(file, to.resolve(from.relativize(file))));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
