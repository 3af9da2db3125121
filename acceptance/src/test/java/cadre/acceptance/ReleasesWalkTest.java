package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.acceptance.Shell.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk from a changed rule file to criteria in force and back, against the service as people start it. */
class ReleasesWalkTest {
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
    void a_changed_rule_file_comes_into_force_and_is_rolled_back_without_a_restart() {
        Done done = walk(server.tokens()).well();

        assertThat(done.out())
                .contains("C-W", "85.92 points", "85.70 points", "6 rather than 5")
                .endsWith("nothing was restarted: everything was as promised.\n");
    }

    @Test
    void a_promise_not_kept_ends_the_walk() throws IOException {
        Path otherTokens = folder.resolve("other.env");
        Files.writeString(
                otherTokens,
                Files.readString(server.tokens()).replace(server.token("EVALUATOR"), server.token("AUDITOR")));

        Done done = walk(otherTokens);

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("NOT AS PROMISED", "expected status 201, got 403");
    }

    private static Done walk(Path tokens) {
        return Shell.in(folder)
                .with("BASE", server.base())
                .with("DEMO", tokens.toString())
                .run("sh", Shell.HOME.resolve("examples").resolve("releases-walk.sh"));
    }
}
