package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A demonstration started by the launcher, on a port and with data of its own. */
record Server(Process process, int port, Path tokens) implements AutoCloseable {
    static Server start(Path data) throws IOException {
        int port = freePort();
        Path log = data.resolve("serve.log");
        Process process = Shell.in(Shell.HOME)
                .process(
                        "./cadre",
                        "serve",
                        "--demo",
                        "--cadre.demo.file=" + data.resolve("demo.env"),
                        "--server.port=" + port,
                        "--cadre.database.url=jdbc:h2:file:" + data.resolve("cadre") + ";WRITE_DELAY=0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Server server = new Server(process, port, data.resolve("demo.env"));
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            return server.isReady();
        });
        return server;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** The token of the demonstration's person with this role. */
    String token(String role) throws IOException {
        String beginning = "export " + role + "=";
        return Files.readAllLines(tokens).stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst()
                .orElseThrow();
    }

    /** The password of the demonstration's person with this login, as it stands on the terminal. */
    String password(String login) throws IOException {
        return Files.readAllLines(tokens.resolveSibling("serve.log")).stream()
                .map(line -> line.split("\\s+", 2))
                .filter(words -> words[0].equals(login))
                .map(words -> words[1])
                .findFirst()
                .orElseThrow();
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/actuator/health/readiness"))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
