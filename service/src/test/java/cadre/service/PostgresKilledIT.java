package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives kill -9 of the database while the program goes on. */
@SuppressWarnings("NullAway.Init")
class PostgresKilledIT {
    private static final int CLIENTS = 12;
    private static final int POSTS = 20;
    private static final int KILL_AFTER = CLIENTS * POSTS / 3;

    @TempDir
    private Path folder;

    @Test
    void every_201_received_while_postgresql_is_killed_and_started_again_is_stored_exactly_once() throws Exception {
        EmbeddedPostgres first = start(0);
        int port = first.getPort();
        try (Program program = Program.serve(first.getJdbcUrl("postgres", "postgres"))) {
            Map<String, Answer> acknowledged = new ConcurrentHashMap<>();
            CountDownLatch enough = new CountDownLatch(KILL_AFTER);
            List<Integer> refused = new ArrayList<>();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            try {
                List<Future<List<Integer>>> posting = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    String name = "C-" + client + "-";
                    posting.add(clients.submit(() -> postAll(program.api, name, acknowledged, enough)));
                }
                assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
                kill();
                first.close();
                try (EmbeddedPostgres again = start(port)) {
                    assertThat(again.getPort()).isEqualTo(port);
                    for (Future<List<Integer>> one : posting) {
                        refused.addAll(one.get());
                    }
                    assertThat(refused)
                            .as("answers other than 201")
                            .isNotEmpty()
                            .allMatch(status -> status >= 500);
                    check(program.api, acknowledged);
                }
            } finally {
                clients.shutdownNow();
            }
        }
    }

    /** One client's posts one after the other; gives the statuses other than 201. */
    private static List<Integer> postAll(
            Api api, String client, Map<String, Answer> acknowledged, CountDownLatch enough) {
        List<Integer> refused = new ArrayList<>();
        for (int post = 0; post < POSTS; post++) {
            Answer answer = post(api, client + post);
            if (answer.status() == 201) {
                acknowledged.put(client + post, answer);
                enough.countDown();
            } else {
                refused.add(answer.status());
            }
        }
        return refused;
    }

    private static Answer post(Api api, String cadre) {
        return api.evaluate(Api.example("middling-township-head", cadre), "Idempotency-Key", cadre);
    }

    /** What was acknowledged reads back as it was answered; every key, acknowledged or not, has one evaluation in the end. */
    private static void check(Api api, Map<String, Answer> acknowledged) {
        for (int client = 0; client < CLIENTS; client++) {
            for (int post = 0; post < POSTS; post++) {
                String cadre = "C-" + client + "-" + post;
                Answer again = post(api, cadre);
                assertThat(again.status()).as(again.text()).isEqualTo(201);
                Answer answered = acknowledged.getOrDefault(cadre, again);
                assertThat(again.response().body())
                        .isEqualTo(answered.response().body());
                assertThat(api.get(answered.header("Location")).response().body())
                        .isEqualTo(answered.response().body());
                assertThat(api.get("/api/v1/evaluations?cadre=" + cadre)
                                .json()
                                .path("evaluations")
                                .valueStream())
                        .hasSize(1);
            }
        }
    }

    /** On a free port if none is given; on the data that is there, if there is any. */
    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** kill -9 of the server with all its processes. */
    private void kill() {
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data().resolve("postmaster.pid")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
