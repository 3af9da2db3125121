package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Accounts from being made to being closed, sessions from login to logout, tokens from issue to revocation. */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:logins;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
class LoginsTest {
    private static final String ACCOUNTS = "/api/v1/accounts";

    @Autowired
    private People people;

    private Api administrator;
    private Api stranger;

    @BeforeEach
    void call() {
        administrator = people.as(Role.ADMINISTRATOR);
        stranger = people.stranger();
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:cadre:problem:" + code);
    }

    /** Makes an account and gives its password. */
    private String made(String login, String roles) {
        Answer answer = administrator.post(
                ACCOUNTS, "{\"login\":\"%s\",\"roles\":%s,\"units\":[\"*\"]}".formatted(login, roles));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("password").asString();
    }

    private Answer login(String login, String password) {
        return stranger.post(
                "/api/v1/session", Api.JSON.writeValueAsString(Map.of("login", login, "password", password)));
    }

    /** A browser's session: the cookies of an answer, and what changes repeat. */
    private record Session(String cookies, String csrf) {
        static Session of(Answer answer) {
            Map<String, String> cookies = answer.response().headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            return new Session(
                    "CADRE_SESSION=" + cookies.get("CADRE_SESSION"), String.valueOf(cookies.get("XSRF-TOKEN")));
        }
    }

    private Session session(String login, String password) {
        Answer answer = login(login, password);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return Session.of(answer);
    }

    private Answer get(Session session, String path) {
        return stranger.send(
                stranger.request(path).header("Cookie", session.cookies()).GET());
    }

    private Answer post(Session session, String path, String body, String... more) {
        String[] headers = new String[more.length + 4];
        headers[0] = "Cookie";
        headers[1] = session.cookies();
        headers[2] = "X-XSRF-TOKEN";
        headers[3] = session.csrf();
        System.arraycopy(more, 0, headers, 4, more.length);
        return stranger.post(path, body, headers);
    }

    private Answer put(Api api, String path, String body) {
        return api.send(api.request(path)
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

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
        assertThat(post(one, path, example, "Origin", stranger.base(), "Sec-Fetch-Site", "same-origin")
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
    void everything_wrong_with_an_account_is_told_at_once() {
        Answer answer = administrator.post(
                ACCOUNTS,
                "{\"login\":\"No Login\",\"roles\":[\"CADRE\",\"KING\"],\"units\":[\"U-nowhere\"],\"active\":1,\"rolls\":[]}");

        isProblem(answer, 400, "several");
        assertThat(answer.json()
                        .path("problems")
                        .valueStream()
                        .map(one -> one.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "unknown-member", "bad-login", "unknown-role", "unknown-unit", "cadre-needed", "member-type");
        assertThat(administrator.get(ACCOUNTS).text()).doesNotContain("No Login");
    }

    @Test
    void a_login_is_never_given_to_another() {
        made("wu", "[]");
        put(administrator, ACCOUNTS + "/local:wu", "{\"active\":false}");

        isProblem(administrator.post(ACCOUNTS, "{\"login\":\"wu\"}"), 409, "login-taken");
    }

    @Test
    void a_closed_account_loses_sessions_and_tokens_at_once_and_does_not_get_them_back() {
        String password = made("zheng", "[\"AUDITOR\"]");
        Session session = session("zheng", password);
        Api token = token(session, "AUDITOR");
        assertThat(token.get("/api/v1/editions").status()).isEqualTo(200);

        assertThat(put(administrator, ACCOUNTS + "/local:zheng", "{\"roles\":[\"AUDITOR\"],\"active\":false}")
                        .status())
                .isEqualTo(200);

        isProblem(token.get("/api/v1/editions"), 401, "bad-token");
        isProblem(get(session, "/api/v1/editions"), 401, "unauthenticated");
        isProblem(login("zheng", password), 401, "login-refused");
        put(administrator, ACCOUNTS + "/local:zheng", "{\"roles\":[\"AUDITOR\"],\"active\":true}");
        isProblem(token.get("/api/v1/editions"), 401, "bad-token");
        isProblem(get(session, "/api/v1/editions"), 401, "unauthenticated");
        assertThat(login("zheng", password).status()).isEqualTo(201);
    }

    private Api token(Session session, String role) {
        Answer issued = post(session, "/api/v1/tokens", "{\"name\":\"for a test\",\"roles\":[\"" + role + "\"]}");
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        return new Api(stranger.base(), issued.json().path("token").asString());
    }

    @Test
    void people_manage_their_own_tokens_and_administrators_revoke_any() {
        Session session = session("feng", made("feng", "[\"AUDITOR\",\"REVIEWER\"]"));
        Api first = token(session, "AUDITOR");
        Api second = token(session, "REVIEWER");
        String firstId = TokenText.read(first.token()).orElseThrow().id();
        String secondId = TokenText.read(second.token()).orElseThrow().id();

        assertThat(first.get("/api/v1/tokens").text())
                .contains(firstId, secondId)
                .doesNotContain(first.token());
        isProblem(
                people.as(Role.EVALUATOR)
                        .send(people.as(Role.EVALUATOR)
                                .request("/api/v1/tokens/" + firstId)
                                .DELETE()),
                404,
                "no-such-token");
        assertThat(first.send(first.request("/api/v1/tokens/" + firstId).DELETE())
                        .status())
                .isEqualTo(204);
        isProblem(first.get("/api/v1/tokens"), 401, "bad-token");
        assertThat(administrator
                        .send(administrator
                                .request("/api/v1/tokens/" + secondId)
                                .DELETE())
                        .status())
                .isEqualTo(204);
        isProblem(second.get("/api/v1/tokens"), 401, "bad-token");
    }

    @Test
    void a_token_makes_no_token_and_lends_no_role_that_its_owner_lacks() {
        Session session = session("chen", made("chen", "[\"AUDITOR\"]"));

        isProblem(
                token(session, "AUDITOR").post("/api/v1/tokens", "{\"name\":\"more\",\"roles\":[\"AUDITOR\"]}"),
                403,
                "session-needed");
        Answer wrong = post(session, "/api/v1/tokens", "{\"roles\":[\"EVALUATOR\"],\"days\":1000}");
        assertThat(wrong.json()
                        .path("problems")
                        .valueStream()
                        .map(one -> one.path("code").asString()))
                .containsExactlyInAnyOrder("token-name", "token-roles", "token-lasts");
    }

    @Test
    void people_change_their_own_password_and_their_other_sessions_end() {
        String password = made("chu", "[\"AUDITOR\"]");
        Session here = session("chu", password);
        Session there = session("chu", password);

        Answer changed = stranger.send(stranger.request("/api/v1/session/password")
                .header("Content-Type", "application/json")
                .header("Cookie", here.cookies())
                .header("X-XSRF-TOKEN", here.csrf())
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"present\":\"" + password + "\",\"next\":\"a longer one of my own\"}")));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(get(Session.of(changed), "/api/v1/session").status()).isEqualTo(200);
        isProblem(get(there, "/api/v1/session"), 401, "unauthenticated");
        isProblem(login("chu", password), 401, "login-refused");
        assertThat(login("chu", "a longer one of my own").status()).isEqualTo(201);
    }

    @Test
    void a_password_reset_ends_sessions_and_is_told_once() {
        String password = made("wei", "[\"AUDITOR\"]");
        Session session = session("wei", password);

        String next = administrator
                .post(ACCOUNTS + "/local:wei/password", "")
                .json()
                .path("password")
                .asString();

        isProblem(get(session, "/api/v1/session"), 401, "unauthenticated");
        isProblem(login("wei", password), 401, "login-refused");
        assertThat(login("wei", next).status()).isEqualTo(201);
        assertThat(administrator.get(ACCOUNTS + "/local:wei").text()).doesNotContain("password");
    }

    @Test
    void the_last_administrator_stays() {
        made("second", "[\"ADMINISTRATOR\"]");
        String first = ACCOUNTS + "/local:administrator";
        String second = ACCOUNTS + "/local:second";

        assertThat(put(administrator, second, "{\"active\":false}").status()).isEqualTo(200);
        isProblem(put(administrator, first, "{\"roles\":[\"AUDITOR\"]}"), 409, "last-administrator");
        isProblem(
                put(administrator, first, "{\"roles\":[\"ADMINISTRATOR\"],\"active\":false}"),
                409,
                "last-administrator");
        assertThat(administrator.get(first).json().path("roles").toString()).contains("ADMINISTRATOR");
    }

    @Test
    void only_administrators_look_after_accounts_and_auditors_see_them() {
        Api auditor = people.as(Role.AUDITOR);

        assertThat(auditor.get(ACCOUNTS).status()).isEqualTo(200);
        isProblem(auditor.post(ACCOUNTS, "{\"login\":\"x\"}"), 403, "not-allowed");
        isProblem(people.as(Role.EVALUATOR).get(ACCOUNTS), 403, "not-allowed");
    }

    @Test
    void who_guesses_is_slowed_down_and_others_still_get_in() {
        String password = made("jiang", "[\"AUDITOR\"]");
        String others = made("shen", "[\"AUDITOR\"]");
        List<Integer> statuses = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> login("jiang", "guess number " + n).status())
                .toList();

        assertThat(statuses).startsWith(401, 401, 401, 401).endsWith(429, 429);
        Answer right = login("jiang", password);
        isProblem(right, 429, "login-throttled");
        assertThat(Integer.parseInt(right.header("Retry-After"))).isPositive();
        assertThat(login("shen", others).status()).isEqualTo(201);
    }

    @Test
    void every_answer_carries_the_headers_that_protect_browsers() {
        Answer answer = stranger.get("/actuator/health");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }
}
