package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.acceptance.Shell.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checking editions, as policy staff and build servers meet it. */
class CheckTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void every_shipped_edition_is_clean_alone_and_beside_the_others() throws IOException {
        List<Object> editions = new ArrayList<>(List.of("--strict", "--facts", "0"));
        try (Stream<Path> folders = Files.list(Shell.HOME.resolve("rules"))) {
            folders.filter(one -> Files.exists(one.resolve("edition.yaml"))).forEach(editions::add);
        }

        Done done = check(editions.toArray());

        assertThat(done.well().out()).contains("nothing is wrong").doesNotContain("error", "warning\n");
    }

    @Test
    void a_problem_is_told_with_its_place_and_remedy_and_the_status_says_so() throws IOException {
        Done done = check(misspelt());

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.out())
                .contains("performance.drl:")
                .contains("There is no indicator \"dept-ratio\".")
                .contains("Did you mean: debt-ratio?");
        assertThat(check("--lang", "zh", misspelt()).out())
                .contains("debt-ratio")
                .contains("错误");
    }

    @Test
    void programs_read_the_same_as_json() throws IOException {
        Done done = check("--format", "json", misspelt());

        JsonNode edition = JSON.readTree(done.out()).path("editions").path(0);
        assertThat(done.status()).isEqualTo(1);
        assertThat(edition.path("errors").asInt())
                .isEqualTo(edition.path("problems").size())
                .isPositive();
        JsonNode problem = edition.path("problems").path(0);
        assertThat(problem.path("rule").asString()).isEqualTo("P-06");
        assertThat(problem.path("line").asInt()).isPositive();
    }

    @Test
    void code_review_tools_read_the_same_as_sarif() throws IOException {
        Done done = check("--format", "sarif", misspelt());

        JsonNode sarif = JSON.readTree(done.out());
        JsonNode result = sarif.path("runs").path(0).path("results").path(0);
        JsonNode region =
                result.path("locations").path(0).path("physicalLocation").path("region");
        assertThat(done.status()).isEqualTo(1);
        assertThat(sarif.path("version").asString()).isEqualTo("2.1.0");
        assertThat(sarif.at("/runs/0/tool/driver/name").asString()).isNotEmpty();
        assertThat(result.path("level").asString()).isEqualTo("error");
        assertThat(result.path("ruleId").asString()).isNotEmpty();
        assertThat(result.at("/message/text").asString()).contains("dept-ratio", "debt-ratio");
        assertThat(region.path("startLine").asInt()).isPositive();
        assertThat(region.path("startColumn").asInt()).isPositive();
    }

    @Test
    void who_misuses_the_command_is_told_how_to_use_it() {
        for (Done done : List.of(check(), check("--format", "xml", "rules"), check("--facts", "-1", "rules"))) {
            assertThat(done.status()).isEqualTo(2);
            assertThat(done.err()).contains("Usage: cadre check");
        }
    }

    /** An edition in which one indicator of one rule is misspelt. */
    private Path misspelt() throws IOException {
        Path edition = Files.createDirectories(folder.resolve("2026"));
        try (Stream<Path> files = Files.list(Shell.HOME.resolve("rules/2026"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        edition.resolve(file.getFileName()),
                        Files.readString(file)
                                .replace("code == \"debt-ratio\", actual <=", "code == \"dept-ratio\", actual <="));
            }
        }
        return edition;
    }

    private Done check(Object... arguments) {
        List<Object> command = new ArrayList<>(List.of(Shell.HOME.resolve("cadre"), "check"));
        command.addAll(List.of(arguments));
        return Shell.in(folder).run(command.toArray());
    }
}
