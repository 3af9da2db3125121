package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * kill -9 of the packaged program at every step in the life of a release: what is left is lawful, and the next start goes on.
 * Fourteen starts take minutes, so it is run by hand once the program is packaged: {@code mvn -pl engine,service test-compile
 * surefire:test@packaged-program -Dtest=KilledLifecycleTrial -Dsurefire.failIfNoSpecifiedTests=false}. What the register alone
 * keeps is killed at every step in every build, by KilledStepsTest.
 */
@SuppressWarnings("NullAway.Init")
class KilledLifecycleTrial {
    private static final String VERSION = "city.1";
    private static final int EVALUATIONS = 150;

    @TempDir
    private Path folder;

    private String database;
    private Program program;
    private ReleasePeople people;
    private int kills;

    @AfterEach
    void end() {
        program.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_left_by_kill_9_at_any_step_is_lawful_and_the_next_start_goes_on(Database vendor) {
        database = vendor.url(folder);
        start();
        String digest = upload();

        killed("DRAFT", "SUBMITTED", who -> who.submit(digest));
        String report = impact(digest);
        killed("SUBMITTED", "APPROVED", who -> who.approve(digest, report));
        killed("APPROVED", "IN_FORCE", who -> who.enforce(digest));
        judges(digest);
        killed("IN_FORCE", "RETIRED", who -> who.retire(digest));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> people.evaluate("C-" + System.nanoTime()).status() >= 400);
        killed("RETIRED", "IN_FORCE", who -> who.rollBack(digest));
        judges(digest);

        JsonNode steps = ReleasePeople.well(people.approver().get("/api/v1/releases/" + digest), 200)
                .path("steps");
        assertThat(steps.valueStream().map(step -> step.path("action").asString()))
                .containsExactly("UPLOAD", "SUBMIT", "APPROVE", "ENFORCE", "RETIRE", "ROLL_BACK");
    }

    /** Killed while an upload is checked: nothing is kept, nothing goes on; sent again, it is a draft. */
    private String upload() {
        CompletableFuture<@Nullable Answer> sent = asked(who -> who.upload(VERSION, 20));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !program.children().isEmpty());
        List<ProcessHandle> checking = program.children();
        program.kill();
        assertThat(sent.join()).isNull();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> checking.stream().noneMatch(ProcessHandle::isAlive));
        start();
        assertThat(people.status(VERSION)).isEmpty();
        return ReleasePeople.well(people.upload(VERSION, 20), 201)
                .path("digest")
                .asString();
    }

    /**
     * Takes a step and kills the program meanwhile, at once the first time and twice as late each time, measured by how long
     * it takes to read; then it stands before or behind that step, and behind it if that was answered.
     */
    private void killed(String before, String after, Function<ReleasePeople, Answer> step) {
        long begin = System.nanoTime();
        assertThat(people.status(VERSION)).isEqualTo(before);
        long toRead = System.nanoTime() - begin;
        long later = kills++ == 0 ? 0 : toRead << kills;
        Answer soon =
                asked(step).completeOnTimeout(null, later, TimeUnit.NANOSECONDS).join();
        program.kill();
        start();

        String left = people.status(VERSION);
        assertThat(left).isIn(before, after);
        if (soon != null) {
            assertThat(soon.status()).as(soon.text()).isEqualTo(200);
            assertThat(left).isEqualTo(after);
        }
        if (left.equals(before)) {
            ReleasePeople.well(step.apply(people), 200);
        }
        assertThat(people.status(VERSION)).isEqualTo(after);
    }

    /** What is answered, or nothing where the program was killed before. */
    private CompletableFuture<@Nullable Answer> asked(Function<ReleasePeople, Answer> question) {
        ReleasePeople asking = people;
        return CompletableFuture.supplyAsync(() -> {
            try {
                return question.apply(asking);
            } catch (UncheckedIOException cutOff) {
                return null;
            }
        });
    }

    /** Killed in the middle of an impact: taken up again, it comes to the report of a run that nobody disturbed. */
    private String impact(String digest) {
        IntStream.range(0, EVALUATIONS)
                .parallel()
                .forEach(n -> assertThat(people.evaluator()
                                .evaluate(Api.example("middling-township-head", "C-" + n))
                                .status())
                        .isEqualTo(201));
        String undisturbed = people.report(people.beginImpact(digest));

        String job = people.beginImpact(digest);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> job(job).path("lookedAt").asInt() > 0);
        program.kill();
        Instant killed = Instant.now();
        start();

        assertThat(people.report(job)).isEqualTo(undisturbed);
        assertThat(Instant.parse(job(job).path("finished").asString())).isAfter(killed);
        assertThat(job(job).path("lookedAt").asInt()).isGreaterThanOrEqualTo(EVALUATIONS);
        return undisturbed;
    }

    private JsonNode job(String address) {
        return ReleasePeople.well(people.approver().get(address), 200);
    }

    private void judges(String digest) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Answer judged = people.evaluate("C-" + kills + "-" + System.nanoTime());
            assertThat(judged.status()).as(judged.text()).isEqualTo(201);
            assertThat(judged.json().at("/release/digest").asString()).isEqualTo(digest);
        });
    }

    private void start() {
        program = Program.serve(
                database,
                "-Xmx512m",
                "--cadre.releases.key-file=" + folder.resolve("keys.pem"),
                "--cadre.impact.chunk=1",
                "--cadre.impact.threads=1",
                "--cadre.impact.lease=1");
        people = ReleasePeople.of(program);
    }
}
