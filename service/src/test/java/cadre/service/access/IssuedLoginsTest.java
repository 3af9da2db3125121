package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** People whom another issuer vouches for and who log in there. */
class IssuedLoginsTest extends IssuerFixture {
    private static Map<String, String> cookies(Answer answer) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> other));
    }

    /** The address with which the issuer sends a person back who has logged in there. */
    private static String atTheIssuer(String name, String address) {
        Answer back = new Api(ISSUER.address())
                .send(HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", basic(name, name))
                        .GET());
        assertThat(back.status()).as(back.text()).isEqualTo(302);
        return back.header("Location");
    }

    private Answer begin(String next) {
        Answer begun = stranger.get("/login/begin/oidc?next=" + next);
        assertThat(begun.status()).as(begun.text()).isEqualTo(302);
        return begun;
    }

    private Answer comeBack(String address, Map<String, String> cookies) {
        return stranger.send(HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html")
                .header("Cookie", "CADRE_LOGIN=" + cookies.getOrDefault("CADRE_LOGIN", ""))
                .GET());
    }

    private Answer login(String name) {
        Answer begun = begin("/api/v1/evaluations");
        return comeBack(atTheIssuer(name, begun.header("Location")), cookies(begun));
    }

    @Test
    void people_log_in_at_the_issuer_and_read_in_a_session_of_this_service() {
        Answer stored = people.as(Role.EVALUATOR).evaluate(Api.example("strong-county-head", "C-login"));
        String wanted = stored.header("Location");
        Answer page = stranger.send(stranger.request("/login?next=" + wanted).GET());
        assertThat(page.text()).contains("<a href=\"/login/begin/oidc?next=" + wanted.replace("/", "%2F"));

        Answer begun = begin(wanted);
        assertThat(URLDecoder.decode(begun.header("Location"), StandardCharsets.UTF_8))
                .startsWith(ISSUER.address())
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid");
        Answer back = comeBack(atTheIssuer("chen", begun.header("Location")), cookies(begun));

        assertThat(back.status()).as(back.text()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo(wanted);
        assertThat(back.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("CADRE_LOGIN=;") && cookie.contains("Max-Age=0"))
                .noneMatch(cookie -> cookie.contains("JSESSIONID"));
        String session = "CADRE_SESSION=" + cookies(back).get("CADRE_SESSION");
        Answer read =
                stranger.send(stranger.request(wanted).header("Cookie", session).GET());
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(stranger.send(stranger.request("/api/v1/session")
                                .header("Cookie", session)
                                .GET())
                        .json()
                        .path("person")
                        .asString())
                .isEqualTo(person("chen"));

        close(person("chen"));

        isProblem(
                stranger.send(stranger.request(wanted).header("Cookie", session).GET()), 401, "unauthenticated");
        Answer again = login("chen");
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.text()).contains("Your account here is closed");
        assertThat(cookies(again)).doesNotContainKey("CADRE_SESSION");
    }

    @Test
    void who_has_no_role_is_told_so_and_gets_no_session() {
        Answer refused = login("guest");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("You have no role here");
        assertThat(cookies(refused)).doesNotContainKey("CADRE_SESSION");
    }

    @Test
    void an_answer_of_the_issuer_is_taken_only_once_and_from_the_browser_that_asked() {
        Answer begun = begin("/");
        String back = atTheIssuer("gone", begun.header("Location"));
        Map<String, String> other = cookies(begin("/"));

        assertThat(comeBack(back, Map.of()).status()).isEqualTo(401);
        assertThat(comeBack(back, other).status()).isEqualTo(401);
        assertThat(comeBack(back.replaceFirst("code=[^&]*", "code=made-up"), cookies(begun))
                        .status())
                .isEqualTo(401);
        assertThat(comeBack(back, cookies(begun)).status()).isEqualTo(303);
        assertThat(comeBack(back, cookies(begun)).status()).isEqualTo(401);
    }

    @Test
    void after_a_login_at_the_issuer_nobody_is_sent_elsewhere() {
        Answer begun = begin("https://elsewhere.example");

        assertThat(comeBack(atTheIssuer("gone", begun.header("Location")), cookies(begun))
                        .header("Location"))
                .isEqualTo("/");
    }
}
