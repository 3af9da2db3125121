package cadre.service.release.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.check.Check;
import cadre.engine.check.Progress;
import cadre.engine.check.Report;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.EditionSources;
import cadre.engine.rulebook.Kjar;
import cadre.engine.rulebook.Rulebook;
import cadre.service.release.intake.Confinement.Ended;
import cadre.service.release.intake.Confinement.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whatever an edition does to the process that checks it, the service gets one clear answer and goes on. */
class ConfinementTest {
    private static final EditionSources TERM = EditionSources.read(Path.of("..", "rules", "2026-term"), new Problems())
            .orElseThrow();
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final ConfinementSettings USUAL = new ConfinementSettings(384, LONG, LONG, 1, 8);

    private static EditionSources with(String file, String text) {
        Map<String, byte[]> files = new TreeMap<>(TERM.files());
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return EditionSources.of(files, new Problems()).orElseThrow();
    }

    private static Reason reason(ConfinementSettings settings) {
        try {
            new Confinement(settings).check("term", TERM);
        } catch (Ended ended) {
            return ended.reason();
        }
        throw new AssertionError("there was an answer");
    }

    @Test
    void a_sound_edition_is_found_sound_and_compiled_to_its_own_sources() throws Ended, Refused {
        Confinement confinement = new Confinement(USUAL);

        Checked checked = confinement.check("term", TERM);
        Rulebook compiled = Rulebook.load(Kjar.of(confinement.compile(TERM)));

        assertThat(checked.sound()).isTrue();
        assertThat(checked.counts().cases())
                .isEqualTo(checked.counts().holding())
                .isPositive();
        assertThat(checked.counts().generated()).isPositive();
        assertThat(compiled.edition().digest()).isEqualTo(TERM.digest());
    }

    @Test
    void an_edition_with_problems_is_told_them_as_the_command_line_tells_them() throws Ended {
        EditionSources broken = with("broken.drl", "rule \"X-01 标准\" when Nobody( ) then findings.deduct( 5 ); end");

        Checked checked = new Confinement(USUAL).check("term", broken);

        Report here = Check.of("term", broken, Check.Options.DEFAULT, Progress.NONE);
        assertThat(checked.sound()).isFalse();
        assertThat(checked.problems()).isEqualTo(here.problems()).isNotEmpty();
        assertThat(checked.counts()).isEqualTo(here.counts());
    }

    @Test
    void every_file_of_the_corpus_of_hostile_rules_is_refused_in_one_upload() throws Ended, IOException {
        Map<String, byte[]> files = new TreeMap<>(TERM.files());
        try (Stream<Path> corpus = Files.list(Path.of("../engine/src/test/resources/hostile"))) {
            for (Path file : corpus.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        EditionSources hostile = EditionSources.of(files, new Problems()).orElseThrow();
        assertThat(files).hasSizeGreaterThan(TERM.files().size() + 150);

        Checked checked = new Confinement(USUAL).check("term", hostile);

        files.keySet().removeAll(TERM.files().keySet());
        assertThat(checked.problems())
                .extracting(told -> told.problem().place().file())
                .containsAll(files.keySet());
    }

    @Test
    void a_process_without_enough_memory_or_time_is_told_as_such() {
        assertThat(reason(new ConfinementSettings(32, LONG, LONG, 1, 8))).isEqualTo(Reason.MEMORY);
        assertThat(reason(new ConfinementSettings(384, LONG, Duration.ofMillis(50), 1, 8)))
                .isEqualTo(Reason.TIME);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_that_computes_for_too_long_is_ended_by_the_system() {
        assertThat(reason(new ConfinementSettings(384, Duration.ofSeconds(1), LONG, 1, 8)))
                .isEqualTo(Reason.TIME);
    }

    @Test
    void more_uploads_than_may_wait_are_turned_away_at_once() {
        Confinement confinement = new Confinement(new ConfinementSettings(384, LONG, LONG, 1, 0));
        CompletableFuture<Checked> first = CompletableFuture.supplyAsync(() -> {
            try {
                return confinement.check("term", TERM);
            } catch (Ended ended) {
                throw new CompletionException(ended);
            }
        });
        Awaitility.await().atMost(LONG).until(() -> !children().isEmpty());

        assertThatThrownBy(() -> confinement.check("term", TERM))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.reason()).isEqualTo(Reason.BUSY));
        assertThat(first.join().sound()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_process_knows_nothing_of_the_service_and_ends_with_whoever_waits_for_it()
            throws IOException, InterruptedException, ExecutionException {
        Confinement confinement = new Confinement(USUAL);
        FutureTask<Reason> asking = new FutureTask<>(() -> {
            try {
                confinement.check("term", TERM);
                throw new AssertionError("there was an answer");
            } catch (Ended ended) {
                return ended.reason();
            }
        });
        Thread asker = new Thread(asking);
        asker.start();
        Awaitility.await()
                .atMost(LONG)
                .ignoreExceptions()
                .until(() -> Files.readString(proc(children().get(0), "comm")).startsWith("java"));
        ProcessHandle child = children().get(0);

        String environment = Files.readString(proc(child, "environ"));
        Path folder = Files.readSymbolicLink(proc(child, "cwd"));
        asker.interrupt();

        assertThat(environment.replace("\0", " ").split(" "))
                .allMatch(variable -> variable.matches("(LC_ALL|PWD|OLDPWD|SHLVL|_)=.*"));
        assertThat(asking.get()).isEqualTo(Reason.BUSY);
        Awaitility.await().atMost(LONG).until(() -> !child.isAlive());
        assertThat(folder).doesNotExist();
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    private static Path proc(ProcessHandle child, String what) {
        return Path.of("/proc", Long.toString(child.pid()), what);
    }
}
