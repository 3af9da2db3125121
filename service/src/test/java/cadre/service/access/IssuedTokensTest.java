package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** People whom another issuer vouches for by its tokens. */
class IssuedTokensTest extends IssuerFixture {
    private Api with(String token) {
        return new Api(stranger.base(), token);
    }

    @Test
    void who_has_a_good_token_acts_with_the_roles_and_units_that_it_tells() {
        Api api = with(TestIssuer.signed(ISSUER.claims("zhang").build(), ISSUER.key()));

        assertThat(api.evaluate(Api.example("strong-county-head", "C-issued")).status())
                .isEqualTo(201);
        assertThat(api.get("/api/v1/session").json().path("person").asString()).isEqualTo(person("zhang"));
        Account account = accounts.find(person("zhang")).orElseThrow();
        assertThat(account.login()).isNull();
        assertThat(account.password()).isNull();
    }

    @Test
    void a_token_that_the_issuer_itself_gave_a_program_is_taken() {
        Answer given = new Api(ISSUER.address())
                .send(HttpRequest.newBuilder(URI.create(ISSUER.address() + "/oauth2/token"))
                        .header("Authorization", basic("batch", "batch"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        Api api = with(given.json().path("access_token").asString());

        assertThat(api.get(READ).status()).isEqualTo(200);
        isProblem(api.evaluate(Api.example("strong-county-head", "C-batch")), 403, "not-allowed");
    }

    @Test
    void units_that_the_token_does_not_tell_are_out_of_reach() {
        Api everywhere = with(TestIssuer.signed(ISSUER.claims("far").build(), ISSUER.key()));
        Answer stored = everywhere.evaluate(Api.example("strong-county-head", "C-far"));
        Api nowhere = with(TestIssuer.signed(
                ISSUER.claims("near").claim("units", List.of("nowhere")).build(), ISSUER.key()));

        assertThat(nowhere.get(stored.header("Location")).status()).isEqualTo(404);
    }

    static Stream<Arguments> worthless() {
        RSAKey key = ISSUER.key();
        Instant now = Instant.now();
        JWTClaimsSet good = ISSUER.claims("forger").build();
        return Stream.of(
                Arguments.of(
                        "expired",
                        TestIssuer.signed(
                                ISSUER.claims("forger")
                                        .expirationTime(Date.from(now.minusSeconds(31)))
                                        .build(),
                                key)),
                Arguments.of(
                        "not yet valid",
                        TestIssuer.signed(
                                ISSUER.claims("forger")
                                        .notBeforeTime(Date.from(now.plusSeconds(120)))
                                        .build(),
                                key)),
                Arguments.of(
                        "for ever",
                        TestIssuer.signed(
                                ISSUER.claims("forger").expirationTime(null).build(), key)),
                Arguments.of(
                        "another audience",
                        TestIssuer.signed(
                                ISSUER.claims("forger").audience("payroll").build(), key)),
                Arguments.of(
                        "no audience",
                        TestIssuer.signed(
                                ISSUER.claims("forger").audience((String) null).build(), key)),
                Arguments.of(
                        "another issuer",
                        TestIssuer.signed(
                                ISSUER.claims("forger")
                                        .issuer("https://elsewhere.example")
                                        .build(),
                                key)),
                Arguments.of(
                        "no subject",
                        TestIssuer.signed(ISSUER.claims("forger").subject(null).build(), key)),
                Arguments.of("alg: none", TestIssuer.unsigned(good)),
                Arguments.of("HS256 with the public key", TestIssuer.signedWithThePublicKey(good, key)),
                Arguments.of("unknown kid", TestIssuer.signed(good, TestIssuer.newKey())),
                Arguments.of(
                        "another key under a known kid",
                        TestIssuer.signed(
                                good,
                                new RSAKey.Builder(TestIssuer.newKey())
                                        .keyID(key.getKeyID())
                                        .build())),
                Arguments.of("made for logging out", TestIssuer.signed(good, key, JWSAlgorithm.RS256, "logout+jwt")),
                Arguments.of(
                        "changed after signing",
                        TestIssuer.signed(good, key)
                                .replaceFirst(
                                        "\\..*\\.",
                                        "."
                                                + TestIssuer.unsigned(ISSUER.claims("admin")
                                                                .build())
                                                        .split("\\.", -1)[1]
                                                + ".")),
                Arguments.of("no token", "eyJhbGciOiJSUzI1NiJ9.e30.AA"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worthless")
    void a_token_that_proves_nothing_is_refused(String why, String token) {
        isProblem(with(token).get(READ), 401, "bad-token");
        assertThat(accounts.find(person("forger"))).as(why).isEmpty();
    }

    @Test
    void an_expired_token_is_taken_for_as_long_as_clocks_may_differ() {
        String late = TestIssuer.signed(
                ISSUER.claims("late")
                        .expirationTime(Date.from(Instant.now().minusSeconds(5)))
                        .build(),
                ISSUER.key());

        assertThat(with(late).get(READ).status()).isEqualTo(200);
    }

    @Test
    void the_token_of_who_was_closed_out_here_is_refused_at_once() {
        Api leaver = with(TestIssuer.signed(ISSUER.claims("leaver").build(), ISSUER.key()));
        assertThat(leaver.get(READ).status()).isEqualTo(200);

        close(person("leaver"));

        isProblem(leaver.get(READ), 401, "bad-token");
    }

    @Test
    void who_has_no_role_is_known_and_may_do_nothing() {
        Api guest = with(TestIssuer.signed(
                ISSUER.claims("visitor").claim("groups", List.of("canteen")).build(), ISSUER.key()));

        isProblem(guest.get(READ), 403, "not-allowed");
        isProblem(guest.get("/api/v1/session"), 403, "not-allowed");
    }

    @Test
    void nobody_at_the_issuer_can_be_taken_for_somebody_who_logs_in_here() {
        people.as("root", Set.of("*"), null, Role.ADMINISTRATOR);
        for (String subject : List.of("root", "local:root", "/../local:root", "sha256-" + "0".repeat(64))) {
            Api api = with(TestIssuer.signed(ISSUER.claims(subject).build(), ISSUER.key()));

            assertThat(api.get("/api/v1/session").json().path("person").asString())
                    .startsWith("oidc:")
                    .matches("[A-Za-z0-9:._-]+");
            isProblem(api.get("/api/v1/accounts"), 403, "not-allowed");
        }
    }

    @Test
    void keys_are_exchanged_without_a_restart_and_what_is_withdrawn_is_refused() {
        RSAKey old = ISSUER.key();
        RSAKey next = TestIssuer.newKey();
        Api before = with(TestIssuer.signed(ISSUER.claims("keeper").build(), old));
        Api after = with(TestIssuer.signed(ISSUER.claims("keeper").build(), next));
        assertThat(before.get(READ).status()).isEqualTo(200);
        isProblem(after.get(READ), 401, "bad-token");

        ISSUER.publish(next, old);
        await(after, 200);
        assertThat(before.get(READ).status()).isEqualTo(200);

        ISSUER.publish(next);
        await(before, 401);
        isProblem(before.get(READ), 401, "bad-token");
        assertThat(after.get(READ).status()).isEqualTo(200);
    }

    private static void await(Api api, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> api.get(READ).status() == status);
    }
}
