package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** One service, called over HTTP by all tests that extend this. */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
abstract class OverHttp {
    static final String EXAMPLE = Api.example("ecological-incident", "C-http");

    @Autowired
    People people;

    Api api;

    @BeforeEach
    void call() {
        api = people.as(Role.EVALUATOR, Role.AUDITOR);
    }

    static void isProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).startsWith("urn:cadre:problem:");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("problems")).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("code").asString()).isNotBlank();
            assertThat(one.has("pointer")).isTrue();
            assertThat(one.path("message").asString()).isNotBlank();
            assertThat(one.path("remedy").asString()).isNotBlank();
        });
    }
}
