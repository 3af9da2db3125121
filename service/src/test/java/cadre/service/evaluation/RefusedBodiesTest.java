package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is no case file: every mistake in one problem, never a failure of the service. */
class RefusedBodiesTest extends OverHttp {
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
}
