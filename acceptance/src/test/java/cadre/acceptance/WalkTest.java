package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.acceptance.Shell.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk through the HTTP API, against the service as people start it. */
class WalkTest {
    private static final Path EXAMPLES = Shell.HOME.resolve("examples");

    @TempDir
    private static Path folder;

    private static Server server;

    @BeforeAll
    static void serve() throws IOException {
        server = Server.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everything_is_as_promised_at_the_first_walk_and_at_the_second() throws IOException {
        assertThat(walk(EXAMPLES).well().out()).contains("Everything was as promised.");
        assertThat(walk(EXAMPLES).well().out()).contains("Everything was as promised.");
    }

    @Test
    void a_promise_not_kept_ends_the_walk() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("examples"));
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path readme = copy.resolve("README.md");
        Files.writeString(readme, Files.readString(readme).replace("| 96.03 |", "| 96.02 |"));

        Done done = walk(copy);

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("NOT AS PROMISED", "96.02", "96.03");
    }

    private static Done walk(Path examples) throws IOException {
        return Shell.in(folder)
                .with("BASE", server.base())
                .with("TOKEN", server.token("EVALUATOR"))
                .run("sh", examples.resolve("walk.sh"));
    }
}
