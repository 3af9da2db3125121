package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who does not prove who they are gets nowhere, and who proves it goes as far as their roles. */
@ServiceTest
@Import({StrangersTest.Forgotten.class, StrangersTest.Heard.class})
@TestPropertySource(
        properties = {
            "cadre.database.url=jdbc:h2:mem:strangers;DB_CLOSE_DELAY=-1",
            "cadre.access.scrape-token=scrape-me-if-you-can"
        })
@SuppressWarnings("NullAway.Init")
class StrangersTest {
    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private KnownCallers callers;

    @Autowired
    private Heard heard;

    /** A handler on which nobody wrote who may call it. */
    @RestController
    static class Forgotten {
        @GetMapping("/api/v1/forgotten")
        String forgotten() {
            return "secret";
        }
    }

    @Test
    void another_site_that_asks_whether_it_may_ask_is_refused_with_a_problem() {
        Api.Answer answer = people.as(Role.EVALUATOR)
                .send(people.as(Role.EVALUATOR)
                        .request("/api/v1/evaluations")
                        .header("Origin", "https://elsewhere.example")
                        .header("Access-Control-Request-Method", "GET")
                        .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Heard {
        final List<Object> events = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void hear(TokenUsed used) {
            events.add(used);
        }

        @EventListener
        void hear(AccessDenied denied) {
            events.add(denied);
        }
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:cadre:problem:" + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/evaluations",
                "/api/v1/evaluations/00000000-0000-7000-8000-000000000000",
                "/api/v1/editions",
                "/api/v1/nowhere",
                "/api",
                "/nowhere",
                "/",
                "/error",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env"
            })
    void to_a_stranger_everything_looks_the_same_whether_it_is_there_or_not(String path) {
        Answer answer = people.stranger().get(path);

        isProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"cadre\"");
        isProblem(people.stranger().post(path, "{}"), 401, "unauthenticated");
    }

    @Test
    void a_stranger_sees_whether_the_service_is_well_and_no_details() {
        Answer health = people.stranger().get("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().propertyNames()).containsExactlyInAnyOrder("status", "groups");
        assertThat(people.stranger().get("/actuator/health/readiness").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(people.as(Role.ADMINISTRATOR).get("/actuator/health").text()).contains("components");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "cadre_",
                "cadre_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."
            })
    void a_token_that_is_none_is_refused_even_where_strangers_may_look(String token) {
        Api api = new Api(people.stranger().base());
        for (String path : List.of("/api/v1/editions", "/actuator/health")) {
            Answer answer = api.send(
                    api.request(path).header("Authorization", "Bearer " + token).GET());

            isProblem(answer, 401, "bad-token");
            assertThat(answer.header("WWW-Authenticate"))
                    .startsWith("Bearer realm=\"cadre\"")
                    .contains("error=");
        }
    }

    @Test
    void another_secret_under_the_id_of_a_token_is_refused() {
        String token = people.as(Role.AUDITOR).token();
        String other = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");

        isProblem(new Api(people.stranger().base(), other).get("/api/v1/editions"), 401, "bad-token");
    }

    @Test
    void problems_of_access_are_told_in_the_callers_language() {
        Api api = people.stranger();

        Answer answer = api.send(
                api.request("/api/v1/editions").header("Accept-Language", "zh").GET());

        assertThat(answer.json().path("title").asString()).isEqualTo("未说明请求人身份");
    }

    @Test
    void a_handler_without_a_word_on_who_may_call_it_is_refused_to_everybody() {
        isProblem(people.as(Role.values()).get("/api/v1/forgotten"), 403, "not-allowed");
    }

    @Test
    void what_no_role_of_theirs_allows_is_refused() {
        Api auditor = people.as(Role.AUDITOR);
        Api administrator = people.as(Role.ADMINISTRATOR);

        isProblem(auditor.evaluate(Api.example("strong-county-head", "C-1")), 403, "not-allowed");
        isProblem(administrator.get("/api/v1/evaluations"), 403, "not-allowed");
        isProblem(administrator.get("/api/v1/editions"), 403, "not-allowed");
        isProblem(people.as(Role.EVALUATOR).get("/actuator/prometheus"), 403, "not-allowed");
        assertThat(auditor.get("/api/v1/evaluations").status()).isEqualTo(200);
    }

    @Test
    void who_is_known_is_told_what_is_not_there_and_which_methods_are_offered() {
        Api auditor = people.as(Role.AUDITOR);

        assertThat(auditor.get("/api/v1/nowhere").status()).isEqualTo(404);
        assertThat(auditor.send(auditor.request("/api/v1/editions").DELETE()).status())
                .isEqualTo(405);
    }

    @Test
    void metrics_are_for_those_who_run_the_service_and_for_the_system_that_watches_it() {
        Api scraper = new Api(people.stranger().base(), "scrape-me-if-you-can");

        assertThat(scraper.get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(people.as(Role.ADMINISTRATOR).get("/actuator/prometheus").status())
                .isEqualTo(200);
        isProblem(scraper.get("/api/v1/editions"), 403, "not-allowed");
    }

    @Test
    void a_token_lends_some_of_its_owners_roles_and_none_that_they_have_lost() {
        people.as("two.roles", Set.of("*"), null, Role.EVALUATOR, Role.AUDITOR);
        Api lent = new Api(people.stranger().base(), people.token("two.roles", Duration.ofHours(1), Role.AUDITOR));

        assertThat(lent.get("/api/v1/evaluations").status()).isEqualTo(200);
        isProblem(lent.evaluate(Api.example("strong-county-head", "C-1")), 403, "not-allowed");

        accounts.change("local:two.roles", before -> before.with(Set.of(Role.EVALUATOR), before.units(), null, true));
        callers.forgetAccount("local:two.roles");

        isProblem(lent.get("/api/v1/evaluations"), 403, "not-allowed");
    }

    @Test
    void a_form_with_files_is_taken_nowhere() {
        for (String path : List.of("/login", "/api/v1/session")) {
            Answer answer = people.stranger()
                    .send(people.stranger()
                            .request(path)
                            .header("Content-Type", "multipart/form-data")
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("--x--")));
            isProblem(answer, 415, "media-type");
        }
    }

    @Test
    void an_expired_token_and_a_revoked_one_are_refused_at_once() {
        people.as("leaver", Set.of(), null, Role.AUDITOR);
        String base = people.stranger().base();
        Api expired = new Api(base, people.token("leaver", Duration.ofSeconds(-1), Role.AUDITOR));
        String text = people.token("leaver", Duration.ofHours(1), Role.AUDITOR);
        Api revoked = new Api(base, text);

        assertThat(revoked.get("/api/v1/editions").status()).isEqualTo(200);
        String id = TokenText.read(text).orElseThrow().id();
        tokens.revoke(id);
        callers.forgetToken(id);

        isProblem(expired.get("/api/v1/editions"), 401, "bad-token");
        isProblem(revoked.get("/api/v1/editions"), 401, "bad-token");
    }

    @Test
    void of_a_token_only_its_hash_is_stored_and_when_it_was_last_used() {
        people.as("user", Set.of(), null, Role.AUDITOR);
        String text = people.token("user", Duration.ofHours(1), Role.AUDITOR);
        String id = TokenText.read(text).orElseThrow().id();

        assertThat(new Api(people.stranger().base(), text)
                        .get("/api/v1/editions")
                        .status())
                .isEqualTo(200);

        Tokens.Stored stored = tokens.find(id).orElseThrow();
        assertThat(stored.hash()).hasSize(64).isNotEqualTo(text);
        assertThat(stored.token().lastUsed()).isNotNull();
    }

    @Test
    void uses_and_refusals_are_published_for_those_who_keep_traces() {
        Api auditor = people.as(Role.AUDITOR);
        auditor.get("/api/v1/editions");
        auditor.get("/api/v1/forgotten");
        people.stranger().get("/api/v1/traced");

        String id = TokenText.read(auditor.token()).orElseThrow().id();
        assertThat(heard.events)
                .contains(
                        new TokenUsed("local:auditor", id, "127.0.0.1"),
                        new AccessDenied("local:auditor", "GET", "/api/v1/forgotten", "not-allowed", "127.0.0.1"),
                        new AccessDenied(null, "GET", "/api/v1/traced", "unauthenticated", "127.0.0.1"));
    }
}
