package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.OutcomeJson;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import cadre.service.Api;
import cadre.service.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
class ReleasesTest {
    @Autowired
    private Releases releases;

    @Autowired
    private ReleaseRecords records;

    @Autowired
    private JdbcClient jdbc;

    private Release carried() {
        return releases.named("2026").orElseThrow();
    }

    /** The carried release as it might have been before: the same sources under another version. */
    private Release earlier(String version) throws Refused {
        Map<String, byte[]> files = new TreeMap<>(carried().sources().files());
        files.computeIfPresent(
                "edition.yaml",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("\"" + carried().edition().version() + "\"", "\"" + version + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        return Release.compile(EditionSources.of(files, new Problems()).orElseThrow());
    }

    @Test
    void the_release_in_force_is_chosen_by_day_type_and_level() {
        assertThat(releases.inForce(LocalDate.of(2026, 12, 31), AppraisalType.ANNUAL, Level.COUNTY))
                .contains(carried());
        assertThat(releases.inForce(LocalDate.of(2025, 12, 31), AppraisalType.ANNUAL, Level.COUNTY))
                .isEqualTo(releases.named("2025"))
                .isPresent();
        assertThat(releases.inForce(LocalDate.of(2024, 12, 31), AppraisalType.ANNUAL, Level.COUNTY))
                .isEmpty();
    }

    @Test
    void a_release_no_longer_carried_is_compiled_from_its_stored_sources() throws Refused {
        Release before = earlier("2026.0");
        int number = records.enter(before);

        Release recalled = releases.ofDigest(before.digest()).orElseThrow();

        assertThat(records.enter(before)).isEqualTo(number);
        assertThat(recalled.edition().version()).isEqualTo("2026.0");
        assertThat(releases.named("2026.0")).isEmpty();
        CaseFile caseFile = CaseFileReader.read(
                        Objects.requireNonNull(JsonDocument.read(
                                Api.example("waived-deduction", "C-1").getBytes(StandardCharsets.UTF_8),
                                new Problems())),
                        recalled.edition(),
                        new Problems())
                .orElseThrow();
        assertThat(OutcomeJson.write(recalled.evaluateTwice(caseFile)))
                .isEqualTo(OutcomeJson.write(before.evaluate(caseFile)));
    }

    @Test
    void stored_sources_that_were_altered_are_not_used() throws Refused {
        Release before = earlier("2026.00");
        records.enter(before);
        jdbc.sql(
                        "update stored_release set sources = (select sources from stored_release where digest = ?) where digest = ?")
                .param(carried().digest())
                .param(before.digest())
                .update();

        assertThatThrownBy(() -> releases.ofDigest(before.digest()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("altered");
    }

    @Test
    void a_digest_never_seen_is_no_release() {
        assertThat(releases.ofDigest("sha256:00")).isEmpty();
    }
}
