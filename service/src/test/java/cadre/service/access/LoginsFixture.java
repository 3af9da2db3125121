package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** People who have accounts here and log in. */
@ServiceTest
@TestPropertySource(
        properties = {"cadre.database.url=jdbc:h2:mem:logins;DB_CLOSE_DELAY=-1", "cadre.access.held-back=50ms"})
@SuppressWarnings("NullAway.Init")
abstract class LoginsFixture {
    static final Duration HELD_BACK = Duration.ofMillis(50);
    static final String ACCOUNTS = "/api/v1/accounts";

    @Autowired
    People people;

    Api administrator;
    Api stranger;

    @BeforeEach
    void call() {
        administrator = people.as(Role.ADMINISTRATOR);
        stranger = people.stranger();
    }

    static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:cadre:problem:" + code);
    }

    /** Makes an account and gives its password. */
    String made(String login, String roles) {
        Answer answer = administrator.post(
                ACCOUNTS, "{\"login\":\"%s\",\"roles\":%s,\"units\":[\"*\"]}".formatted(login, roles));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("password").asString();
    }

    Answer login(String login, String password) {
        return stranger.post(
                "/api/v1/session", Api.JSON.writeValueAsString(Map.of("login", login, "password", password)));
    }

    /** A browser's session: the cookies of an answer, and what changes repeat. */
    record Session(String cookies, String csrf) {
        static Session of(Answer answer) {
            Map<String, String> cookies = answer.response().headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            return new Session(
                    "CADRE_SESSION=" + cookies.get("CADRE_SESSION"), String.valueOf(cookies.get("XSRF-TOKEN")));
        }
    }

    Session session(String login, String password) {
        Answer answer = login(login, password);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return Session.of(answer);
    }

    Answer get(Session session, String path) {
        return stranger.send(
                stranger.request(path).header("Cookie", session.cookies()).GET());
    }

    Answer post(Session session, String path, String body, String... more) {
        String[] headers = new String[more.length + 4];
        headers[0] = "Cookie";
        headers[1] = session.cookies();
        headers[2] = "X-XSRF-TOKEN";
        headers[3] = session.csrf();
        System.arraycopy(more, 0, headers, 4, more.length);
        return stranger.post(path, body, headers);
    }
}
