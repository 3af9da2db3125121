package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the service says about itself: its interface, its editions, its health. */
class DescribedServiceTest extends OverHttp {
    @Test
    void the_api_describes_itself_with_examples() {
        JsonNode paths = api.get("/v3/api-docs").json().path("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/evaluations",
                        "/api/v1/evaluations/preview",
                        "/api/v1/evaluations/{id}",
                        "/api/v1/evaluations/{id}/explanation",
                        "/api/v1/evaluations/{id}/replay",
                        "/api/v1/editions",
                        "/api/v1/editions/{edition}/criteria");
        JsonNode post = paths.path("/api/v1/evaluations").path("post");
        JsonNode examples = post.path("requestBody")
                .path("content")
                .path("application/json")
                .path("examples");
        assertThat(examples.propertyNames()).contains("strong-county-head");
        assertThat(post.path("responses").propertyNames()).contains("201", "400", "409", "413", "415", "422");
        assertThat(post.at("/responses/201/content/application~1json/examples").toString())
                .contains("\"firings\"");
        assertThat(api.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @Test
    void every_operation_tells_the_problems_that_it_answers_with() {
        JsonNode paths = api.get("/v3/api-docs").json().path("paths");

        paths.propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    JsonNode responses = operation.getValue().path("responses");
                    assertThat(responses.propertyNames()).as(path.getKey()).contains("401", "403", "429", "503");
                    if (path.getKey().contains("{")) {
                        assertThat(responses.has("404")).as(path.getKey()).isTrue();
                    }
                    if (operation.getValue().has("requestBody")) {
                        assertThat(responses.propertyNames()).as(path.getKey()).contains("400", "413", "415");
                    }
                }));
        assertThat(paths.at("/~1api~1v1~1impacts/post/responses").propertyNames())
                .contains("202", "400", "404", "422")
                .doesNotContain("200");
        assertThat(paths.at("/~1api~1v1~1tokens~1{id}/delete/responses").propertyNames())
                .contains("204")
                .doesNotContain("200");
        assertThat(paths.at("/~1api~1v1~1releases/post/requestBody/content").propertyNames())
                .contains("application/zip");
        assertThat(api.get("/v3/api-docs")
                        .json()
                        .at("/components/securitySchemes/token/scheme")
                        .asString())
                .isEqualTo("bearer");
        assertThat(paths.at("/~1api~1v1~1releases~1{digest}~1approve/post/responses")
                        .propertyNames())
                .contains("403", "409");
    }

    @Test
    void the_example_in_the_description_is_accepted_as_it_stands() {
        JsonNode caseFile = api.get("/v3/api-docs")
                .json()
                .at("/paths/~1api~1v1~1evaluations~1preview/post/requestBody/content/application~1json/examples")
                .path("stopped-by-a-gate")
                .path("value");

        Answer answer = api.post("/api/v1/evaluations/preview", caseFile.toString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("grade").asString()).isEqualTo("INCOMPETENT");
    }

    @Test
    void editions_list_their_criteria() {
        JsonNode editions = api.get("/api/v1/editions").json().path("editions");
        JsonNode edition = editions.path(1);
        JsonNode criteria = api.get(
                        "/api/v1/editions/" + edition.path("edition").asString() + "/criteria")
                .json();

        assertThat(editions.valueStream().map(each -> each.path("edition").asString()))
                .startsWith("2025", "2026");
        assertThat(criteria.path("digest")).isEqualTo(edition.path("digest"));
        JsonNode incident = criteria.path("criteria")
                .valueStream()
                .filter(criterion -> criterion.path("id").asString().equals("E-03"))
                .findFirst()
                .orElseThrow();
        assertThat(incident.path("title").path("zh").asString()).isNotBlank();
        assertThat(incident.path("text").asString()).startsWith("rule \"E-03");
        assertThat(incident.path("parameters")
                        .path(0)
                        .path("values")
                        .path(0)
                        .path("value")
                        .asString())
                .isNotBlank();
    }

    @Test
    void health_and_metrics_are_told() {
        api.post("/api/v1/evaluations/preview", EXAMPLE);
        api.post("/api/v1/evaluations/preview", "{}");

        assertThat(api.get("/actuator/health").json().path("status").asString()).isEqualTo("UP");
        assertThat(api.get("/actuator/health/readiness").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(api.get("/actuator/prometheus").text())
                .contains("cadre_evaluations_total{edition=\"2026\",kind=\"preview\"}")
                .contains("cadre_firings_total{criterion=\"E-03\",edition=\"2026\"}")
                .contains("cadre_evaluation_duration_seconds_count")
                .contains("cadre_refusals_total{code=\"document\"}")
                .contains("cadre_disputes_total 0.0");
    }
}
