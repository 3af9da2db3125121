package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that asks for what is not there or cannot be meant, down to what is no HTTP. */
class RefusedRequestsTest extends OverHttp {
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
    @ValueSource(strings = {"to=%2B999999999-12-31", "from=-999999999-01-01", "from=%2B10000-01-01"})
    void a_day_that_no_calendar_has_is_refused_in_traces(String query) {
        isProblem(api.get("/api/v1/traces?" + query), 400);
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
                "to=%2B999999999-12-31",
                "cadre=%FF",
                "critrion=E-03",
                "criterion=%00",
                "cadre=%0A"
            })
    void parameters_that_cannot_be_meant_are_refused(String query) {
        isProblem(api.get("/api/v1/evaluations?" + query), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relase=2099", "Supersedes=1", "release=2026&release=2026"})
    void a_misspelt_parameter_is_refused_rather_than_ignored(String query) {
        isProblem(api.post("/api/v1/evaluations?" + query, EXAMPLE), 400);
        isProblem(api.post("/api/v1/evaluations/preview?" + query, EXAMPLE), 400);
    }

    @Test
    void a_code_that_no_release_knows_is_answered_with_the_nearest_one() {
        Answer answer = api.get("/api/v1/evaluations?criterion=E-3");

        isProblem(answer, 400);
        assertThat(answer.text()).contains("E-03");
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
    void a_release_asked_for_must_judge_the_period() {
        assertThat(api.post("/api/v1/evaluations/preview?release=2026.2", EXAMPLE)
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
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(api.base()).getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
