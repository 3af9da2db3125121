package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** From a changed rule file to criteria in force, over HTTP, by the people who may. */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:life;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
class LifecycleTest {
    private static final String RELEASES = "/api/v1/releases";

    @Autowired
    private People people;

    @Autowired
    private ReleaseImpacts impacts;

    @Autowired
    private JdbcClient jdbc;

    private Api author;
    private Api submitter;
    private Api approver;

    @BeforeEach
    void call() {
        author = people.as("ann", Set.of("*"), null, Role.POLICY_AUTHOR, Role.POLICY_APPROVER);
        submitter = people.as("sue", Set.of("*"), null, Role.POLICY_AUTHOR, Role.POLICY_APPROVER);
        approver = people.as("bob", Set.of("*"), null, Role.POLICY_APPROVER);
    }

    private static Answer upload(Api api, byte[] archive) {
        return api.send(api.request(RELEASES + "?note=a+note")
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(archive)));
    }

    private static Answer step(Api api, String digest, String step) {
        return api.send(api.request(RELEASES + "/" + digest + "/" + step).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.json().path("type").asString()).as(answer.text()).isEqualTo("urn:cadre:problem:" + code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/problems/0/remedy").asString()).isNotBlank();
    }

    private static String status(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("status").asString();
    }

    /** The digest of the newer criteria that an evaluation tells of, and nothing if it tells of none. */
    private String newer(String evaluation) {
        Answer read = people.as(Role.AUDITOR).get(evaluation);
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        return read.json().at("/newerCriteria/digest").asString("");
    }

    private String builtIn(String edition) {
        return listed(edition)
                .valueStream()
                .filter(release -> release.path("origin").asString().equals("BUILT_IN"))
                .map(release -> release.path("digest").asString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode listed(String edition) {
        return approver.get(RELEASES + "?edition=" + edition).json().path("releases");
    }

    @Test
    void a_changed_edition_comes_into_force_by_others_than_its_author_and_is_rolled_back() {
        byte[] archive = ReleaseArchives.edition(
                "2026-term",
                "2026-term.900",
                "edition.yaml",
                text -> text.replaceFirst("title: \\{ en: ", "title: { en: Revised "));

        Answer created = upload(author, archive);

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String digest = created.json().path("digest").asString();
        assertThat(created.header("Location")).isEqualTo(RELEASES + "/" + digest);
        assertThat(created.json().path("status").asString()).isEqualTo("DRAFT");
        assertThat(created.json().at("/check/casesHolding").asInt()).isPositive();
        assertThat(created.json().at("/steps/0/reason").asString()).isEqualTo("a note");

        Answer again = upload(submitter, archive);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("author")).isEqualTo(created.json().path("author"));

        refused(step(author, digest, "approve"), 409, "release-status");
        assertThat(status(step(submitter, digest, "submit"))).isEqualTo("SUBMITTED");
        refused(step(approver, digest, "approve"), 409, "impact-missing");
        String first = impacts.attach(digest, bytes("{\"first\":1}"), "local:eve", Instant.now(), "everybody");
        String newest = impacts.attach(digest, bytes("{\"second\":2}"), "local:eve", Instant.now(), "everybody");
        refused(step(approver, digest, "approve"), 409, "impact-outdated");
        refused(step(approver, digest, "approve?impact=" + first), 409, "impact-outdated");
        fourEyes(digest, "approve?impact=" + newest);

        Answer approved = step(approver, digest, "approve?impact=" + newest);
        assertThat(status(approved)).isEqualTo("APPROVED");
        assertThat(approved.json().at("/approval/impact").asString()).isEqualTo(newest);
        assertThat(approved.json().at("/approval/approver").asString()).contains("bob");

        fourEyes(digest, "schedule");
        String evaluation = people.as(Role.EVALUATOR)
                .evaluate(Api.example("end-of-term", "C-before"))
                .header("Location");
        assertThat(newer(evaluation)).isEmpty();
        assertThat(status(step(approver, digest, "schedule"))).isEqualTo("IN_FORCE");
        Awaitility.await().untilAsserted(() -> assertThat(newer(evaluation)).isEqualTo(digest));
        String builtIn = builtIn("2026-term");
        assertThat(status(approver.get(RELEASES + "/" + builtIn))).isEqualTo("RETIRED");

        refused(step(approver, builtIn, "roll-back"), 400, "step-reason");
        assertThat(status(step(approver, builtIn, "roll-back?reason=too+hasty")))
                .isEqualTo("IN_FORCE");
        assertThat(status(approver.get(RELEASES + "/" + digest))).isEqualTo("RETIRED");
        Awaitility.await().untilAsserted(() -> assertThat(newer(evaluation)).isEmpty());
        fourEyes(digest, "roll-back?reason=mine");

        Answer difference = approver.get(RELEASES + "/" + builtIn + "/diff/" + digest);
        assertThat(difference.status()).isEqualTo(200);
        assertThat(difference.json().at("/after/version").asString()).isEqualTo("2026-term.900");
        assertThat(difference
                        .json()
                        .path("changes")
                        .valueStream()
                        .map(change -> change.at("/text/zh").asString()))
                .isNotEmpty()
                .doesNotContain("");
    }

    /** Whoever wrote or submitted it is refused, whatever the token; so is an administrator. */
    private void fourEyes(String digest, String step) {
        refused(step(author, digest, step), 403, "four-eyes");
        refused(step(submitter, digest, step), 403, "four-eyes");
        Api otherToken = new Api(author.base(), people.token("ann", Duration.ofHours(1), Role.POLICY_APPROVER));
        assertThat(otherToken.token()).isNotEqualTo(author.token());
        refused(step(otherToken, digest, step), 403, "four-eyes");
        assertThat(step(people.as(Role.ADMINISTRATOR), digest, step).status()).isEqualTo(403);
        assertThat(step(people.as(Role.POLICY_AUTHOR), digest, step).status()).isEqualTo(403);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_edition_that_is_not_sound_is_refused_with_every_problem_in_its_place_and_nothing_is_stored() {
        long rows = jdbc.sql("select count(*) from stored_release")
                .query(Long.class)
                .single();
        byte[] archive = ReleaseArchives.edition(
                "2025",
                "2025.901",
                "performance.drl",
                text -> text.replaceFirst("findings\\.award\\(", "findings.awrad(") + "\nrule \"X-1 No end\"\nwhen\n");

        Answer refused = upload(author, archive);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:cadre:problem:edition-unsound");
        List<JsonNode> problems = refused.json().path("problems").valueStream().toList();
        assertThat(problems).hasSizeGreaterThan(1);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.path("file").asString()).isEqualTo("performance.drl");
            assertThat(problem.path("line").asInt()).isPositive();
            assertThat(problem.path("column").asInt()).isPositive();
            assertThat(problem.path("message").asString()).isNotBlank();
            assertThat(problem.path("remedy").asString()).isNotBlank();
        });
        assertThat(problems)
                .anySatisfy(
                        problem -> assertThat(problem.path("rule").asString()).isNotBlank());
        assertThat(jdbc.sql("select count(*) from stored_release")
                        .query(Long.class)
                        .single())
                .isEqualTo(rows);
        assertThat(listed("2025")
                        .valueStream()
                        .map(release -> release.path("version").asString()))
                .doesNotContain("2025.901");
    }

    @Test
    void what_is_no_archive_is_refused() {
        refused(upload(author, bytes("no archive")), 400, "edition-unsound");
        assertThat(author.post(RELEASES, "{}").status()).isEqualTo(415);
        refused(
                author.send(author.request(RELEASES + "?nota=x")
                        .header("Content-Type", "application/zip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[0]))),
                400,
                "unknown-parameter");
    }

    @Test
    void what_the_program_carries_is_listed_as_approved_when_it_was_built() {
        JsonNode release = listed("2026").get(0);

        assertThat(release.path("origin").asString()).isEqualTo("BUILT_IN");
        assertThat(release.path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(release.at("/approval/approver").asString()).isEqualTo("(build)");
        assertThat(release.has("author")).isFalse();
    }

    @Test
    void gaps_are_told_by_type_level_and_day() {
        List<JsonNode> gaps = approver.get(RELEASES + "/gaps")
                .json()
                .path("gaps")
                .valueStream()
                .toList();

        assertThat(gaps).anySatisfy(gap -> {
            assertThat(gap.path("type").asString()).isEqualTo("ROUTINE");
            assertThat(gap.has("from")).isFalse();
        });
        assertThat(gaps).noneSatisfy(gap -> {
            assertThat(gap.path("type").asString()).isEqualTo("ANNUAL");
            assertThat(gap.path("level").asString()).isEqualTo("COUNTY");
            assertThat(gap.path("from").asString()).isEqualTo("2026-01-01");
        });
    }

    @Test
    void a_release_that_nobody_knows_is_not_there() {
        refused(approver.get(RELEASES + "/sha256:00"), 404, "no-such-digest");
        refused(step(approver, "sha256:00", "approve"), 404, "no-such-digest");
        refused(step(approver, "2026.1", "retire?reason=x"), 404, "no-such-digest");
        refused(approver.get(RELEASES + "/2026.1/diff/2031.7"), 404, "no-such-digest");
    }

    @Test
    void a_time_without_its_offset_is_refused() {
        refused(step(approver, builtIn("2026"), "schedule?effective=2030-01-01"), 400, "effective");
    }

    @Test
    void evaluators_and_strangers_have_no_part_in_it() {
        assertThat(people.as(Role.EVALUATOR).get(RELEASES).status()).isEqualTo(403);
        assertThat(people.stranger().get(RELEASES).status()).isEqualTo(401);
        assertThat(people.as(Role.AUDITOR).get(RELEASES).status()).isEqualTo(200);
        assertThat(upload(approver, new byte[0]).status()).isEqualTo(403);
    }
}
