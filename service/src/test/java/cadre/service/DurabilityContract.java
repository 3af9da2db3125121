package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives kill -9 of the packaged program, whatever the database. */
@SuppressWarnings("NullAway.Init")
abstract class DurabilityContract {
    private static final int ROUNDS = 10;
    private static final int POSTS = 200;

    @TempDir
    private Path folder;

    abstract Database database();

    @Test
    void an_evaluation_answered_with_201_is_there_after_kill_9_and_replays_identically() {
        String url = database().url(folder);
        Answer created;
        try (Program program = Program.serve(url)) {
            created = program.api.evaluate(Api.example("ecological-incident", "C-1"));
            program.kill();
        }

        try (Program program = Program.serve(url)) {
            Answer read = program.api.get(created.header("Location"));
            Answer replay = program.api.post(created.header("Location") + "/replay", "");

            assertThat(read.response().body()).isEqualTo(created.response().body());
            assertThat(replay.json().path("identical").asBoolean()).isTrue();
        }
    }

    @Test
    void of_200_concurrent_posts_cut_off_by_kill_9_every_201_is_stored_exactly_once() {
        String url = database().url(folder);
        int acknowledgedInAll = 0;
        Program program = patient(url);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Map<Integer, Answer> acknowledged = postAllAndKill(program, round, 5 + 15 * round);
                acknowledgedInAll += acknowledged.size();
                program = patient(url);
                Map<Integer, String> kept = new HashMap<>();
                acknowledged.forEach((post, answer) ->
                        kept.put(post, answer.json().path("id").asString()));
                checkAcknowledged(program.api, acknowledged);
                checkRetries(program.api, round, kept);
            }
        } finally {
            program.close();
        }
        assertThat(acknowledgedInAll).isBetween(ROUNDS * 5, ROUNDS * POSTS - 1);
    }

    /** Takes two hundred posts of one caller at once. */
    private static Program patient(String url) {
        return Program.serve(url, "-Xmx512m", "--cadre.limit.at-once=256", "--cadre.limit.caller-at-once=256");
    }

    /** Posts everything at once and kills the program after some 201s; gives those received. */
    private static Map<Integer, Answer> postAllAndKill(Program program, int round, int killAfter) {
        Map<Integer, Answer> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(killAfter);
        inParallel(
                POSTS,
                post -> {
                    try {
                        Answer answer = post(program.api, round, post);
                        if (answer.status() == 201) {
                            acknowledged.put(post, answer);
                            enough.countDown();
                        }
                    } catch (UncheckedIOException cutOff) {
                        assertThat(enough.getCount()).as("%s", cutOff).isZero();
                    }
                },
                () -> {
                    assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
                    program.kill();
                    return null;
                });
        return acknowledged;
    }

    private static Answer post(Api api, int round, int post) {
        return api.evaluate(
                Api.example("middling-township-head", cadre(round, post)), "Idempotency-Key", cadre(round, post));
    }

    private static String cadre(int round, int post) {
        return "C-" + round + "-" + post;
    }

    private static void checkAcknowledged(Api api, Map<Integer, Answer> acknowledged) {
        acknowledged.forEach((post, answer) -> assertThat(
                        api.get(answer.header("Location")).response().body())
                .isEqualTo(answer.response().body()));
    }

    /** Whoever got no answer asks again; whoever did may ask again too, and gets the same. */
    private static void checkRetries(Api api, int round, Map<Integer, String> kept) {
        inParallel(
                16,
                thread -> IntStream.range(0, POSTS)
                        .filter(post -> post % 16 == thread)
                        .forEach(post -> {
                            Answer again = post(api, round, post);
                            assertThat(again.status()).as(again.text()).isEqualTo(201);
                            String id = again.json().path("id").asString();
                            assertThat(id).isEqualTo(kept.getOrDefault(post, id));
                            List<String> stored = api.get("/api/v1/evaluations?cadre=" + cadre(round, post))
                                    .json()
                                    .path("evaluations")
                                    .valueStream()
                                    .map(item -> item.path("id").asString())
                                    .toList();
                            assertThat(stored).containsExactly(id);
                        }),
                () -> null);
    }

    private static void inParallel(int threads, Consumer<Integer> work, Callable<?> meanwhile) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<? extends Future<?>> running = IntStream.range(0, threads)
                    .mapToObj(n -> pool.submit(() -> work.accept(n)))
                    .toList();
            meanwhile.call();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
