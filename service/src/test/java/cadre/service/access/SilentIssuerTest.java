package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An issuer that does not answer: the service starts, says so to whom it vouches for, and holds up nobody else. */
@ServiceTest
@TestPropertySource(
        properties = {
            "cadre.database.url=jdbc:h2:mem:silent;DB_CLOSE_DELAY=-1",
            // A port that nobody listens on.
            "cadre.access.oidc.issuer=http://127.0.0.1:1",
            "cadre.access.oidc.audience=" + TestIssuer.AUDIENCE,
            "cadre.access.oidc.client-id=" + TestIssuer.CLIENT
        })
@SuppressWarnings("NullAway.Init")
class SilentIssuerTest {
    private static final String EDITIONS = "/api/v1/editions";

    @Autowired
    private People people;

    @Test
    void its_tokens_are_neither_taken_nor_refused_and_the_service_s_own_are_taken() {
        Api vouched = new Api(
                people.stranger().base(),
                TestIssuer.signed(
                        new JWTClaimsSet.Builder()
                                .issuer("http://127.0.0.1:1")
                                .subject("chen")
                                .build(),
                        TestIssuer.newKey()));

        Answer unknown = vouched.get(EDITIONS);

        assertThat(unknown.status()).as(unknown.text()).isEqualTo(503);
        assertThat(unknown.json().path("type").asString()).isEqualTo("urn:cadre:problem:issuer-unreachable");
        assertThat(unknown.header("Retry-After")).isNotBlank();
        assertThat(people.as(Role.EVALUATOR).get(EDITIONS).status()).isEqualTo(200);
        assertThat(people.stranger().get(EDITIONS).status()).isEqualTo(401);
    }

    @Test
    void a_login_there_is_told_to_be_out_of_order_and_one_here_is_offered() {
        Answer begun = people.stranger()
                .send(people.stranger()
                        .request("/login/begin/oidc?next=/")
                        .header("Accept", "text/html")
                        .GET());

        assertThat(begun.status()).as(begun.text()).isEqualTo(503);
        assertThat(begun.text()).contains("name=\"password\"");
    }
}
