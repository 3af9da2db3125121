package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions from login to logout, by programs and by browsers. */
class LoginsTest extends LoginsFixture {
    @Test
    void who_was_given_an_account_logs_in_works_and_logs_out() {
        Answer begun = login("wang", made("wang", "[\"EVALUATOR\"]"));
        Session session = Session.of(begun);

        assertThat(begun.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("CADRE_SESSION=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(begun.json().path("csrf").asString()).isEqualTo(session.csrf());
        assertThat(get(session, "/api/v1/session").json().path("person").asString())
                .isEqualTo("local:wang");
        assertThat(post(session, "/api/v1/evaluations", Api.example("strong-county-head", "C-login"))
                        .status())
                .isEqualTo(201);
        Answer end = stranger.send(stranger.request("/api/v1/session")
                .header("Cookie", session.cookies())
                .header("X-XSRF-TOKEN", session.csrf())
                .DELETE());
        assertThat(end.status()).isEqualTo(204);
        isProblem(get(session, "/api/v1/session"), 401, "unauthenticated");
    }

    @Test
    void a_login_is_told_nothing_but_that_it_is_refused() {
        made("li", "[\"AUDITOR\"]");

        Answer wrong = login("li", "wrong wrong wrong");
        Answer unknown = login("nobody", "wrong wrong wrong");

        isProblem(wrong, 401, "login-refused");
        isProblem(unknown, 401, "login-refused");
        assertThat(wrong.text()).isEqualTo(unknown.text());
        isProblem(login("li", "x".repeat(50_000)), 401, "login-refused");
        isProblem(login("", ""), 401, "login-refused");
    }

    @Test
    void a_session_changes_nothing_without_repeating_its_own_csrf_value() {
        Session one = session("zhao", made("zhao", "[\"EVALUATOR\"]"));
        Session other = session("qian", made("qian", "[\"EVALUATOR\"]"));
        String example = Api.example("strong-county-head", "C-csrf");
        String path = "/api/v1/evaluations/preview";

        isProblem(stranger.post(path, example, "Cookie", one.cookies()), 403, "csrf");
        isProblem(stranger.post(path, example, "Cookie", one.cookies(), "X-XSRF-TOKEN", other.csrf()), 403, "csrf");
        isProblem(post(one, path, example, "Sec-Fetch-Site", "cross-site"), 403, "csrf");
        isProblem(post(one, path, example, "Origin", "https://elsewhere.example"), 403, "csrf");
        isProblem(post(one, path, example, "Origin", stranger.base(), "Sec-Fetch-Site", "cross-site"), 403, "csrf");
        isProblem(post(one, path, example, "Origin", "null"), 403, "csrf");
        assertThat(post(one, path, example, "Origin", stranger.base(), "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
        assertThat(post(one, path, example, "Origin", "null", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_login_is_not_started_by_another_site() {
        isProblem(stranger.post("/login", "login=a&password=b", "Origin", "https://elsewhere.example"), 403, "csrf");
    }

    @Test
    void a_browser_that_is_not_known_gets_the_page_to_log_in_and_comes_back() {
        String password = made("sun", "[\"AUDITOR\"]");
        Answer page = stranger.send(stranger.request("/api/v1/editions?x=%22")
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "zh-CN")
                .GET());

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("<h1>登录</h1>", "value=\"/api/v1/editions?x=%22\"");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        Answer back = form("login=sun&password=" + password + "&next=%2Fapi%2Fv1%2Feditions");
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/api/v1/editions");
        assertThat(get(Session.of(back), "/api/v1/editions").status()).isEqualTo(200);
    }

    private Answer form(String body) {
        return stranger.send(stranger.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/%5C%5Cevil", "%2F%0D%0Aevil", "/a%5Cb"})
    void after_a_login_nobody_is_sent_elsewhere(String next) {
        people.as("goer", Set.of(), null, Role.AUDITOR);

        Answer back = form("login=goer&password=goer&next=" + next.replace("/", "%2F"));

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/");
    }

    @Test
    void the_start_page_says_who_one_is_and_logs_out() {
        Session session = session("zhou", made("zhou", "[\"AUDITOR\"]"));
        Answer page = stranger.send(stranger.request("/")
                .header("Accept", "text/html")
                .header("Cookie", session.cookies())
                .GET());

        assertThat(page.text()).contains("local:zhou", "Auditor", "/swagger-ui.html", session.csrf());
        Answer out = stranger.send(stranger.request("/logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", session.cookies())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=" + session.csrf())));
        assertThat(out.status()).isEqualTo(303);
        isProblem(get(session, "/api/v1/session"), 401, "unauthenticated");
    }

    @Test
    void who_guesses_is_slowed_down_and_others_still_get_in() {
        String password = made("jiang", "[\"AUDITOR\"]");
        String others = made("shen", "[\"AUDITOR\"]");
        List<Integer> statuses = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> login("jiang", "guess number " + n).status())
                .toList();

        assertThat(statuses).startsWith(401, 401, 401, 401).endsWith(429, 429);
        long begin = System.nanoTime();
        Answer right = login("jiang", password);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(HELD_BACK);
        isProblem(right, 429, "login-throttled");
        assertThat(Integer.parseInt(right.header("Retry-After"))).isPositive();
        assertThat(login("shen", others).status()).isEqualTo(201);
    }

    @Test
    void who_guesses_in_a_browser_is_told_to_wait() {
        made("tao", "[\"AUDITOR\"]");

        Answer page = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> form("login=tao&password=guess&next=%2F"))
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(page.text()).contains("role=\"alert\"", "name=\"password\"");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void every_answer_carries_the_headers_that_protect_browsers() {
        Answer answer = stranger.get("/actuator/health");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }
}
