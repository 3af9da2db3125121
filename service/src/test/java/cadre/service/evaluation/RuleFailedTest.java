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

/** What happens when a rule concludes what cannot be. */
@ServiceTest
@Import(FaultyRelease.class)
@TestPropertySource(
        properties = {
            "cadre.database.url=jdbc:h2:mem:failed;DB_CLOSE_DELAY=-1",
            "logging.level.cadre=off",
            "cadre.evaluation.reference-sample=0"
        })
@SuppressWarnings("NullAway.Init")
class RuleFailedTest {
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
    void a_rule_that_fails_is_named_and_nothing_is_stored() {
        Answer answer = api.evaluate(Api.example("strong-county-head", FaultyRelease.FAILS));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("criterion").asString()).isEqualTo(FaultyRelease.OVERLOOKED);
        isNotStored(FaultyRelease.FAILS);
    }
}
