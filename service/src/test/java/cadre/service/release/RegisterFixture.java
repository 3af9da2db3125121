package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.rulebook.Kjar;
import cadre.service.Database;
import cadre.service.problem.Rejected;
import cadre.service.release.Life.Wish;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A register of releases on a new database, and the steps that people take in it. */
@SuppressWarnings("NullAway.Init")
abstract class RegisterFixture {
    static final String AUTHOR = "ann";
    static final String SUBMITTER = "sue";
    static final String APPROVER = "bob";

    private static final Map<String, byte[]> SOURCES = Kjar.of(
                    Objects.requireNonNull(BuiltInKjars.all().get("criteria-2026.jar")))
            .sources();
    static final Edition BUILT_IN = edition(version(), "");

    @TempDir
    Path folder;

    final List<ReleaseStepTaken> told = new ArrayList<>();
    boolean objects;
    DataSource source;
    JdbcClient jdbc;
    ReleaseRegister register;

    abstract Database database();

    @BeforeEach
    void migrate() {
        // Without the delay H2 would close its file behind each statement.
        String url = database().url(folder) + (database() == Database.H2 ? ";DB_CLOSE_DELAY=-1" : "");
        source = new DriverManagerDataSource(url);
        Flyway.configure()
                .dataSource(source)
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + database().vendor())
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        register = started();
    }

    /** The register as a process that starts now finds it. */
    ReleaseRegister started() {
        return started(folder.resolve("keys.pem"));
    }

    ReleaseRegister started(Path keys) {
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

    RegisteredRelease upload(String version) {
        return upload(edition(version, ""));
    }

    RegisteredRelease upload(Edition edition) {
        return register.take((life, now) -> life.upload(edition, AUTHOR, now, "a note"), () -> {})
                .orElseThrow();
    }

    RegisteredRelease take(RegisteredRelease release, ReleaseAction action, String person) {
        return take(register, release, action, person);
    }

    static RegisteredRelease take(
            ReleaseRegister register, RegisteredRelease release, ReleaseAction action, String person) {
        return take(register, release, action, person, null);
    }

    static RegisteredRelease take(
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

    RegisteredRelease approved(String version) {
        RegisteredRelease draft = upload(version);
        take(draft, ReleaseAction.SUBMIT, SUBMITTER);
        return take(draft, ReleaseAction.APPROVE, APPROVER);
    }

    RegisteredRelease inForce(String version) {
        return take(approved(version), ReleaseAction.ENFORCE, APPROVER);
    }

    static List<String> versions(Standing standing) {
        return standing.inForce().stream().map(RegisteredRelease::version).toList();
    }

    static void refused(String code, Callable<?> step) {
        assertThatThrownBy(step::call)
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
    }

    /** A row as it might be written by hand. */
    int row(long revision, ReleaseAction action, String person, String author, String submitter) {
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

    static Edition renamed(Edition e, String code, String version) {
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
}
