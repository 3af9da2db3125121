package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.edition.Edition;
import cadre.service.problem.Rejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What the register of releases promises, whatever the database. */
@SuppressWarnings("NullAway.Init")
abstract class RegisterContract extends RegisterFixture {
    @Test
    void a_release_goes_from_draft_into_force_and_the_one_before_is_retired() {
        RegisteredRelease draft = upload("2026.902");
        RegisteredRelease submitted = take(draft, ReleaseAction.SUBMIT, SUBMITTER);
        RegisteredRelease approved = take(draft, ReleaseAction.APPROVE, APPROVER);
        assertThat(versions(register.standing())).containsExactly(BUILT_IN.version());
        RegisteredRelease inForce = take(draft, ReleaseAction.ENFORCE, APPROVER);

        assertThat(List.of(draft.status(), submitted.status(), approved.status(), inForce.status()))
                .containsExactly(
                        ReleaseStatus.DRAFT, ReleaseStatus.SUBMITTED, ReleaseStatus.APPROVED, ReleaseStatus.IN_FORCE);
        assertThat(versions(register.standing())).containsExactly("2026.902");
        assertThat(register.find(BUILT_IN.digest()).orElseThrow().status()).isEqualTo(ReleaseStatus.RETIRED);
        assertThat(Objects.requireNonNull(inForce.approval()).approver()).isEqualTo(APPROVER);
        assertThat(inForce.approval().impact()).isEqualTo("sha256:impact");
    }

    @Test
    void every_step_says_who_when_why_and_of_which_sources() {
        RegisteredRelease release = inForce("2026.902");

        List<ReleaseStep> steps = started().steps(release.digest()).stream()
                .map(ReleaseRegister.Recorded::step)
                .toList();

        assertThat(steps)
                .extracting(ReleaseStep::action)
                .containsExactly(
                        ReleaseAction.UPLOAD, ReleaseAction.SUBMIT, ReleaseAction.APPROVE, ReleaseAction.ENFORCE);
        assertThat(steps).extracting(ReleaseStep::person).containsExactly(AUTHOR, SUBMITTER, APPROVER, APPROVER);
        assertThat(steps).extracting(ReleaseStep::digest).containsOnly(release.digest());
        assertThat(steps).extracting(ReleaseStep::reason).containsExactly("a note", "because", "because", "because");
        assertThat(steps).extracting(ReleaseStep::at).isSorted();
        assertThat(steps.get(2).author()).isEqualTo(AUTHOR);
        assertThat(steps.get(2).submitter()).isEqualTo(SUBMITTER);
        assertThat(steps.get(3).replaces()).isEqualTo(BUILT_IN.digest());
        assertThat(told).hasSize(5);
        assertThat(told.get(4).step()).isEqualTo(steps.get(3));
    }

    @Test
    void a_process_that_starts_finds_what_another_left() {
        RegisteredRelease release = inForce("2026.902");

        ReleaseRegister other = started();

        assertThat(other.standing()).isEqualTo(register.standing());
        assertThat(other.find(release.digest())).contains(release);
        assertThat(other.revision()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTHOR, SUBMITTER})
    void neither_author_nor_submitter_helps_a_release_into_force(String person) {
        RegisteredRelease draft = upload("2026.902");
        take(draft, ReleaseAction.SUBMIT, SUBMITTER);
        refused("four-eyes", () -> take(draft, ReleaseAction.APPROVE, person));
        take(draft, ReleaseAction.APPROVE, APPROVER);
        refused("four-eyes", () -> take(draft, ReleaseAction.ENFORCE, person));
        refused(
                "four-eyes",
                () -> take(
                        register,
                        draft,
                        ReleaseAction.SCHEDULE,
                        person,
                        Instant.now().plusSeconds(60)));
        take(draft, ReleaseAction.ENFORCE, APPROVER);
        take(draft, ReleaseAction.RETIRE, APPROVER);

        refused("four-eyes", () -> take(draft, ReleaseAction.ROLL_BACK, person));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReleaseAction.class,
            names = {"APPROVE", "SCHEDULE", "ENFORCE", "ROLL_BACK"})
    void the_database_itself_takes_no_such_step_of_an_author(ReleaseAction action) {
        assertThatThrownBy(() -> row(99, action, AUTHOR, AUTHOR, SUBMITTER))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> row(99, action, SUBMITTER, AUTHOR, SUBMITTER))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(row(99, action, APPROVER, AUTHOR, SUBMITTER)).isEqualTo(1);
    }

    @Test
    void only_who_wrote_or_submitted_it_withdraws_a_release() {
        RegisteredRelease draft = upload("2026.902");

        refused("not-yours", () -> take(draft, ReleaseAction.WITHDRAW, APPROVER));
        assertThat(take(draft, ReleaseAction.WITHDRAW, AUTHOR).status()).isEqualTo(ReleaseStatus.WITHDRAWN);
        refused("release-status", () -> take(draft, ReleaseAction.SUBMIT, AUTHOR));
    }

    @Test
    void a_version_belongs_to_one_digest_unless_that_never_came_into_force() {
        RegisteredRelease first = upload("2026.902");
        Edition other = edition("2026.902", "applies-to: { types: [ ANNUAL ], levels: [ COUNTY ] }");

        refused("version-taken", () -> upload(other));
        refused(
                "version-taken",
                () -> upload(edition(BUILT_IN.version(), "applies-to: { types: [ ANNUAL ], levels: [ COUNTY ] }")));
        take(first, ReleaseAction.SUBMIT, AUTHOR);
        take(first, ReleaseAction.REJECT, APPROVER);

        assertThat(upload(other).status()).isEqualTo(ReleaseStatus.DRAFT);
    }

    @Test
    void steps_out_of_their_order_are_refused_and_change_nothing() {
        RegisteredRelease draft = upload("2026.902");
        long revision = register.revision();

        refused("release-status", () -> take(draft, ReleaseAction.APPROVE, APPROVER));
        refused("release-status", () -> take(draft, ReleaseAction.ENFORCE, APPROVER));
        refused("release-status", () -> take(draft, ReleaseAction.RETIRE, APPROVER));
        refused("release-status", () -> take(draft, ReleaseAction.ROLL_BACK, APPROVER));
        refused("release-status", () -> take(draft, ReleaseAction.REJECT, APPROVER));

        assertThat(register.revision()).isEqualTo(revision);
    }

    @Test
    void an_earlier_release_is_rolled_back_to_even_a_built_in_one() {
        RegisteredRelease second = inForce("2026.902");
        RegisteredRelease builtIn = register.find(BUILT_IN.digest()).orElseThrow();

        take(builtIn, ReleaseAction.ROLL_BACK, APPROVER);
        assertThat(versions(started().standing())).containsExactly(BUILT_IN.version());

        take(second, ReleaseAction.ROLL_BACK, APPROVER);
        assertThat(versions(started().standing())).containsExactly("2026.902");
    }

    @Test
    void another_edition_that_judges_the_same_is_refused_and_both_are_named() {
        Edition rival = renamed(edition("2026-other.1", ""), "2026-other", "2026-other.1");
        RegisteredRelease draft = upload(rival);
        take(draft, ReleaseAction.SUBMIT, SUBMITTER);
        take(draft, ReleaseAction.APPROVE, APPROVER);

        assertThatThrownBy(() -> take(draft, ReleaseAction.ENFORCE, APPROVER))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("release-overlap")
                .hasMessageContaining("2026-other.1")
                .hasMessageContaining(BUILT_IN.version());
        take(register.find(BUILT_IN.digest()).orElseThrow(), ReleaseAction.RETIRE, APPROVER);

        assertThat(take(draft, ReleaseAction.ENFORCE, APPROVER).status()).isEqualTo(ReleaseStatus.IN_FORCE);
        refused(
                "release-overlap",
                () -> take(register.find(BUILT_IN.digest()).orElseThrow(), ReleaseAction.ROLL_BACK, APPROVER));
    }

    @Test
    void a_scheduled_release_comes_into_force_when_its_time_has_come_even_if_no_process_ran_then() {
        RegisteredRelease release = approved("2026.902");
        take(register, release, ReleaseAction.SCHEDULE, APPROVER, Instant.now().plusSeconds(3_600));
        new ReleaseClock(register).look();
        refused("release-status", () -> take(release, ReleaseAction.ENFORCE, ReleaseStep.CLOCK));
        assertThat(versions(register.standing())).containsExactly(BUILT_IN.version());

        Instant soon = Instant.now().truncatedTo(ChronoUnit.MICROS);
        take(register, release, ReleaseAction.SCHEDULE, APPROVER, soon);
        ReleaseRegister later = started();
        ReleaseClock clock = new ReleaseClock(later);
        org.awaitility.Awaitility.await().until(() -> {
            clock.look();
            return versions(later.standing()).equals(List.of("2026.902"));
        });

        List<ReleaseRegister.Recorded> steps = later.steps(release.digest());
        assertThat(steps.get(steps.size() - 1).step().person()).isEqualTo(ReleaseStep.CLOCK);
        assertThat(steps.get(steps.size() - 1).step().at()).isAfterOrEqualTo(soon);
    }

    @Test
    void a_listener_that_objects_keeps_a_step_from_being_taken() {
        RegisteredRelease draft = upload("2026.902");
        objects = true;

        assertThatThrownBy(() -> take(draft, ReleaseAction.SUBMIT, AUTHOR)).hasMessage("a listener objects");

        objects = false;
        assertThat(started().find(draft.digest()).orElseThrow().status()).isEqualTo(ReleaseStatus.DRAFT);
        assertThat(take(draft, ReleaseAction.SUBMIT, AUTHOR).status()).isEqualTo(ReleaseStatus.SUBMITTED);
    }

    @Test
    void of_steps_taken_at_once_by_two_processes_one_wins_and_the_others_are_told() throws Exception {
        ReleaseRegister replica = started();
        for (int round = 0; round < 10; round++) {
            RegisteredRelease draft = upload("2026.91" + round);
            take(draft, ReleaseAction.SUBMIT, SUBMITTER);
            List<Callable<ReleaseStatus>> steps = List.of(
                    () -> take(register, draft, ReleaseAction.APPROVE, APPROVER).status(),
                    () -> take(replica, draft, ReleaseAction.REJECT, "eve").status(),
                    () -> take(replica, draft, ReleaseAction.APPROVE, "eve").status(),
                    () -> take(register, draft, ReleaseAction.REJECT, APPROVER).status());

            List<Object> answers = atOnce(steps);

            assertThat(answers).filteredOn(ReleaseStatus.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn("release-status"::equals).hasSize(3);
            assertThat(started().find(draft.digest()).orElseThrow().status()).isIn(answers);
        }
        assertThat(jdbc.sql("select revision from release_step order by revision")
                        .query(Long.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 31).mapToObj(Long::valueOf).toList());
    }

    private static List<Object> atOnce(List<Callable<ReleaseStatus>> steps) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<ReleaseStatus> step : threads.invokeAll(steps)) {
                try {
                    answers.add(step.get());
                } catch (java.util.concurrent.ExecutionException refused) {
                    answers.add(((Rejected) Objects.requireNonNull(refused.getCause())).code());
                }
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void what_a_newer_program_carries_takes_the_place_of_what_the_older_carried_but_not_of_an_upload() {
        Edition second = edition("2026.902", "");
        register.carry(List.of(second));
        assertThat(versions(register.standing())).containsExactly("2026.902");
        assertThat(register.find(BUILT_IN.digest()).orElseThrow().status()).isEqualTo(ReleaseStatus.RETIRED);

        inForce("2026.903");
        register.carry(List.of(edition("2026.904", "")));

        assertThat(versions(started().standing())).containsExactly("2026.903");
        assertThat(register.all().get(register.all().size() - 1).status()).isEqualTo(ReleaseStatus.APPROVED);
    }
}
