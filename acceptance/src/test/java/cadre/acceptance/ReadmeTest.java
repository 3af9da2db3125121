package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README tells people to type works as it stands there. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)\\)|`((?:[a-z0-9]+/)+[a-zA-Z0-9./-]*)`");

    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Shell.HOME.resolve("README.md"));
    }

    @Test
    void the_first_two_commands_are_an_evaluation_and_all_tests() throws IOException {
        assertThat(commands().limit(2))
                .satisfiesExactly(
                        evaluation -> assertThat(evaluation).startsWith("./cadre evaluate "),
                        tests -> assertThat(tests).isEqualTo("./cadre test"));
        assertThat(Files.readString(Shell.HOME.resolve(".ci/run"))).contains("./cadre test");
    }

    @TestFactory
    Stream<DynamicTest> an_evaluation_ends_well() {
        return commands()
                .filter(command -> command.startsWith("./cadre evaluate"))
                .map(command -> DynamicTest.dynamicTest(
                        command,
                        () -> assertThat(Shell.in(Shell.HOME)
                                        .run("sh", "-c", command)
                                        .well()
                                        .out())
                                .isNotBlank()));
    }

    @Test
    void the_requests_to_the_service_are_answered(@TempDir Path data) throws IOException {
        assertThat(commands()).contains("./cadre serve --demo", ". data/demo.env");
        List<String> requests =
                commands().filter(command -> command.startsWith("curl")).toList();
        assertThat(requests).isNotEmpty();
        try (Server server = Server.start(data)) {
            for (String request : requests) {
                String there = ". " + server.tokens() + "\n"
                        + request.replace("http://127.0.0.1:8080", server.base())
                                .replaceFirst("curl -s", "curl -sS --fail-with-body");
                assertThat(Shell.in(Shell.HOME).run("sh", "-c", there).well().out())
                        .contains("\"C-1003\"");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> a_file_it_points_to_exists() {
        return LINK.matcher(readme)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(path -> !path.startsWith("data/"))
                .distinct()
                .map(path -> DynamicTest.dynamicTest(
                        path, () -> assertThat(Shell.HOME.resolve(path)).exists()));
    }

    private static Stream<String> commands() {
        return BLOCK.matcher(readme).results().flatMap(block -> block.group(1).lines());
    }
}
