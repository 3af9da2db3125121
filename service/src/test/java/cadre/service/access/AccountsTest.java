package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts from being made to being closed, tokens from issue to revocation. */
class AccountsTest extends LoginsFixture {
    private Answer put(Api api, String path, String body) {
        return api.send(api.request(path)
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
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
        isProblem(put(administrator, first, "{\"roles\":[\"AUDITOR\"]}"), 403, "own-roles");
        isProblem(put(administrator, first, "{\"roles\":[\"ADMINISTRATOR\",\"AUDITOR\"]}"), 403, "own-roles");
        isProblem(
                put(administrator, first, "{\"roles\":[\"ADMINISTRATOR\"],\"active\":false}"),
                409,
                "last-administrator");
        assertThat(administrator.get(first).json().path("roles").toString()).contains("ADMINISTRATOR");
    }

    @Test
    void who_is_closed_while_they_change_their_password_stays_closed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            for (int round = 0; round < 3; round++) {
                String login = "loop" + round;
                String password = made(login, "[\"AUDITOR\"]");
                Session session = session(login, password);
                Future<Answer> changing =
                        threads.submit(() -> stranger.send(stranger.request("/api/v1/session/password")
                                .header("Content-Type", "application/json")
                                .header("Cookie", session.cookies())
                                .header("X-XSRF-TOKEN", session.csrf())
                                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"present\":\"" + password + "\",\"next\":\"a longer one of my own\"}"))));
                // Once while the old password is compared, once while the new one is hashed, once when that is done.
                Thread.sleep(60L * (round + 1));

                assertThat(put(administrator, ACCOUNTS + "/local:" + login, "{\"roles\":[],\"active\":false}")
                                .status())
                        .isEqualTo(200);

                assertThat(changing.get().status()).isIn(200, 401, 409);
                JsonNode account =
                        administrator.get(ACCOUNTS + "/local:" + login).json();
                assertThat(account.path("active").asBoolean()).isFalse();
                assertThat(account.path("roles")).isEmpty();
                assertThat(account.path("units")).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_administrators_do_to_accounts_is_recorded() {
        made("traced", "[\"AUDITOR\"]");
        put(administrator, ACCOUNTS + "/local:traced", "{\"roles\":[\"EVALUATOR\"]}");
        administrator.post(ACCOUNTS + "/local:traced/password", "");

        assertThat(people.as(Role.AUDITOR)
                        .get("/api/v1/traces?kind=ACCOUNT_CHANGED&person=local:administrator")
                        .json()
                        .path("traces")
                        .valueStream()
                        .map(trace -> trace.path("what").asString())
                        .filter(what -> what.contains("local:traced"))
                        .toList())
                .satisfiesExactly(
                        what -> assertThat(what).startsWith("new password local:traced"),
                        what -> assertThat(what).startsWith("changed local:traced EVALUATOR"),
                        what -> assertThat(what).startsWith("made local:traced AUDITOR units *"));
    }

    @Test
    void only_administrators_look_after_accounts_and_auditors_see_them() {
        Api auditor = people.as(Role.AUDITOR);

        assertThat(auditor.get(ACCOUNTS).status()).isEqualTo(200);
        isProblem(auditor.post(ACCOUNTS, "{\"login\":\"x\"}"), 403, "not-allowed");
        isProblem(people.as(Role.EVALUATOR).get(ACCOUNTS), 403, "not-allowed");
    }
}
