package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.rulebook.Kjar;
import cadre.service.problem.Rejected;
import cadre.service.release.Life.Wish;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the register of releases promises, whatever the database. */
@SuppressWarnings("NullAway.Init")
abstract class RegisterContract {
    static final String AUTHOR = "ann";
    static final String SUBMITTER = "sue";
    static final String APPROVER = "bob";

    private static final Map<String, byte[]> SOURCES = Kjar.of(
                    Objects.requireNonNull(BuiltInKjars.all().get("criteria-2026.jar")))
            .sources();
    static final Edition BUILT_IN = edition(version(), "");

    @TempDir
    Path folder;

    private final List<ReleaseStepTaken> told = new ArrayList<>();
    private boolean objects;
    private DataSource source;
    private JdbcClient jdbc;
    private ReleaseRegister register;

    /** The address of a new, empty database. */
    abstract String database();

    abstract String vendor();

    @BeforeEach
    void migrate() {
        String url = database();
        source = new DriverManagerDataSource(url);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor())
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        register = started();
    }

    /** The register as a process that starts now finds it. */
    private ReleaseRegister started() {
        return started(folder.resolve("keys.pem"));
    }

    private ReleaseRegister started(Path keys) {
        ReleaseRegister fresh = new ReleaseRegister(
                new StepRows(source),
                new JdbcTransactionManager(source),
                event -> {
                    if (objects) {
                        throw new IllegalStateException("a listener objects");
                    }
                    told.add((ReleaseStepTaken) event);
                },
                new ReleaseSettings(keys),
                "");
        fresh.carry(List.of(BUILT_IN));
        return fresh;
    }

    private static String version() {
        Problems problems = new Problems();
        return EditionReader.read(EditionSources.of(SOURCES, problems).orElseThrow(), problems)
                .orElseThrow()
                .version();
    }

    /** Edition 2026 under another version, and with something else changed in its head. */
    static Edition edition(String version, String appliesTo) {
        Map<String, byte[]> files = new TreeMap<>(SOURCES);
        files.computeIfPresent("edition.yaml", (name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8)
                    .replaceFirst("(?m)^version:.*$", "version: \"" + version + "\"");
            return (appliesTo.isEmpty() ? text : text.replaceFirst("(?m)^applies-to:.*$", appliesTo))
                    .getBytes(StandardCharsets.UTF_8);
        });
        Problems problems = new Problems();
        return EditionReader.read(EditionSources.of(files, problems).orElseThrow(), problems)
                .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
    }

    private RegisteredRelease upload(String version) {
        return upload(edition(version, ""));
    }

    private RegisteredRelease upload(Edition edition) {
        return register.take((life, now) -> life.upload(edition, AUTHOR, now, "a note"), () -> {})
                .orElseThrow();
    }

    private RegisteredRelease take(RegisteredRelease release, ReleaseAction action, String person) {
        return take(register, release, action, person);
    }

    private static RegisteredRelease take(
            ReleaseRegister register, RegisteredRelease release, ReleaseAction action, String person) {
        return take(register, release, action, person, null);
    }

    private static RegisteredRelease take(
            ReleaseRegister register,
            RegisteredRelease release,
            ReleaseAction action,
            String person,
            @Nullable Instant effective) {
        String impact = action == ReleaseAction.APPROVE ? "sha256:impact" : null;
        return register.take(
                        (life, now) -> life.next(
                                release.digest(), new Wish(action, person, now, "because", effective, impact)),
                        () -> {})
                .orElseThrow();
    }

    private RegisteredRelease approved(String version) {
        RegisteredRelease draft = upload(version);
        take(draft, ReleaseAction.SUBMIT, SUBMITTER);
        return take(draft, ReleaseAction.APPROVE, APPROVER);
    }

    private RegisteredRelease inForce(String version) {
        return take(approved(version), ReleaseAction.ENFORCE, APPROVER);
    }

    private static List<String> versions(Standing standing) {
        return standing.inForce().stream().map(RegisteredRelease::version).toList();
    }

    private static void refused(String code, Callable<?> step) {
        assertThatThrownBy(step::call)
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
    }

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

    /** A row as it might be written by hand. */
    private int row(long revision, ReleaseAction action, String person, String author, String submitter) {
        return jdbc.sql("""
                        insert into release_step (revision, digest, action, person, author, submitter, taken, record, key_id, signature)
                        select ?, digest, ?, ?, ?, ?, taken, record, key_id, signature from release_step where revision = 1""")
                .param(revision)
                .param(action.name())
                .param(person)
                .param(author)
                .param(submitter)
                .update();
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
        Edition rival = RegisterContract.renamed("2026-other", "2026-other.1");
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

    private static Edition renamed(String code, String version) {
        Edition e = edition(version, "");
        return new Edition(
                code,
                version,
                e.title(),
                e.from(),
                e.to(),
                e.types(),
                e.levels(),
                e.basis(),
                e.rounding(),
                e.dimensions(),
                e.grades(),
                e.actions(),
                e.registers(),
                e.parameters(),
                e.indicators(),
                e.files(),
                e.digest());
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

    /** What somebody with access to the database may try. */
    enum Edit {
        DIGEST("update release_step set digest = 'sha256:0' where revision = 4"),
        ACTION("update release_step set action = 'RETIRE' where revision = 4"),
        PERSON("update release_step set person = 'eve' where revision = 4"),
        AUTHOR("update release_step set author = 'eve' where revision = 4"),
        SUBMITTER("update release_step set submitter = 'eve' where revision = 4"),
        TIME("update release_step set taken = timestamp '2020-01-01 00:00:00' where revision = 4"),
        SIGNATURE(
                "update release_step set signature = (select signature from release_step where revision = 3) where revision = 4"),
        KEY("update release_step set key_id = '0000000000000000' where revision = 4"),
        RECORD(
                "update release_step set record = (select record from release_step where revision = 3) where revision = 4"),
        ANOTHER_SIGNED_STEP("""
                update release_step set (record, signature, key_id, digest, action, person, submitter) =
                (select record, signature, key_id, digest, action, person, submitter from release_step where revision = 3) where revision = 4"""),
        TAKEN_OUT("delete from release_step where revision = 4"),
        ALL_BUT_ENDS_TAKEN_OUT("delete from release_step where revision between 2 and 4"),
        REPEATED("""
                insert into release_step select 6, digest, action, person, author, submitter, taken, record, key_id, signature
                from release_step where revision = 5""");

        final String sql;

        Edit(String sql) {
            this.sql = sql;
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_edited_by_hand_is_found_and_nothing_uploaded_is_in_force(Edit edit) {
        RegisteredRelease release = inForce("2026.902");
        jdbc.sql(edit.sql).update();

        ReleaseRegister next = started();

        Standing standing = next.standing();
        assertThat(standing.broken()).isTrue();
        assertThat(versions(standing)).doesNotContain("2026.902");
        assertThat(next.broken()).isPresent();
        assertThat(next.find(release.digest())).isEmpty();
        refused(
                "register-broken",
                () -> next.take((life, now) -> life.upload(edition("2026.903", ""), AUTHOR, now, null), () -> {}));
    }

    @Test
    void a_status_made_up_by_hand_puts_nothing_into_force() {
        RegisteredRelease draft = upload("2026.902");
        for (ReleaseAction action : List.of(ReleaseAction.SUBMIT, ReleaseAction.APPROVE, ReleaseAction.ENFORCE)) {
            long revision = new StepRows(source).revision() + 1;
            row(revision, action, APPROVER, AUTHOR, SUBMITTER);
            jdbc.sql("update release_step set digest = ? where revision = ?")
                    .param(draft.digest())
                    .param(revision)
                    .update();
        }

        assertThat(started().standing().broken()).isTrue();
        assertThat(started().standing().inForce()).isEmpty();
    }

    @Test
    void steps_that_vanish_while_a_process_runs_are_missed() {
        inForce("2026.902");
        register.standing();
        jdbc.sql("delete from release_step where revision > 3").update();

        assertThat(register.standing().broken()).isTrue();
    }

    @Test
    void editions_that_no_upload_had_to_do_with_stay_in_force_when_the_register_is_broken() {
        register.carry(List.of(BUILT_IN, renamedTerm()));
        inForce("2026.902");
        jdbc.sql(Edit.SIGNATURE.sql).update();
        ReleaseRegister next = started();
        next.carry(List.of(BUILT_IN, renamedTerm()));

        assertThat(versions(next.standing())).containsExactly("2026-term.9");
    }

    private static Edition renamedTerm() {
        Edition e = edition("2026.977", "applies-to: { types: [ TERM ], levels: [ COUNTY ] }");
        return new Edition(
                "2026-term",
                "2026-term.9",
                e.title(),
                e.from(),
                e.to(),
                e.types(),
                e.levels(),
                e.basis(),
                e.rounding(),
                e.dimensions(),
                e.grades(),
                e.actions(),
                e.registers(),
                e.parameters(),
                e.indicators(),
                e.files(),
                e.digest());
    }

    @Test
    void without_the_keys_nothing_uploaded_is_in_force_and_nothing_is_approved() throws Exception {
        RegisteredRelease release = inForce("2026.902");
        Path lost = folder.resolve("lost.pem");

        ReleaseRegister next = started(lost);

        assertThat(next.standing().broken()).isTrue();
        assertThat(next.standing().inForce()).isEmpty();
        assertThat(lost).doesNotExist();
        refused("register-broken", () -> take(next, release, ReleaseAction.RETIRE, APPROVER));
    }

    @Test
    void a_new_key_signs_while_the_old_one_still_vouches_for_what_it_signed() throws Exception {
        inForce("2026.902");
        Path rotated = folder.resolve("rotated.pem");
        SigningKeys.make(rotated);
        String old = Files.readString(folder.resolve("keys.pem"));
        assertThat(started(rotated).standing().broken()).isTrue();
        Files.writeString(rotated, Files.readString(rotated) + old.substring(old.indexOf("-----BEGIN PUBLIC")));

        ReleaseRegister next = started(rotated);
        take(next, next.find(BUILT_IN.digest()).orElseThrow(), ReleaseAction.ROLL_BACK, APPROVER);

        assertThat(versions(started(rotated).standing())).containsExactly(BUILT_IN.version());
        assertThat(started().standing().broken()).isTrue();
        assertThat(jdbc.sql("select count(distinct key_id) from release_step")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_file_of_keys_is_for_its_owner_only() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).noneMatch(file -> file.toString().contains(".keys"));
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
