package cadre.service.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every reading of a result leaves a trace before it is answered, whatever the database. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
abstract class ReadingContract {
    @Autowired
    private People people;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void call() {
        api = people.as(Role.EVALUATOR, Role.AUDITOR);
    }

    private String evaluated(String cadre) {
        Answer answer = api.evaluate(Api.example("strong-county-head", cadre), "Idempotency-Key", cadre);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location");
    }

    private JsonNode traces(String query) {
        Answer answer = api.get("/api/v1/traces?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("traces");
    }

    private java.util.List<String> kinds(String query) {
        return traces(query)
                .valueStream()
                .map(trace -> trace.path("kind").asString())
                .toList();
    }

    @Test
    void reading_explaining_listing_replaying_and_asking_again_leave_a_trace_and_making_does_not() {
        String path = evaluated("C-traced");
        assertThat(kinds("cadre=C-traced")).isEmpty();

        api.get(path + "?why=%E5%B9%B4%E5%BA%A6%E8%80%83%E6%A0%B8");
        api.get(path + "/explanation");
        api.send(
                api.request(path + "/explanation").header("Accept", "text/html").GET());
        api.get("/api/v1/evaluations?cadre=C-traced&why=list");
        api.post(path + "/replay", "");
        evaluated("C-traced");

        assertThat(kinds("cadre=C-traced"))
                .containsExactly("READ", "REPLAYED", "LISTED", "EXPLAINED", "EXPLAINED", "READ");
        JsonNode first = traces("cadre=C-traced").path(5);
        assertThat(first.path("why").asString()).isEqualTo("年度考核");
        assertThat(first.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(path).endsWith(first.path("evaluation").asString("none"));
        assertThat(first.path("person").asString()).isNotEmpty();
        assertThat(kinds("cadre=C-traced&kind=LISTED")).containsExactly("LISTED");
        assertThat(kinds("cadre=C-traced&to=2020-01-01")).isEmpty();
        assertThat(kinds("cadre=C-traced&from=2020-01-01")).hasSize(6);
    }

    @Test
    void pages_together_hold_every_trace_once() {
        String path = evaluated("C-paged");
        for (int i = 0; i < 5; i++) {
            api.get(path);
        }

        java.util.Set<String> seen = new java.util.HashSet<>();
        String next = "/api/v1/traces?limit=2&cadre=C-paged";
        int pages = 0;
        while (!next.isEmpty()) {
            JsonNode page = api.get(next).json();
            page.path("traces").forEach(trace -> seen.add(trace.path("id").asString()));
            next = page.path("next").asString("");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(5);
    }

    @Test
    void what_is_not_found_is_traced_as_refused_and_a_guesser_fills_no_disk() {
        for (int i = 0; i < 50; i++) {
            assertThat(api.get("/api/v1/evaluations/" + java.util.UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
        }

        assertThat(traces("kind=DENIED&limit=200")
                        .valueStream()
                        .filter(trace -> trace.path("what").asString().startsWith("no-such-evaluation")))
                .hasSize(1);
    }

    @Test
    void a_misspelt_search_for_traces_finds_nothing_silently() {
        assertThat(api.get("/api/v1/traces?kind=READS").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/traces?persn=x").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/traces?limit=0").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/traces?from=yesterday").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/evaluations?why=%20").status()).isEqualTo(400);
    }

    @Test
    void no_result_is_answered_when_its_reading_cannot_be_recorded() {
        String path = evaluated("C-unrecorded");
        jdbc.sql("alter table trace rename to trace_away").update();
        try {
            assertThat(api.get(path).status()).isEqualTo(500);
            assertThat(api.get(path + "/explanation").status()).isEqualTo(500);
            assertThat(api.get("/api/v1/evaluations?cadre=C-unrecorded").status())
                    .isEqualTo(500);
            assertThat(api.get("/api/v1/evaluations?cadre=C-nobody").status()).isEqualTo(200);
        } finally {
            jdbc.sql("alter table trace_away rename to trace").update();
        }
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void who_was_refused_and_which_token_was_used_is_traced_once_however_often() {
        Api clerk = people.as("clerk", java.util.Set.of(), null, Role.POLICY_AUTHOR);
        for (int i = 0; i < 3; i++) {
            assertThat(clerk.get("/api/v1/evaluations").status()).isEqualTo(403);
            assertThat(people.stranger().get("/api/v1/evaluations").status()).isEqualTo(401);
        }

        assertThat(kinds("person=local:clerk")).containsExactlyInAnyOrder("TOKEN_USED", "DENIED");
        JsonNode denied = traces("person=local:clerk&kind=DENIED").path(0);
        assertThat(denied.path("what").asString()).isEqualTo("not-allowed GET /api/v1/evaluations");
        assertThat(denied.path("address").asString()).isEqualTo("127.0.0.1");
        JsonNode used = traces("person=local:clerk&kind=TOKEN_USED").path(0);
        assertThat(clerk.token()).contains(used.path("what").asString("none"));
        assertThat(clerk.token()).isNotEqualTo(used.path("what").asString("none"));
        assertThat(traces("kind=DENIED&limit=200")
                        .valueStream()
                        .filter(trace -> trace.path("what").asString().startsWith("unauthenticated"))
                        .filter(trace -> !trace.has("person")))
                .hasSize(1);
    }

    private static int login(Api stranger, String login, String password) {
        return stranger.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password))
                .status();
    }

    @Test
    void logins_are_traced_and_what_was_typed_wrongly_only_if_it_is_somebodys_login() {
        people.as("enterer", java.util.Set.of(), null, Role.AUDITOR);
        Api stranger = people.stranger();

        assertThat(login(stranger, "enterer", "enterer")).isEqualTo(201);
        assertThat(login(stranger, "enterer", "wrong")).isEqualTo(401);
        assertThat(login(stranger, "my-secret-password", "enterer")).isEqualTo(401);

        assertThat(kinds("person=local:enterer&kind=LOGGED_IN")).containsExactly("LOGGED_IN");
        assertThat(traces("kind=LOGIN_FAILED&limit=200")
                        .valueStream()
                        .map(trace -> trace.path("what").asString()))
                .contains("enterer", "unknown login")
                .doesNotContain("my-secret-password");
    }

    @Test
    void a_cadre_sees_who_got_to_see_their_results_and_nobody_elses() {
        String path = evaluated("C-seen");
        evaluated("C-unseen");
        api.get(path + "?why=review");
        api.get("/api/v1/evaluations?cadre=C-unseen");
        Api seen = people.as("seen", java.util.Set.of(), "C-seen", Role.CADRE);
        seen.get(path);

        JsonNode readers = seen.get("/api/v1/traces/mine").json().path("traces");

        assertThat(readers.valueStream().map(reader -> reader.path("person").asString()))
                .containsExactly("local:seen", "local:evaluator.auditor");
        assertThat(readers.path(1).path("why").asString()).isEqualTo("review");
        assertThat(readers.path(1).has("address")).isFalse();
        assertThat(seen.get("/api/v1/traces").status()).isEqualTo(403);
    }

    /** To be called where the database itself holds that rows are only added. */
    void refuseChanges() {
        api.get(evaluated("C-stays"));
        assertThatThrownBy(() -> jdbc.sql("update trace set person = 'x'").update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("delete from trace").update()).hasMessageContaining("never changed");
    }
}
