package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program started for real, without a demonstration, on a database that nobody has used. */
@SuppressWarnings("NullAway.Init")
class FirstStartIT {
    private static final String ADMINISTRATOR = "administrator";
    private static final Pattern PASSWORD = Pattern.compile("password ([A-Za-z0-9-]{23})\\b");

    @TempDir
    private Path folder;

    private int port;

    @BeforeEach
    void takeAPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    /** The running program, and all that it says on its terminal. */
    private record Started(Process process, Path said) implements AutoCloseable {
        String text() {
            try {
                return Files.readString(said);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    private Started serve(String name, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java("java"),
                "-Dfile.encoding=UTF-8",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("service.jar"),
                "serve",
                "--server.port=" + port,
                "--logging.file.name=" + folder.resolve("service.log"),
                "--cadre.database.url=jdbc:h2:file:" + folder.resolve("cadre") + ";WRITE_DELAY=0",
                "--cadre.releases.key-file=" + folder.resolve("keys.pem")));
        command.addAll(List.of(settings));
        Path said = folder.resolve(name + ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Started started = new Started(process, said);
        Awaitility.await(name)
                .atMost(Duration.ofMinutes(3))
                .failFast(() -> assertThat(process.isAlive()).as(started.text()).isTrue())
                .until(() -> started.text().contains("Listening on "));
        return started;
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /** Whether anything listens at another address of this machine than 127.0.0.1: Linux has all of 127.0.0.0/8. */
    private boolean listensElsewhere() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), port), 5_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static String credentials(String password) {
        return Api.JSON.writeValueAsString(Map.of("login", ADMINISTRATOR, "password", password));
    }

    @Test
    void the_first_start_tells_one_password_once_and_listens_on_loopback_whatever_was_asked() throws IOException {
        String password;
        Api api = new Api("http://127.0.0.1:" + port);
        try (Started first = serve("first", "--server.address=0.0.0.0")) {
            Matcher told = PASSWORD.matcher(first.text());
            assertThat(told.find()).as(first.text()).isTrue();
            password = told.group(1);
            assertThat(first.text().split(Pattern.quote(password), -1)).hasSize(2);
            assertThat(first.text()).contains("Listening on http://127.0.0.1:" + port);
            assertThat(listensElsewhere()).isFalse();
            assertThat(api.post("/api/v1/session", credentials("not " + password))
                            .status())
                    .isEqualTo(401);
            assertThat(api.post("/api/v1/session", credentials(password)).status())
                    .isEqualTo(201);
            assertThat(Files.readString(folder.resolve("service.log"))).doesNotContain(password);
        }
        try (Started second = serve("second", "--server.address=0.0.0.0")) {
            assertThat(second.text()).doesNotContain(password).doesNotContainPattern(PASSWORD);
            assertThat(listensElsewhere()).isTrue();
            assertThat(api.post("/api/v1/session", credentials(password)).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_key_store_serves_tls_and_nothing_else() throws Exception {
        Path keys = folder.resolve("keys.p12");
        run(
                java("keytool"),
                "-genkeypair",
                "-alias",
                "cadre",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit");
        try (Started service = serve(
                "tls",
                "--server.ssl.bundle=cadre",
                "--spring.ssl.bundle.jks.cadre.keystore.location=file:" + keys,
                "--spring.ssl.bundle.jks.cadre.keystore.password=changeit")) {
            String base = "https://127.0.0.1:" + port;
            assertThat(service.text()).contains("Listening on " + base);
            Matcher told = PASSWORD.matcher(service.text());
            assertThat(told.find()).isTrue();
            HttpResponse<String> login = HttpClient.newBuilder()
                    .sslContext(trusting(keys))
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(base + "/api/v1/session"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(credentials(told.group(1))))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(login.statusCode()).as(login.body()).isEqualTo(201);
            assertThat(login.headers().allValues("Set-Cookie"))
                    .allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
            assertThat(login.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(new Api("http://127.0.0.1:" + port)
                            .get("/actuator/health")
                            .status())
                    .isEqualTo(400);
        }
    }

    private static SSLContext trusting(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(keys)), "changeit".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("cadre", store.getCertificate("cadre"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
