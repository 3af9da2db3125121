package cadre.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The packaged program, serving in a process of its own. */
final class Program implements AutoCloseable {
    private final Process process;
    final Api api;

    private Program(Process process, Api api) {
        this.process = process;
        this.api = api;
    }

    /** Starts it and waits until it is ready. */
    static Program serve(String database) {
        return serve(database, "-Xmx512m");
    }

    /** The same within a heap of another size. */
    static Program serve(String database, String heap) {
        try {
            int port = freePort();
            Path log = Files.createTempFile("cadre", ".log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=UTF-8",
                            heap,
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            System.getProperty("service.jar"),
                            "serve",
                            "--server.port=" + port,
                            "--cadre.database.url=" + database)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Program program = new Program(process, new Api("http://127.0.0.1:" + port));
            Awaitility.await("readiness; the log is " + log)
                    .atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .failFast("it ended; the log is " + log, () -> !process.isAlive())
                    .until(() -> program.api.get("/actuator/health/readiness").status() == 200);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
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
