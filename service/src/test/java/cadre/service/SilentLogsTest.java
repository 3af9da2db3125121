package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.access.People;
import cadre.service.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whatever is sent, and however it fails, logs and metrics hold nothing of a person and no secret. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {"cadre.database.url=jdbc:h2:mem:silent;DB_CLOSE_DELAY=-1", "logging.level.cadre=info"})
@SuppressWarnings("NullAway.Init")
class SilentLogsTest {
    private static final String MARK = "MARKED";

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void logs_and_metrics_hold_nothing_of_a_person_and_no_secret(CapturedOutput output) {
        Api api = people.as(Role.EVALUATOR, Role.AUDITOR);
        String file = Api.example("ecological-incident", "C-" + MARK).replace("\"N-", "\"" + MARK + "-");
        String path = api.evaluate(file, "Idempotency-Key", MARK).header("Location");

        List<Integer> refused = List.of(
                api.evaluate(file).status(),
                api.evaluate("{\"" + MARK + "\": \"" + MARK).status(),
                api.evaluate(file.replace("\"C-", "\"\\u0000")).status(),
                api.get("/api/v1/evaluations?cadre=" + MARK + "&" + MARK + "=1").status(),
                api.get("/api/v1/evaluations/" + MARK).status(),
                api.get("/api/v1/" + MARK + "?" + MARK).status(),
                api.get("/api/v1/traces?kind=" + MARK).status(),
                new Api(api.base(), "cadre_" + MARK).get(path).status(),
                people.stranger().get("/" + MARK).status());
        List<Integer> failed = new java.util.ArrayList<>();
        failed.add(api.evaluate(Api.example("ecological-incident", Objection.CADRE))
                .status());
        jdbc.sql("alter table trace rename to trace_away").update();
        try {
            failed.add(api.get(path + "?why=" + MARK).status());
            failed.add(api.get("/api/v1/evaluations?cadre=C-" + MARK).status());
            failed.add(api.get("/api/v1/evaluations/" + java.util.UUID.randomUUID() + "?why=" + MARK)
                    .status());
        } finally {
            jdbc.sql("alter table trace_away rename to trace").update();
        }
        jdbc.sql("alter table evaluation add constraint refuses check (total > 1000) nocheck")
                .update();
        failed.add(api.evaluate(Api.example("ecological-incident", "C-new-" + MARK))
                .status());
        String metrics =
                people.as(Role.ADMINISTRATOR).get("/actuator/prometheus").text();

        assertThat(refused).allMatch(status -> status >= 400 && status < 500);
        assertThat(failed).containsExactly(500, 500, 500, 404, 500);
        assertThat(metrics)
                .contains("http_server_requests")
                .doesNotContain(MARK)
                .doesNotContain(Objection.CADRE);
        assertThat(output.getAll())
                .contains("Rejections")
                .doesNotContain(MARK)
                .doesNotContain(Objection.CADRE)
                .doesNotContain(api.token());
    }
}
