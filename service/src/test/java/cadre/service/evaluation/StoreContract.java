package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.Objection;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What storing evaluations promises, whatever the database. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
abstract class StoreContract {
    @Autowired
    private People people;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void call() {
        api = people.as(Role.EVALUATOR, Role.AUDITOR);
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private long rows(String cadre) {
        return jdbc.sql("select count(*) from evaluation where cadre = ?")
                .param(cadre)
                .query(Long.class)
                .single();
    }

    @Test
    void what_was_answered_is_read_again_byte_for_byte() {
        Answer created = api.evaluate(Api.example("ecological-incident", "C-read"));

        Answer read = api.get(created.header("Location"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/evaluations/" + id(created));
        assertThat(read.response().body()).isEqualTo(created.response().body());
    }

    @Test
    void the_case_file_is_kept_as_received() {
        String caseFile = "  " + Api.example("waived-deduction", "C-kept") + "\n\n";

        String id = id(api.evaluate(caseFile));

        assertThat(jdbc.sql("select case_file from evaluation where id = cast(? as uuid)")
                        .param(id)
                        .query((row, n) -> row.getBytes(1))
                        .single())
                .isEqualTo(caseFile.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void a_key_gives_the_first_answer_again() {
        String caseFile = Api.example("strong-county-head", "C-again");
        Answer first = api.evaluate(caseFile, "Idempotency-Key", "again");

        Answer second = api.evaluate(caseFile, "Idempotency-Key", "again");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(rows("C-again")).isEqualTo(1);
    }

    @Test
    void a_key_gives_the_first_answer_even_after_it_was_superseded() {
        String caseFile = Api.example("strong-county-head", "C-late");
        Answer first = api.evaluate(caseFile, "Idempotency-Key", "late");
        id(api.post("/api/v1/evaluations?supersedes=" + id(first) + "&reason=corrected", caseFile));

        Answer repeated = api.evaluate(caseFile, "Idempotency-Key", "late");

        assertThat(repeated.response().body()).isEqualTo(first.response().body());
    }

    @Test
    void a_key_used_for_another_request_is_refused() {
        id(api.evaluate(Api.example("strong-county-head", "C-key1"), "Idempotency-Key", "other"));

        Answer other = api.evaluate(Api.example("strong-county-head", "C-key2"), "Idempotency-Key", "other");
        Answer unreadable = api.evaluate("{}", "Idempotency-Key", "other");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("type").asString()).isEqualTo("urn:cadre:problem:key-reused");
        assertThat(unreadable.status()).isEqualTo(409);
        assertThat(rows("C-key2")).isZero();
    }

    @Test
    void many_at_once_with_one_key_make_one_row() {
        String caseFile = Api.example("middling-township-head", "C-race");

        List<Answer> answers = atOnce(16, () -> api.evaluate(caseFile, "Idempotency-Key", "race"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(StoreContract::id).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(rows("C-race")).isEqualTo(1);
    }

    @Test
    void of_many_at_once_for_one_appraisal_one_is_kept() {
        String caseFile = Api.example("middling-township-head", "C-one");

        List<Answer> answers = atOnce(16, () -> api.evaluate(caseFile));

        assertThat(answers.stream().map(Answer::status).sorted().toList())
                .isEqualTo(IntStream.rangeClosed(0, 15)
                        .map(i -> i == 0 ? 201 : 409)
                        .boxed()
                        .toList());
        assertThat(rows("C-one")).isEqualTo(1);
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(call));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_second_evaluation_of_one_appraisal_names_what_it_supersedes() {
        String caseFile = Api.example("too-small-a-survey", "C-twice");
        String first = id(api.evaluate(caseFile));

        Answer refused = api.evaluate(caseFile);
        String second = id(
                api.post("/api/v1/evaluations?supersedes=" + first + "&reason=%E6%9B%B4%E6%AD%A3%20%22x%22", caseFile));
        Answer tooLate = api.post("/api/v1/evaluations?supersedes=" + first + "&reason=again", caseFile);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("current").asString()).isEqualTo(first);
        assertThat(tooLate.status()).isEqualTo(409);
        JsonNode earlier = api.get("/api/v1/evaluations/" + first).json();
        assertThat(earlier.path("standing").asString()).isEqualTo("SUPERSEDED");
        assertThat(earlier.path("supersededBy").asString()).isEqualTo(second);
        JsonNode later = api.get("/api/v1/evaluations/" + second).json();
        assertThat(later.path("standing").asString()).isEqualTo("CURRENT");
        assertThat(later.path("supersedes").asString()).isEqualTo(first);
        assertThat(later.path("reason").asString()).isEqualTo("更正 \"x\"");
        assertThat(rows("C-twice")).isEqualTo(2);
    }

    @Test
    void nothing_is_superseded_by_the_evaluation_of_another_cadre() {
        String first = id(api.evaluate(Api.example("too-small-a-survey", "C-mine")));

        Answer other = api.post(
                "/api/v1/evaluations?supersedes=" + first + "&reason=mistaken",
                Api.example("too-small-a-survey", "C-yours"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(rows("C-yours")).isZero();
        assertThat(api.get("/api/v1/evaluations/" + first)
                        .json()
                        .path("standing")
                        .asString())
                .isEqualTo("CURRENT");
    }

    @Test
    void an_evaluation_and_what_belongs_to_it_are_kept_together_or_not_at_all() {
        Answer refused = api.evaluate(Api.example("ecological-incident", Objection.CADRE));

        assertThat(refused.status()).isEqualTo(500);
        assertThat(rows(Objection.CADRE)).isZero();
        assertThat(found("cadre=" + Objection.CADRE + "&criterion=E-03")).isEmpty();
    }

    @Test
    void a_failed_replacement_leaves_the_earlier_one_current() {
        String caseFile = Api.example("too-small-a-survey", "C-stays");
        String first = id(api.evaluate(caseFile));

        Answer refused = api.post("/api/v1/evaluations?supersedes=" + first + "&reason=x", caseFile + "]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(api.get("/api/v1/evaluations/" + first)
                        .json()
                        .path("standing")
                        .asString())
                .isEqualTo("CURRENT");
    }

    private List<String> found(String query) {
        Answer answer = api.get("/api/v1/evaluations?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("evaluations")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void evaluations_are_found_by_all_that_is_asked() {
        String incident = id(api.evaluate(Api.example("ecological-incident", "C-find1")));
        String gate = id(api.evaluate(Api.example("stopped-by-a-gate", "C-find2")));
        String unit = api.get("/api/v1/evaluations?cadre=C-find1")
                .json()
                .path("evaluations")
                .path(0)
                .path("unit")
                .asString();

        assertThat(found("cadre=C-find1")).containsExactly(incident);
        assertThat(found("criterion=E-03")).contains(incident).doesNotContain(gate);
        assertThat(found("criterion=E-03&cadre=C-find2")).isEmpty();
        assertThat(found("grade=INCOMPETENT&limit=200")).contains(gate).doesNotContain(incident);
        assertThat(found("unit=" + unit + "&cadre=C-find1")).containsExactly(incident);
        assertThat(found("release=2026.2&cadre=C-find1")).containsExactly(incident);
        assertThat(found("release=2026&cadre=C-find1")).containsExactly(incident);
        assertThat(found("release=1999&cadre=C-find1")).isEmpty();
        assertThat(found("from=2026-12-31&to=2026-12-31&cadre=C-find1")).containsExactly(incident);
        assertThat(found("from=2027-01-01&cadre=C-find1")).isEmpty();
        assertThat(found("to=2026-12-30&cadre=C-find1")).isEmpty();
    }

    @Test
    void pages_together_hold_everything_once_and_newest_first() {
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String earlier = stored.isEmpty() ? "" : "?reason=once%20more&supersedes=" + stored.get(stored.size() - 1);
            stored.add(id(api.post("/api/v1/evaluations" + earlier, Api.example("strong-county-head", "C-页"))));
        }

        List<String> seen = new ArrayList<>();
        String next = "/api/v1/evaluations?limit=3&cadre=C-%E9%A1%B5";
        int pages = 0;
        while (!next.isEmpty()) {
            JsonNode page = api.get(next).json();
            page.path("evaluations").forEach(item -> seen.add(item.path("id").asString()));
            next = page.path("next").asString("");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(Set.copyOf(seen)).hasSize(7);
        assertThat(seen).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void a_replay_is_identical_until_the_stored_outcome_is_touched() {
        String id = id(api.evaluate(Api.example("waived-deduction", "C-replay")));

        JsonNode untouched =
                api.post("/api/v1/evaluations/" + id + "/replay", "").json();
        byte[] outcome = jdbc.sql("select outcome from evaluation where id = cast(? as uuid)")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
        String altered = new String(outcome, java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"grade\":\"COMPETENT\"", "\"grade\":\"EXCELLENT\"");
        jdbc.sql("update evaluation set outcome = ? where id = cast(? as uuid)")
                .param(altered.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .param(id)
                .update();
        JsonNode touched = api.post("/api/v1/evaluations/" + id + "/replay", "").json();

        assertThat(untouched.path("identical").asBoolean()).isTrue();
        assertThat(touched.path("identical").asBoolean()).isFalse();
        JsonNode difference = touched.path("differences").path(0);
        assertThat(difference.path("pointer").asString()).isEqualTo("/grade");
        assertThat(difference.path("stored").asString()).isEqualTo("EXCELLENT");
        assertThat(difference.path("replayed").asString()).isEqualTo("COMPETENT");
    }

    @Test
    void a_preview_keeps_nothing() {
        Answer preview = api.post("/api/v1/evaluations/preview", Api.example("strong-county-head", "C-preview"));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().path("grade").asString()).isEqualTo("EXCELLENT");
        assertThat(preview.json().has("id")).isFalse();
        assertThat(rows("C-preview")).isZero();
    }

    @Test
    void the_release_is_kept_with_its_sources() {
        assertThat(jdbc.sql("select count(*) from stored_release where octet_length(sources) > 1000")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
