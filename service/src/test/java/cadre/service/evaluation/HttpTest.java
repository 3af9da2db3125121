package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What callers see who make mistakes, and how outcomes are told to people. */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
class HttpTest {
    private static final String EXAMPLE = Api.example("ecological-incident", "C-http");

    @LocalServerPort
    private int port;

    private Api api;

    @BeforeEach
    void call() {
        api = new Api("http://127.0.0.1:" + port);
    }

    private static void isProblem(Answer answer, int status) {
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

    static Stream<String> hostile() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "{}",
                "{",
                "\"text\"",
                "NaN",
                EXAMPLE.substring(0, EXAMPLE.length() / 2),
                EXAMPLE + EXAMPLE,
                EXAMPLE.replaceFirst("\"actual\" *: *[0-9.]+", "\"actual\": NaN"),
                EXAMPLE.replaceFirst("\"actual\" *: *[0-9.]+", "\"actual\": 1e999999"),
                EXAMPLE.replaceFirst("\"actual\" *: *[0-9.]+", "\"actual\": -1e-999999999"),
                EXAMPLE.replaceFirst("\"actual\" *: *[0-9.]+", "\"actual\": " + "9".repeat(100_000)),
                EXAMPLE.replaceFirst("\"actual\" *: *[0-9.]+", "\"actual\": " + deep),
                EXAMPLE.replaceFirst("\"actual\" *: *", "\"actual\": 1, \"actual\": "),
                EXAMPLE.replaceFirst("\"C-http\"", "\"C-\\\\u0000\""),
                EXAMPLE.replaceFirst("\"C-http\"", "\"C-\\\\ud800\""),
                EXAMPLE.replaceFirst("\"C-http\"", "\"" + "C".repeat(201) + "\""),
                EXAMPLE.replaceFirst("\"C-http\"", "{\"\": []}"),
                "{\"cadre\":" + deep + "}",
                "\uFEFF\uFEFF" + EXAMPLE,
                "/* */" + EXAMPLE);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void what_is_no_case_file_is_a_bad_request(String body) {
        isProblem(api.evaluate(body), 400);
        isProblem(api.post("/api/v1/evaluations/preview", body), 400);
    }

    @Test
    void bytes_that_are_no_utf8_are_a_bad_request() {
        isProblem(
                api.post("/api/v1/evaluations", EXAMPLE.replace("C-http", "县").getBytes(Charset.forName("GBK"))), 400);
        isProblem(api.post("/api/v1/evaluations", EXAMPLE.getBytes(StandardCharsets.UTF_16)), 400);
    }

    @Test
    void ten_megabytes_are_too_large_and_cost_no_memory() {
        byte[] large = new byte[10 << 20];
        java.util.Arrays.fill(large, (byte) ' ');

        Answer known = api.post("/api/v1/evaluations", large);
        Answer streamed = api.send(api.request("/api/v1/evaluations/preview")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));

        isProblem(known, 413);
        isProblem(streamed, 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=GBK",
                "application/json; charset=nonsense",
                "nonsense",
                "*/*"
            })
    void other_content_types_are_refused(String type) {
        Answer answer = api.send(
                api.request("/api/v1/evaluations").header("Content-Type", type).POST(BodyPublishers.ofString(EXAMPLE)));

        isProblem(answer, 415);
    }

    @Test
    void no_content_type_is_refused() {
        isProblem(api.send(api.request("/api/v1/evaluations").POST(BodyPublishers.ofString(EXAMPLE))), 415);
    }

    @Test
    void compressed_bodies_are_refused() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(EXAMPLE.getBytes(StandardCharsets.UTF_8));
        }

        isProblem(api.post("/api/v1/evaluations", compressed.toByteArray(), "Content-Encoding", "gzip"), 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/api/v1/nowhere",
                "/api/v1/evaluations/no-id",
                "/api/v1/evaluations/00000000-0000-7000-8000-000000000000",
                "/api/v1/evaluations/00000000-0000-7000-8000-000000000000/explanation",
                "/api/v1/evaluations/1-1-1-1-1",
                "/api/v1/evaluations/%00",
                "/api/v1/editions/1999/criteria",
                "/actuator/env"
            })
    void what_is_not_there_is_not_found(String path) {
        Answer answer = api.get(path);

        assertThat(answer.status()).isIn(400, 404);
        isProblem(answer, answer.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=99999999999",
                "limit=0x10",
                "limit=5&limit=6",
                "cadre=A&cadre=B",
                "criterion=X-99",
                "grade=EXELLENT",
                "cursor=x",
                "from=2026-13-01",
                "to=yesterday",
                "from=1/1/27",
                "cadre=%FF",
                "critrion=E-03",
                "criterion=%00",
                "cadre=%0A"
            })
    void parameters_that_cannot_be_meant_are_refused(String query) {
        isProblem(api.get("/api/v1/evaluations?" + query), 400);
    }

    @Test
    void other_methods_are_refused_and_those_offered_are_named() {
        Answer answer = api.send(api.request("/api/v1/evaluations").DELETE());

        isProblem(answer, 405);
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void representations_not_offered_are_refused() {
        isProblem(
                api.send(api.request("/api/v1/editions")
                        .header("Accept", "image/png")
                        .GET()),
                406);
        isProblem(
                api.send(api.request("/api/v1/editions")
                        .header("Accept", "text/html")
                        .GET()),
                406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/evaluations?a=[|] HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "G\u0001T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/v1/evaluations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n"
            })
    void what_the_server_itself_refuses_is_a_problem_too(String request) throws IOException {
        String answer = raw(request);

        assertThat(answer).startsWith("HTTP/1.1 ").containsPattern("(?i)content-type: application/problem\\+json");
        assertThat(answer.substring(9, 12)).matches("4\\d\\d|505");
        assertThat(answer).contains("\"remedy\":");
    }

    @Test
    void headers_too_large_are_a_problem_too() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void ten_mistakes_are_told_in_one_answer_each_with_its_place_and_remedy() {
        String mistaken = """
                { "cadre": { "id": "C-1", "post": "county-head", "level": "COUNTRY", "unit": "U-17", "chief": "yes" },
                  "appraisal": { "type": "YEARLY", "from": "2026-01-01", "to": "2026-02-30" },
                  "sex": "F",
                  "surveys": 5,
                  "incidents": [ { "id": "N-1", "family": "ecological", "severity": "BAD", "on": "soon", "verified": 1 },
                                 { "id": "N-1", "family": "ecological", "severity": "SERIOUS", "on": "2026-05-01" } ] }""";

        Answer answer = api.evaluate(mistaken);

        isProblem(answer, 400);
        List<String> pointers = answer.json()
                .path("problems")
                .valueStream()
                .map(problem -> problem.path("pointer").asString())
                .toList();
        assertThat(pointers)
                .hasSizeGreaterThanOrEqualTo(10)
                .contains(
                        "/cadre/level",
                        "/cadre/chief",
                        "/appraisal/type",
                        "/appraisal/to",
                        "/sex",
                        "/surveys",
                        "/incidents/0/severity",
                        "/incidents/0/on",
                        "/incidents/0/verified",
                        "/incidents/1/id");
    }

    @Test
    void a_body_full_of_mistakes_gets_an_answer_of_bounded_size() {
        StringBuilder body = new StringBuilder("{\"k\":1");
        for (int i = 0; i < 50_000; i++) {
            body.append(",\"k").append(i).append("\":1");
        }

        Answer answer = api.evaluate(body.append('}').toString());

        isProblem(answer, 400);
        assertThat(answer.json().path("problems").size()).isBetween(10, 250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relase=2099", "Supersedes=1", "release=2026&release=2026"})
    void a_misspelt_parameter_is_refused_rather_than_ignored(String query) {
        isProblem(api.post("/api/v1/evaluations?" + query, EXAMPLE), 400);
        isProblem(api.post("/api/v1/evaluations/preview?" + query, EXAMPLE), 400);
    }

    @Test
    void problems_are_told_in_the_callers_language() {
        Answer chinese = api.evaluate("{}", "Accept-Language", "fr, zh-CN;q=0.9, en;q=0.8");
        Answer english = api.evaluate("{}", "Accept-Language", "fr, en;q=0.9, zh;q=0.8");
        Answer other = api.evaluate("{}", "Accept-Language", "fr");

        assertThat(chinese.json().path("title").asString()).isEqualTo("文件不能接受");
        assertThat(chinese.header("Content-Language")).isEqualTo("zh");
        assertThat(chinese.json().path("problems").path(0).path("message").asString())
                .containsPattern("\\p{IsHan}");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(other.json()).isEqualTo(english.json());
    }

    @Test
    void a_release_asked_for_must_judge_the_period() {
        assertThat(api.post("/api/v1/evaluations/preview?release=2026.1", EXAMPLE)
                        .status())
                .isEqualTo(200);
        isProblem(api.post("/api/v1/evaluations?release=2026.9", EXAMPLE), 404);
        isProblem(
                api.post(
                        "/api/v1/evaluations?release=2026",
                        "{\"cadre\":{\"id\":\"C-1\",\"post\":\"county-head\",\"level\":\"COUNTY\",\"unit\":\"U-1\",\"chief\":true,\"probation\":false},"
                                + "\"appraisal\":{\"type\":\"ANNUAL\",\"from\":\"2031-01-01\",\"to\":\"2031-12-31\"}}"),
                422);
    }

    @Test
    void keys_and_reasons_that_cannot_be_kept_are_refused() {
        isProblem(api.evaluate(EXAMPLE, "Idempotency-Key", "k".repeat(201)), 400);
        isProblem(api.evaluate(EXAMPLE, "Idempotency-Key", "two words"), 400);
        isProblem(api.post("/api/v1/evaluations?reason=why", EXAMPLE), 400);
        isProblem(
                api.post(
                        "/api/v1/evaluations?reason=%E2%80%8B&supersedes=00000000-0000-7000-8000-000000000000",
                        EXAMPLE),
                400);
        isProblem(api.post("/api/v1/evaluations?supersedes=00000000-0000-7000-8000-000000000000", EXAMPLE), 400);
        isProblem(api.post("/api/v1/evaluations?supersedes=x&reason=y", EXAMPLE), 400);
        isProblem(
                api.post(
                        "/api/v1/evaluations?reason=" + "r".repeat(1001)
                                + "&supersedes=00000000-0000-7000-8000-000000000000",
                        EXAMPLE),
                400);
    }

    @Test
    void a_code_that_no_release_knows_is_answered_with_the_nearest_one() {
        Answer answer = api.get("/api/v1/evaluations?criterion=E-3");

        isProblem(answer, 400);
        assertThat(answer.text()).contains("E-03");
    }

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

    @Test
    void the_api_describes_itself_with_examples() {
        JsonNode paths = api.get("/v3/api-docs").json().path("paths");

        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
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
