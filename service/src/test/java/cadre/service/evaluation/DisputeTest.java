package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import cadre.service.release.FaultyRelease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What happens when the engine is at fault. */
@ServiceTest
@Import(FaultyRelease.class)
@TestPropertySource(
        properties = {"cadre.database.url=jdbc:h2:mem:dispute;DB_CLOSE_DELAY=-1", "logging.level.cadre=off"})
@SuppressWarnings("NullAway.Init")
class DisputeTest {
    @Autowired
    private People people;

    private Api api;

    @BeforeEach
    void call() {
        api = people.as(Role.EVALUATOR, Role.AUDITOR);
    }

    private void isNotStored(String cadre) {
        assertThat(api.get("/api/v1/evaluations?cadre=" + cadre).json().path("evaluations"))
                .isEmpty();
    }

    @Test
    void an_outcome_the_reference_does_not_come_to_is_not_stored_and_raises_an_alarm() {
        Answer answer = api.evaluate(Api.example("ecological-incident", "C-disputed"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:cadre:problem:disputed");
        isNotStored("C-disputed");
        assertThat(api.get("/actuator/prometheus").text()).contains("cadre_disputes_total 1.0");
    }

    @Test
    void where_the_fault_makes_no_difference_the_outcome_is_stored() {
        Answer answer = api.evaluate(Api.example("strong-county-head", "C-agreed"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
