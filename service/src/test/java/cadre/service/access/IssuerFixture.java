package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A service that knows an issuer of OpenID Connect, which ends with the tests. */
@ServiceTest
@TestPropertySource(
        properties = {
            "cadre.database.url=jdbc:h2:mem:issued;DB_CLOSE_DELAY=-1",
            "cadre.access.oidc.audience=" + TestIssuer.AUDIENCE,
            "cadre.access.oidc.client-id=" + TestIssuer.CLIENT,
            "cadre.access.oidc.client-secret=" + TestIssuer.SECRET,
            "cadre.access.oidc.clock-skew=30s",
            "cadre.access.oidc.keys-believed=1s",
            "cadre.access.oidc.roles-claim=groups",
            "cadre.access.oidc.roles.evaluator=hr-evaluators,hr-heads"
        })
@SuppressWarnings("NullAway.Init")
abstract class IssuerFixture {
    static final TestIssuer ISSUER = TestIssuer.start();
    static final String READ = "/api/v1/evaluations";

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    Api stranger;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("cadre.access.oidc.issuer", ISSUER::address);
    }

    @BeforeEach
    void call() {
        stranger = people.stranger();
    }

    static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:cadre:problem:" + code);
    }

    static String person(String subject) {
        return "oidc:" + Secret.hash(ISSUER.address()).substring(0, 16) + ":" + subject;
    }

    void close(String person) {
        Api administrator = people.as(Role.ADMINISTRATOR);
        Answer closed = administrator.send(administrator
                .request("/api/v1/accounts/" + person)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"roles\":[],\"active\":false}")));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
