package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What is in force changes under the service while it serves. */
@ServiceTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "cadre.database.url=jdbc:h2:mem:exchange;DB_CLOSE_DELAY=-1",
            "cadre.releases.key-file=target/exchange-keys.pem",
            "cadre.releases.exchange.again=1s"
        })
@SuppressWarnings("NullAway.Init")
class ExchangeTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private People people;

    @Autowired
    private ReleaseRegister register;

    @Autowired
    private ReleaseRecords records;

    @Autowired
    private Releases releases;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private Steps steps;

    @BeforeEach
    void call() {
        api = people.as(Role.EVALUATOR, Role.AUDITOR);
        steps = new Steps(register, records);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
    }

    private static String version() {
        return "city." + NEXT.incrementAndGet();
    }

    private void awaitLoaded(String digest) {
        soon().until(() -> releases.now().ofDigest(digest).isPresent());
    }

    private Answer evaluated(String query) {
        return api.post("/api/v1/evaluations" + query, CityEdition.CASE.formatted("C-city-" + NEXT.incrementAndGet()));
    }

    private static String digest(Answer answer) {
        return answer.json().at("/release/digest").asString();
    }

    private static String total(Answer answer) {
        return answer.json().path("total").decimalValue().toPlainString();
    }

    @Test
    void what_comes_into_force_judges_from_then_on_and_what_was_judged_before_is_replayed_as_it_was() {
        String first = steps.approved(CityEdition.sources(version(), 20));
        String second = steps.approved(CityEdition.sources(version(), 80));
        steps.enforce(first);
        awaitLoaded(first);
        Answer before = evaluated("");

        steps.enforce(second);
        awaitLoaded(second);
        Answer after = evaluated("");
        Answer replay = api.post(before.header("Location") + "/replay", "");
        Answer pinned = evaluated("?release=" + first);

        assertThat(List.of(digest(before), total(before))).containsExactly(first, "59.00");
        assertThat(List.of(digest(after), total(after))).containsExactly(second, "56.00");
        assertThat(replay.json().path("identical").asBoolean()).isTrue();
        assertThat(List.of(digest(pinned), total(pinned))).containsExactly(first, "59.00");
    }

    @Test
    void a_draft_can_be_tried_and_nothing_can_be_judged_by_it() {
        String version = version();
        String draft = steps.draft(CityEdition.sources(version, 60));

        Answer preview =
                api.post("/api/v1/evaluations/preview?release=" + version, CityEdition.CASE.formatted("C-draft"));
        Answer evaluation = evaluated("?release=" + version);

        assertThat(List.of(digest(preview), total(preview))).containsExactly(draft, "57.00");
        assertThat(evaluation.status()).isEqualTo(404);
    }

    @Test
    void under_load_no_request_fails_and_each_is_judged_wholly_by_one_release() throws Exception {
        String first = steps.approved(CityEdition.sources(version(), 20));
        String second = steps.approved(CityEdition.sources(version(), 80));
        steps.enforce(first);
        awaitLoaded(first);
        AtomicBoolean enough = new AtomicBoolean();
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(clients.submit(() -> {
                    while (!enough.get()) {
                        answers.add(evaluated(""));
                    }
                }));
            }
            steps.enforce(second);
            awaitLoaded(second);
            for (int exchange = 0; exchange < 20; exchange++) {
                String next = exchange % 2 == 0 ? first : second;
                int seen = answers.size();
                steps.rollBack(next);
                awaitLoaded(next);
                soon().until(() -> answers.size() > seen + 8);
            }
            enough.set(true);
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            enough.set(true);
            clients.shutdownNow();
        }

        Map<String, String> totals = Map.of(first, "59.00", second, "56.00");
        assertThat(answers).hasSizeGreaterThan(160).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(total(answer)).isEqualTo(totals.get(digest(answer)));
        });
        assertThat(answers.stream().map(ExchangeTest::digest).distinct()).hasSize(2);
    }

    @Test
    void what_cannot_be_loaded_leaves_the_earlier_release_in_place_and_is_told_until_it_can() {
        String sound = steps.approved(CityEdition.sources(version(), 40));
        String broken = steps.draft(CityEdition.sources(version(), 50));
        steps.enforce(sound);
        awaitLoaded(sound);
        byte[] sources = jdbc.sql("select sources from stored_release where digest = ?")
                .param(broken)
                .query(byte[].class)
                .single();
        jdbc.sql(
                        "update stored_release set sources = (select sources from stored_release where digest = ?) where digest = ?")
                .param(sound)
                .param(broken)
                .update();

        steps.approve(broken);
        steps.enforce(broken);
        soon().until(() -> self().path("errors").has(broken));

        assertThat(digest(evaluated(""))).isEqualTo(sound);
        assertThat(self().at("/errors/" + broken).asString()).contains("altered");
        assertThat(api.get("/actuator/health/readiness").text()).contains("\"UP\"", "alarm", broken);

        jdbc.sql("update stored_release set sources = ? where digest = ?")
                .param(sources)
                .param(broken)
                .update();
        awaitLoaded(broken);
        soon().until(() -> self().path("errors").isEmpty());
        assertThat(digest(evaluated(""))).isEqualTo(broken);
    }

    @Test
    void what_is_approved_is_loaded_before_it_is_in_force_and_judges_nothing_until_then() {
        String approved = steps.approved(CityEdition.sources(version(), 70));

        soon().until(() -> self().path("prepared")
                .valueStream()
                .anyMatch(digest -> digest.asString().equals(approved)));
        assertThat(releases.now().ofDigest(approved)).isEmpty();

        steps.enforce(approved);
        awaitLoaded(approved);
        assertThat(digest(evaluated(""))).isEqualTo(approved);
        soon().until(() -> self().path("prepared").isEmpty());
    }

    @Test
    void what_is_retired_judges_no_more() {
        String retired = steps.approved(CityEdition.sources(version(), 30));
        steps.enforce(retired);
        awaitLoaded(retired);

        steps.retire(retired);
        soon().until(() -> releases.now().ofDigest(retired).isEmpty());

        assertThat(evaluated("").status()).isEqualTo(400);
    }

    @Test
    void this_process_tells_what_it_has_loaded() {
        soon().until(() -> self().path("revision").asLong() == register.revision());

        JsonNode self = self();

        assertThat(new TreeSet<>(self.path("releases")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()))
                .isEqualTo(new TreeSet<>(releases.now().digests()));
        assertThat(self.path("silent").asBoolean()).isFalse();
    }

    private JsonNode self() {
        return api.get("/api/v1/releases/loaded")
                .json()
                .path("replicas")
                .valueStream()
                .filter(replica -> replica.path("self").asBoolean())
                .findFirst()
                .orElseThrow();
    }
}
