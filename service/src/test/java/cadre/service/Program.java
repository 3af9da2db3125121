package cadre.service;

import cadre.service.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged program, serving a demonstration in a process of its own. */
final class Program implements AutoCloseable {
    private final Process process;

    /** As an evaluator sees it. */
    final Api api;

    private final Path tokens;

    private Program(Process process, Api api, Path tokens) {
        this.process = process;
        this.api = api;
        this.tokens = tokens;
    }

    /** Starts it and waits until it is ready. */
    static Program serve(String database) {
        return serve(database, "-Xmx512m");
    }

    /** The same within a heap of another size, with settings as on the command line. */
    static Program serve(String database, String heap, String... settings) {
        try {
            int port = freePort();
            Path log = Files.createTempFile("cadre", ".log");
            Path tokens = Files.createTempFile("cadre", ".env");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dfile.encoding=UTF-8",
                    heap,
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    System.getProperty("service.jar"),
                    "serve",
                    "--demo",
                    "--cadre.demo.file=" + tokens,
                    "--server.port=" + port,
                    "--cadre.database.url=" + database));
            command.addAll(List.of(settings));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Api stranger = new Api("http://127.0.0.1:" + port);
            Awaitility.await("readiness; the log is " + log)
                    .atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .failFast("it ended; the log is " + log, () -> !process.isAlive())
                    .until(() -> stranger.get("/actuator/health/readiness").status() == 200);
            return new Program(process, as(Role.EVALUATOR, stranger.base(), tokens), tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The API as the demonstration's person with this role sees it. */
    Api as(Role role) {
        return as(role, api.base(), tokens);
    }

    private static Api as(Role role, String base, Path tokens) {
        String beginning = "export " + role + "=";
        try {
            return Files.readAllLines(tokens).stream()
                    .filter(line -> line.startsWith(beginning))
                    .map(line -> new Api(base, line.substring(beginning.length())))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The processes that it has started and that still run. */
    List<ProcessHandle> children() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            return children.toList();
        }
    }

    /** kill -9 */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
