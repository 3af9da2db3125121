package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How outcomes are told to people: found, explained as data and as a page. */
class ToldOutcomesTest extends OverHttp {
    private static final String EXAMPLE = Api.example("ecological-incident", "C-http");

    @Test
    void a_total_is_found_with_the_places_it_was_given_with() {
        JsonNode outcome =
                api.evaluate(Api.example("ecological-incident", "C-places")).json();

        Answer found = api.get("/api/v1/evaluations?cadre=C-places");

        assertThat(found.text()).contains("\"total\":" + outcome.path("total").asString() + ",");
    }

    @Test
    void explanations_come_in_both_languages_as_data_and_as_a_page() {
        String path =
                api.evaluate(Api.example("ecological-incident", "C-explained")).header("Location") + "/explanation";

        Answer data = api.get(path);
        Answer page = api.send(api.request(path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "zh-CN")
                .GET());

        assertThat(data.header("Content-Type")).isEqualTo("application/json");
        assertThat(data.text())
                .contains("deducts 5 points")
                .contains("\"standing\":\"CURRENT\"", "\"status\":\"PROPOSED\"", "\"digest\":\"sha256:")
                .contains("2026-01-01 to 2026-12-31");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Language")).isEqualTo("zh");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.text())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"zh-Hans\">")
                .contains("扣5分");
    }

    @Test
    void nothing_reported_becomes_markup_in_a_page() {
        String hostile =
                EXAMPLE.replace("C-http", "C-markup").replaceFirst("\"type\" *: *\"ANNUAL\"", "\"type\": \"ANNUAL\"");
        String first = api.evaluate(hostile).json().path("id").asString();
        String second = api.post(
                        "/api/v1/evaluations?supersedes=" + first
                                + "&reason=%3Cscript%3Ealert(1)%3C/script%3E%20%22%20%27%20%26",
                        hostile)
                .json()
                .path("id")
                .asString();

        String page = api.send(api.request("/api/v1/evaluations/" + second + "/explanation")
                        .header("Accept", "text/html")
                        .GET())
                .text();

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
}
