package cadre.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's jar in a process of its own, with the options that the launcher gives. */
final class RunningService implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    final int port;

    /** How long it took from starting the process to its first answer that it is ready. */
    final Duration untilReady;

    /** Of an evaluator. */
    final String token;
    private final String author;

    private RunningService(Process process, int port, String token, String author, Duration untilReady) {
        this.process = process;
        this.port = port;
        this.token = token;
        this.author = author;
        this.untilReady = untilReady;
    }

    /**
     * Starts the jar that the property service.jar names, and waits until it is ready.
     *
     * @param options of Java
     * @param database as a JDBC URL
     */
    static RunningService start(List<String> options, String database) throws IOException {
        return start(options, database, List.of("-jar", System.getProperty("service.jar")), List.of());
    }

    /** Starts the same jar, with a configuration beside it by which nobody is asked who they are. */
    static RunningService unguarded(List<String> options, String database) throws IOException {
        String name = "cadre.service.access.Unguarded";
        String file = name.replace('.', '/') + ".class";
        Path beside = Files.createTempDirectory("cadre-bench-unguarded");
        Path copy = beside.resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream in = RunningService.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(Objects.requireNonNull(in), copy);
        }
        return start(
                options,
                database,
                List.of(
                        "-cp",
                        System.getProperty("service.jar"),
                        "-Dloader.path=" + beside,
                        "org.springframework.boot.loader.launch.PropertiesLauncher"),
                List.of("--spring.main.sources=" + name));
    }

    private static RunningService start(
            List<String> options, String database, List<String> program, List<String> settings) throws IOException {
        int port = freePort();
        Path tokens = Files.createTempFile("cadre-bench-service", ".env");
        List<String> command = new ArrayList<>(List.of(
                JAVA.resolve("java").toString(), "-Dfile.encoding=UTF-8", "-XX:+UseParallelGC", "-Xmx1g", "-Xmn512m"));
        command.addAll(options);
        command.addAll(program);
        command.addAll(List.of(
                "serve",
                "--demo",
                "--cadre.demo.file=" + tokens,
                "--server.port=" + port,
                "--cadre.database.url=" + database));
        command.addAll(settings);
        File log = Files.createTempFile("cadre-bench-service", ".log").toFile();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Awaitility.await("the service, which writes to " + log)
                .atMost(Duration.ofMinutes(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions()
                .failFast("the service ended; it wrote " + log, () -> !process.isAlive())
                .until(() -> ready(port));
        Duration untilReady = Duration.ofNanos(System.nanoTime() - begin);
        return new RunningService(process, port, token("EVALUATOR", tokens), token("POLICY_AUTHOR", tokens), untilReady);
    }

    /** The token of the demonstration's person with this role. */
    private static String token(String role, Path tokens) throws IOException {
        String beginning = "export " + role + "=";
        return Files.readAllLines(tokens).stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean ready(int port) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                        .toURL()
                        .openConnection();
        return connection.getResponseCode() == 200;
    }

    /** What the process has used of all processors so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Sends a request of the policy author and reads its answer as JSON. */
    JsonNode json(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + author)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    long pid() {
        return process.pid();
    }

    /** Megabytes of memory that the process has in use, as Linux counts them. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Megabytes of live objects: collects garbage, then counts what is left. */
    long liveMegabytes() throws IOException, InterruptedException {
        List<String> histogram = jcmd("GC.class_histogram");
        String total = histogram.get(histogram.size() - 1);
        return Long.parseLong(total.trim().split("\\s+")[2]) >> 20;
    }

    private List<String> jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        List<String> lines = Arrays.asList(new String(jcmd.getInputStream().readAllBytes()).split("\n"));
        jcmd.waitFor();
        return lines;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
