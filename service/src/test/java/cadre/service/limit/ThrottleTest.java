package cadre.service.limit;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.LoginAttempts;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whoever asks for more than their share is told when to come again, and is let in again. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
@TestPropertySource(
        properties = {
            "cadre.database.url=jdbc:h2:mem:throttle;DB_CLOSE_DELAY=-1",
            "cadre.limit.caller-at-once=2",
            "cadre.limit.body=2KB"
        })
class ThrottleTest {
    @Autowired
    private People people;

    private Api api = new Api("");

    @BeforeEach
    void call() {
        api = people.as(Role.EVALUATOR, Role.ADMINISTRATOR);
    }

    @Test
    void a_third_request_beside_two_that_are_in_hand_is_refused_until_one_of_them_ends() throws IOException {
        try (Socket one = unfinished();
                Socket two = unfinished()) {
            Answer refused = Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> api.get("/api/v1/editions"), answer -> answer.status() == 429);

            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.json().path("type").asString()).isEqualTo("urn:cadre:problem:too-many-requests");
            assertThat(api.get("/actuator/health").status()).isEqualTo(200);
            assertThat(one.isClosed() || two.isClosed()).isFalse();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/api/v1/editions").status() == 200);
    }

    @Test
    void whoever_keeps_forty_bodies_back_keeps_nobody_else_out() throws IOException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                held.add(unfinished());
                held.add(unfinished(people.stranger()));
            }
            try (LoginAttempts another =
                    new LoginAttempts(URI.create(api.base()).getPort(), 3, 1)) {
                assertThat(another.log("nobody", "wrong").status()).isEqualTo(401);
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    /** A request that has a thread and waits for the rest of its body. */
    private Socket unfinished() throws IOException {
        return unfinished(api);
    }

    private static Socket unfinished(Api api) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(api.base()).getPort());
        OutputStream out = socket.getOutputStream();
        StringBuilder head = new StringBuilder("POST /api/v1/evaluations HTTP/1.1\r\nHost: here\r\n");
        HttpRequest asked = api.request("/api/v1/evaluations").build();
        asked.headers()
                .map()
                .forEach((name, values) ->
                        head.append(name).append(": ").append(values.get(0)).append("\r\n"));
        head.append("Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    @Test
    void a_long_body_is_refused_whether_or_not_its_length_is_announced() {
        String body = "{\"code\":\"U\",\"name\":\"" + "n".repeat(3000) + "\"}";

        Answer announced = api.post("/api/v1/units", body);
        Answer chunked = api.send(api.request("/api/v1/units")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));

        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.json().path("type").asString()).isEqualTo("urn:cadre:problem:body-too-large");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.response().body()).isEqualTo(announced.response().body());
    }
}
