package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * To who does not reach a result it does not exist: whatever is asked, the answer is the same byte for byte as about a result that
 * was never made, but for what the asker sent themselves.
 */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:leaks;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
class NothingLeaksTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private People people;

    private Api everywhere;
    private Api here;
    private Api there;

    @BeforeEach
    void units() {
        Api administrator = people.as(Role.ADMINISTRATOR);
        for (String unit : List.of("here", "there")) {
            administrator.post(
                    "/api/v1/units", "{\"code\":\"%s\",\"name\":\"%s\",\"parent\":\"*\"}".formatted(unit, unit));
        }
        everywhere = people.as(Role.EVALUATOR);
        here = people.as("here", Set.of("here"), null, Role.EVALUATOR);
        there = people.as("there", Set.of("there"), null, Role.EVALUATOR);
    }

    private static String caseFile(String cadre, String unit) {
        return Api.example("ecological-incident", cadre)
                .replaceFirst("\"unit\": *\"[^\"]*\"", "\"unit\": \"" + unit + "\"");
    }

    private String evaluated(Api by, String cadre, String unit, String... headers) {
        Answer answer = by.evaluate(caseFile(cadre, unit), headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static String cadre() {
        return "C-leak" + NEXT.incrementAndGet();
    }

    /** Status, headers and body, without the time and with the names that the asker sent written as one. */
    private static String told(Answer answer, String... sent) {
        TreeMap<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
        String told = answer.status() + " " + headers + " " + answer.text();
        for (String name : sent) {
            told = told.replace(name, "SENT");
        }
        return told;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/evaluations/{id}",
                "HEAD /api/v1/evaluations/{id}",
                "GET /api/v1/evaluations/{id}/explanation",
                "HEAD /api/v1/evaluations/{id}/explanation",
                "POST /api/v1/evaluations/{id}/replay",
                "GET /api/v1/evaluations/{id}/replay",
                "DELETE /api/v1/evaluations/{id}",
                "OPTIONS /api/v1/evaluations/{id}",
                "PUT /api/v1/evaluations/{id}/explanation"
            })
    void an_id_guessed_or_a_location_followed_is_answered_like_one_that_never_was(String request) {
        String existing = evaluated(there, cadre(), "there");
        String never = UUID.randomUUID().toString();
        Api colleague = people.as("colleague", Set.of(), "C-colleague", Role.CADRE);

        for (Api asker : List.of(here, colleague, people.as(Role.ADMINISTRATOR), people.stranger())) {
            for (String language : List.of("en", "zh")) {
                for (String type : List.of("application/json", "text/html")) {
                    Function<String, String> ask = id -> told(
                            asker.send(asker.request(
                                            request.replaceFirst("^[A-Z]+ ", "").replace("{id}", id))
                                    .header("Accept-Language", language)
                                    .header("Accept", type)
                                    .method(
                                            request.split(" ", 2)[0],
                                            java.net.http.HttpRequest.BodyPublishers.noBody())),
                            id);

                    assertThat(ask.apply(existing)).isEqualTo(ask.apply(never)).doesNotStartWith("200");
                }
            }
        }
        assertThat(there.get("/api/v1/evaluations/" + existing).status()).isEqualTo(200);
    }

    @Test
    void no_search_finds_counts_or_pages_over_what_is_out_of_reach() {
        String theirs = cadre();
        String never = cadre();
        String before = evaluated(here, cadre(), "here");
        String existing = evaluated(there, theirs, "there");
        evaluated(there, cadre(), "there");
        String own = evaluated(here, cadre(), "here");

        assertThat(told(here.get("/api/v1/evaluations?cadre=" + theirs), theirs))
                .isEqualTo(told(here.get("/api/v1/evaluations?cadre=" + never), never));
        assertThat(told(here.get("/api/v1/evaluations?unit=there"), "there"))
                .isEqualTo(told(here.get("/api/v1/evaluations?unit=where"), "where"));
        assertThat(told(here.get("/api/v1/evaluations?criterion=E-03&cadre=" + theirs), theirs))
                .isEqualTo(told(here.get("/api/v1/evaluations?criterion=E-03&cadre=" + never), never));
        assertThat(told(here.get("/api/v1/evaluations?criterion=E-O3&unit=there"), "there"))
                .isEqualTo(told(here.get("/api/v1/evaluations?criterion=E-O3&unit=where"), "where"));
        Answer page = here.get("/api/v1/evaluations?limit=1");
        assertThat(page.json().at("/evaluations/0/id").asString()).isEqualTo(own);
        String next = page.json().path("next").asString();
        assertThat(next).contains(own);
        assertThat(here.get(next).json().at("/evaluations/0/id").asString()).isEqualTo(before);
        assertThat(here.get("/api/v1/evaluations?limit=1&cursor=" + before)
                        .json()
                        .has("next"))
                .isEqualTo(!here.get("/api/v1/evaluations?cursor=" + before)
                        .json()
                        .path("evaluations")
                        .isEmpty());
        assertThat(here.get("/api/v1/evaluations?cursor=" + existing)
                        .json()
                        .at("/evaluations/0/id")
                        .asString())
                .isEqualTo(before);
        assertThat(here.get("/api/v1/evaluations?limit=200")
                        .json()
                        .path("evaluations")
                        .valueStream())
                .allSatisfy(found -> assertThat(found.path("unit").asString()).isEqualTo("here"));
    }

    @Test
    void what_cannot_be_replaced_is_not_told_apart_from_what_never_was() {
        String cadre = cadre();
        String existing = evaluated(there, cadre, "there");
        String never = UUID.randomUUID().toString();

        Answer beside = here.post("/api/v1/evaluations?reason=x&supersedes=" + existing, caseFile(cadre, "here"));
        Answer nothing = here.post("/api/v1/evaluations?reason=x&supersedes=" + never, caseFile(cadre, "here"));
        Answer second = here.evaluate(caseFile(cadre, "here"));

        assertThat(told(beside, existing)).isEqualTo(told(nothing, never)).startsWith("409");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text())
                .doesNotContain(existing)
                .doesNotContain("there")
                .doesNotContain(cadre);
    }

    @Test
    void a_key_is_a_key_of_one_person_only() {
        String cadre = cadre();
        evaluated(there, cadre, "there", "Idempotency-Key", "shared-key");

        Answer same = here.evaluate(caseFile(cadre(), "here"), "Idempotency-Key", "shared-key");

        assertThat(same.status()).isEqualTo(201);
        assertThat(same.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void the_unit_that_was_named_is_all_that_a_refusal_tells() {
        evaluated(there, cadre(), "there");

        Answer known = here.evaluate(caseFile(cadre(), "there"));
        Answer unknown = here.evaluate(caseFile(cadre(), "where"));

        assertThat(told(known, "there")).isEqualTo(told(unknown, "where")).startsWith("403");
    }

    @Test
    void who_moved_is_read_by_the_unit_that_evaluated_them_and_the_others_are_not_named() {
        String cadre = cadre();
        String before = evaluated(there, cadre, "there");
        Answer moved =
                everywhere.post("/api/v1/evaluations?reason=moved&supersedes=" + before, caseFile(cadre, "here"));
        String after = moved.json().path("id").asString();

        Stream.of("", "/explanation").forEach(part -> {
            assertThat(there.get("/api/v1/evaluations/" + before + part).text())
                    .contains("SUPERSEDED")
                    .doesNotContain(after);
            assertThat(here.get("/api/v1/evaluations/" + after + part).text()).doesNotContain(before);
        });
        assertThat(here.get("/api/v1/evaluations?cadre=" + cadre).text())
                .contains(after)
                .doesNotContain(before);
        assertThat(there.get("/api/v1/evaluations/" + after).status()).isEqualTo(404);
        assertThat(there.send(there.request("/api/v1/evaluations/" + before + "/explanation")
                                .header("Accept", "text/html")
                                .GET())
                        .text())
                .contains("took its place")
                .doesNotContain(after);
    }
}
