package cadre.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Where it is asked, nobody sees another's result without saying why, and everybody sees their own. */
@ServiceTest
@TestPropertySource(properties = {"cadre.database.url=jdbc:h2:mem:why;DB_CLOSE_DELAY=-1", "cadre.trace.why-asked=true"})
@SuppressWarnings("NullAway.Init")
class WhyAskedTest {
    @Autowired
    private People people;

    @Test
    void others_results_are_shown_only_to_who_says_why() {
        Api evaluator = people.as(Role.EVALUATOR);
        Answer made = evaluator.evaluate(Api.example("strong-county-head", "C-why"));
        String path = made.header("Location");
        Api cadre = people.as("why", Set.of(), "C-why", Role.CADRE);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(evaluator.get(path).status()).isEqualTo(400);
        assertThat(evaluator.get(path).json().path("type").asString()).isEqualTo("urn:cadre:problem:why-asked");
        assertThat(evaluator.get(path + "/explanation").status()).isEqualTo(400);
        assertThat(evaluator.get("/api/v1/evaluations").status()).isEqualTo(400);
        assertThat(evaluator.post(path + "/replay", "").status()).isEqualTo(400);
        assertThat(evaluator.get(path + "?why=%E5%A4%8D%E6%A0%B8").status()).isEqualTo(200);
        assertThat(evaluator.get("/api/v1/evaluations?why=round").status()).isEqualTo(200);
        assertThat(cadre.get(path).status()).isEqualTo(200);
    }
}
