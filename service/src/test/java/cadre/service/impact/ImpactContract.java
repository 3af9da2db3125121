package cadre.service.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.impact.ImpactJson;
import cadre.engine.reference.ReferenceInference;
import cadre.service.Api;
import cadre.service.access.Caller;
import cadre.service.access.Reach;
import cadre.service.access.Role;
import cadre.service.evaluation.Population;
import cadre.service.problem.Rejected;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What impacts over stored evaluations promise, whatever the database. */
abstract class ImpactContract extends ImpactFixture {
    @Test
    void the_matrix_is_what_counting_the_stored_rows_one_by_one_gives() {
        Job job = done(begin(Population.ALL));

        Map<String, Integer> counted = new TreeMap<>();
        BigDecimal shift = BigDecimal.ZERO;
        int refused = 0;
        Evaluator naive = new Evaluator(
                candidate.edition(),
                (day, limits) -> new ReferenceInference(candidate.edition(), day, limits),
                Map.of());
        for (Stored row : rows()) {
            Problems problems = new Problems();
            CaseFile caseFile = CaseFileReader.read(
                            Objects.requireNonNull(JsonDocument.read(row.caseFile(), problems)),
                            candidate.edition(),
                            problems)
                    .orElse(null);
            JsonNode decided = Api.JSON.readTree(row.outcome());
            String after = "refused";
            if (caseFile == null) {
                refused++;
            } else {
                Outcome outcome = naive.evaluate(caseFile);
                after = outcome.grade() + (outcome.status() == Outcome.Status.HELD ? "+held" : "");
                shift = shift.add(outcome.total().subtract(decided.path("total").decimalValue()));
            }
            String before = decided.path("grade").asString()
                    + (decided.path("status").asString().equals("HELD") ? "+held" : "");
            counted.merge(before + " -> " + after, 1, Integer::sum);
        }

        JsonNode impact = report(job).path("impact");
        Map<String, Integer> reported = new TreeMap<>();
        impact.path("all")
                .path("grades")
                .forEach(cell -> reported.put(
                        standing(cell.path("decided")) + " -> " + standing(cell.path("candidate")),
                        cell.path("cases").asInt()));
        assertThat(reported).isEqualTo(counted);
        assertThat(impact.path("shifts").path("sum").decimalValue()).isEqualByComparingTo(shift);
        assertThat(impact.path("all").path("refused").asInt()).isEqualTo(refused);
        assertThat(refused).isBetween(1, CASES - 1);
        assertThat(job.lookedAt()).isEqualTo(rows().size());
    }

    private static String standing(JsonNode node) {
        return node.path("grade").asString() + (node.path("held").asBoolean() ? "+held" : "");
    }

    @Test
    void over_http_a_job_is_begun_watched_and_read_by_those_who_make_criteria() {
        Api author = people.as(Role.POLICY_AUTHOR);
        Api.Answer begun = author.post("/api/v1/impacts", "{\"candidate\":\"" + candidate.digest() + "\"}");

        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        assertThat(begun.json().path("threads").asInt()).isEqualTo(2);
        JsonNode ended = Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> author.get(begun.header("Location")).json(),
                        job -> job.path("status").asString().equals("DONE"));
        Api.Answer report = author.get(begun.header("Location") + "/report");
        assertThat(ImpactJson.digest(report.response().body()))
                .isEqualTo(ended.path("report").asString());
        Api.Answer words = author.send(author.request(begun.header("Location") + "/report")
                .headers("Accept", "text/plain", "Accept-Language", "zh")
                .GET());
        assertThat(words.text()).contains("原评定");
        JsonNode movers = author.get(begun.header("Location") + "/movers").json();
        assertThat(movers.path("within")).isEmpty();
        assertThat(movers.path("all").asInt()).isPositive();
        JsonNode seen = people.as(Role.AUDITOR)
                .get(begun.header("Location") + "/movers?limit=1")
                .json();
        assertThat(seen.path("within")).hasSize(1);
        assertThat(seen.path("within").get(0).path("because")).isNotEmpty();
        assertThat(people.as(Role.AUDITOR).get(seen.path("next").asString()).status())
                .isEqualTo(200);
        assertThat(people.as(Role.EVALUATOR)
                        .get(begun.header("Location") + "/report")
                        .status())
                .isEqualTo(403);
        assertThat(people.as(Role.AUDITOR)
                        .post(begun.header("Location") + "/cancel", "")
                        .status())
                .isEqualTo(403);
        assertThat(author.post(begun.header("Location") + "/cancel", "").status())
                .isEqualTo(409);
        assertThat(author.post(begun.header("Location") + "/resume", "").status())
                .isEqualTo(409);
    }

    @Test
    void a_request_that_cannot_be_carried_out_says_why() {
        Api author = people.as(Role.POLICY_AUTHOR);

        assertThat(refused(author, "{}")).isEqualTo("impact-without-candidate");
        assertThat(refused(author, "{\"candidate\":\"2099\"}")).isEqualTo("no-such-release");
        assertThat(refused(author, "{\"candidate\":\"2026\",\"share\":0}")).isEqualTo("impact-share");
        assertThat(refused(author, "{\"candidate\":\"2026\",\"unit\":\"\"}")).isEqualTo("impact-text");
        assertThat(refused(author, "{\"candidate\":\"2026\",\"grade\":\"GREAT\"}"))
                .isEqualTo("impact-of-nobody");
        assertThat(refused(author, "{\"candidate\":\"2026\",\"from\":\"2026-02-01\",\"to\":\"2026-01-01\"}"))
                .isEqualTo("impact-days");
        assertThat(refused(author, "{\"candidat\":\"2026\"}")).isEqualTo("unknown-member");
        assertThat(author.post("/api/v1/impacts", "{\"candidat\":\"2026\"}").text())
                .contains("candidat", "candidate, edition, from, grade");
        assertThat(author.get("/api/v1/impacts/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(refused(author, "{\"candidate\":\"2026\",\"candidate\":\"2025\"}"))
                .isEqualTo("request");
        assertThat(refused(author, "{\"candidate\":\"2026\",\"from\":5}")).isEqualTo("request");
    }

    private static String refused(Api author, String body) {
        Api.Answer answer = author.post("/api/v1/impacts", body);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        return answer.json().path("type").asString().replace("urn:cadre:problem:", "");
    }

    @Test
    void the_report_is_attached_to_the_release_by_its_digest() {
        Job job = done(begin(Population.ALL));

        byte[] report = impacts.report(job.id());
        assertThat(job.report()).isEqualTo(ImpactJson.digest(report));
        assertThat(attached.report(candidate.digest(), Objects.requireNonNull(job.report())))
                .contains(report);
        assertThat(attached.all(candidate.digest())).anySatisfy(one -> {
            assertThat(one.digest()).isEqualTo(job.report());
            assertThat(one.person()).isEqualTo("author");
            assertThat(one.population()).contains("current evaluations");
        });
        assertThat(new String(report, StandardCharsets.UTF_8)).doesNotContain("\"C-1\"");
        assertThat(impacts.words(job.id(), java.util.Locale.CHINESE)).contains("原评定");
    }

    @Test
    void whoever_takes_a_dead_process_s_job_up_comes_to_the_same_report() {
        Job undisturbed = done(begin(Population.ALL));
        Job job = waiting();

        // A process that dies behind its third commit: its rows are committed, its lease ends.
        Runner dying = runner(3);
        assertThatThrownBy(() -> dying.next(() -> true)).isInstanceOf(Killed.class);
        Job left = impacts.find(job.id());
        assertThat(left.status()).isEqualTo(Job.Status.RUNNING);
        assertThat(left.lookedAt()).isEqualTo(3 * 7);
        endLease(job);

        assertThat(runner(Integer.MAX_VALUE).next(() -> true)).isTrue();
        Job ended = impacts.find(job.id());
        assertThat(ended.report()).isEqualTo(undisturbed.report());
        assertThat(ended.lookedAt()).isEqualTo(undisturbed.lookedAt());
        assertThat(moversOf(job)).isEqualTo(moversOf(undisturbed));
    }

    @Test
    void of_two_processes_one_works_at_a_job_and_the_other_cannot_write() {
        Job job = waiting();
        Runner first = runner(1);
        assertThatThrownBy(() -> first.next(() -> true)).isInstanceOf(Killed.class);

        assertThat(runner(Integer.MAX_VALUE).next(() -> true)).isFalse();

        endLease(job);
        assertThat(runner(Integer.MAX_VALUE).next(() -> true)).isTrue();
        long looked = impacts.find(job.id()).lookedAt();
        boolean kept =
                jobs.keep(job.id(), first.holder(), new Jobs.Progress(UUID.randomUUID(), 0, 0, new byte[0], List.of()));
        assertThat(kept).isFalse();
        assertThat(impacts.find(job.id()).lookedAt()).isEqualTo(looked);
    }

    @Test
    void a_process_that_stops_leaves_its_job_to_others_after_the_chunk_at_work() {
        Job undisturbed = done(begin(Population.ALL));
        Job job = waiting();
        AtomicInteger chunks = new AtomicInteger();

        assertThat(runner(Integer.MAX_VALUE).next(() -> chunks.getAndIncrement() < 2))
                .isTrue();

        assertThat(impacts.find(job.id()).lookedAt()).isEqualTo(2 * 7);
        assertThat(runner(Integer.MAX_VALUE).next(() -> true)).isTrue();
        assertThat(impacts.find(job.id()).report()).isEqualTo(undisturbed.report());
    }

    @Test
    void a_cancelled_job_stops_and_goes_on_from_there_when_it_is_resumed() {
        Job undisturbed = done(begin(Population.ALL));
        Job job = waiting();
        assertThatThrownBy(() -> runner(2).next(() -> true)).isInstanceOf(Killed.class);

        assertThat(impacts.cancel(job.id()).status()).isEqualTo(Job.Status.CANCELLED);

        endLease(job);
        assertThat(runner(Integer.MAX_VALUE).next(() -> true)).isFalse();
        assertThatThrownBy(() -> impacts.report(job.id())).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> impacts.cancel(job.id())).isInstanceOf(Rejected.class);
        Job resumed = impacts.resume(job.id());
        assertThat(resumed.lookedAt()).isEqualTo(2 * 7);
        assertThat(resumed.finished()).isNull();
        assertThatThrownBy(() -> impacts.resume(job.id())).isInstanceOf(Rejected.class);

        assertThat(runner(Integer.MAX_VALUE).next(() -> true)).isTrue();
        assertThat(impacts.find(job.id()).report()).isEqualTo(undisturbed.report());
        assertThat(moversOf(job)).isEqualTo(moversOf(undisturbed));
    }

    @Test
    void persons_are_listed_within_reach_only_and_counted_for_all() {
        Job job = done(begin(Population.ALL));
        Impacts.Movers all = impacts.movers(job.id(), visit(AUTHOR), null, 200);
        String unit = Api.JSON.readTree(all.within().get(0).json()).path("unit").asString();
        Reach one = units.reach(Set.of(Role.EVALUATOR), Set.of(unit), null);

        Impacts.Movers some = impacts.movers(job.id(), visit(caller(one)), null, 200);
        Impacts.Movers none = impacts.movers(job.id(), visit(caller(Reach.NOBODY)), null, 200);

        assertThat(all.all()).isEqualTo(all.within().size()).isPositive();
        assertThat(some.all()).isEqualTo(all.all());
        assertThat(some.within()).isNotEmpty().hasSizeLessThan(all.within().size());
        assertThat(some.within())
                .allSatisfy(mover -> assertThat(new String(mover.json(), StandardCharsets.UTF_8))
                        .contains("\"unit\":\"" + unit + "\""));
        assertThat(none.within()).isEmpty();
        assertThat(jdbc.sql("select count(*) from trace where person = ?")
                        .param("somebody")
                        .query(Long.class)
                        .single())
                .isEqualTo(some.within().size());
        assertThat(none.all()).isEqualTo(all.all());
        assertThat(all.all())
                .isEqualTo(
                        report(job).path("impact").path("movers").path("cases").asLong());
    }

    private static Caller caller(Reach reach) {
        return new Caller("somebody", Set.of(Role.POLICY_AUTHOR), reach);
    }

    @Test
    void a_population_is_those_who_meet_all_conditions() {
        JsonNode unit = report(done(begin(new Population("U-2", null, null, null, null))));
        JsonNode above = report(done(begin(new Population("U-all", "2026", null, null, null))));
        JsonNode held = report(done(begin(new Population(null, null, "COMPETENT", null, null))));

        assertThat(unit.path("population").path("compared").asInt()).isEqualTo(CASES / 5);
        assertThat(above.path("population").path("compared").asInt()).isEqualTo(rows().size());
        assertThat(held.path("impact").path("all").path("grades"))
                .allSatisfy(
                        cell -> assertThat(cell.path("decided").path("grade").asString())
                                .isEqualTo("COMPETENT"));
        assertThatThrownBy(() -> begin(new Population(null, null, "COMPTENT", null, null)))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("impact-of-nobody"));
    }

    @Test
    void a_sample_is_the_same_for_the_same_seed_and_another_for_another() {
        BigDecimal half = new BigDecimal("0.5");
        Job first = done(impacts.begin(candidate.digest(), Population.ALL, half, "a", AUTHOR));
        Job again = done(impacts.begin(candidate.digest(), Population.ALL, half, "a", AUTHOR));
        Job other = done(impacts.begin(candidate.digest(), Population.ALL, half, "b", AUTHOR));

        assertThat(again.report()).isEqualTo(first.report());
        assertThat(other.report()).isNotEqualTo(first.report());
        int compared = report(first).path("population").path("compared").asInt();
        assertThat(compared).isBetween(CASES / 5, 4 * CASES / 5);
    }

    @Test
    void a_sample_that_draws_nobody_fails_and_is_no_evidence() {
        int before = attached.all(candidate.digest()).size();
        Job job = impacts.begin(candidate.digest(), Population.ALL, new BigDecimal("0.00000001"), "a", AUTHOR);

        Job ended = Awaitility.await().until(() -> impacts.find(job.id()), one -> one.finished() != null);

        assertThat(ended.status()).isEqualTo(Job.Status.FAILED);
        assertThat(ended.failure()).isEqualTo("nobody was compared");
        assertThat(attached.all(candidate.digest())).hasSize(before);
    }

    @Test
    void what_is_superseded_after_the_beginning_stays_in_and_what_is_stored_later_stays_out() {
        Job undisturbed = done(begin(Population.ALL));
        Job job = waiting();
        Stored row = rows().get(0);
        UUID id = jdbc.sql("select id from evaluation where superseded_by is null and case_file = ?")
                .param(row.caseFile())
                .query(UUID.class)
                .single();
        submit(new String(row.caseFile(), StandardCharsets.UTF_8), id);

        assertThat(runner(Integer.MAX_VALUE).next(() -> true)).isTrue();

        assertThat(impacts.find(job.id()).report()).isEqualTo(undisturbed.report());
    }
}
