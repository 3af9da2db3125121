package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What an evaluation would have come to with other facts. */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
class WhatIfTest {
    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void call() {
        api = people.as(Role.EVALUATOR);
    }

    @Test
    void facts_that_are_changed_give_both_outcomes_and_where_they_part_and_nothing_is_stored() {
        Answer stored = api.evaluate(Api.example("ecological-incident", "C-what-if"));
        String path = stored.header("Location");
        long rows =
                jdbc.sql("select count(*) from evaluation").query(Long.class).single();
        String without = Api.example("ecological-incident", "C-what-if")
                .replaceFirst("(?s)\"incidents\"\\s*:\\s*\\[[^]]*\\]", "\"incidents\": []");

        Answer same = api.post(path + "/what-if", Api.example("ecological-incident", "C-what-if"));
        Answer other = api.post(path + "/what-if", without);

        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(same.json().path("differences")).isEmpty();
        assertThat(same.json().path("stored")).isEqualTo(same.json().path("changed"));
        JsonNode body = other.json();
        assertThat(body.path("criteriaLost").valueStream().map(JsonNode::asString))
                .contains("E-03");
        assertThat(body.path("differences")
                        .valueStream()
                        .map(difference -> difference.path("pointer").asString()))
                .contains("/total");
        assertThat(body.at("/changed/total").decimalValue())
                .isGreaterThan(body.at("/stored/total").decimalValue());
        assertThat(body.at("/changed/release")).isEqualTo(stored.json().path("release"));
        assertThat(jdbc.sql("select count(*) from evaluation").query(Long.class).single())
                .isEqualTo(rows);
        assertThat(api.get(path).response().body()).isEqualTo(stored.response().body());
    }

    @Test
    void a_changed_case_file_is_read_as_strictly_as_any() {
        String path = api.evaluate(Api.example("ecological-incident", "C-what-if-strict"))
                .header("Location");

        Answer refused = api.post(path + "/what-if", "{ \"cadre\": { \"id\": \"C-1\" }, \"nonsense\": 1 }");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("problems").size()).isGreaterThan(1);
        assertThat(api.post("/api/v1/evaluations/00000000-0000-7000-8000-000000000000/what-if", "{}")
                        .status())
                .isEqualTo(404);
    }
}
