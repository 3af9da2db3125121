package cadre.service.impact;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.casefile.CaseFileWriter;
import cadre.engine.cases.CaseFileGenerator;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import cadre.service.Api;
import cadre.service.ServiceTest;
import cadre.service.access.Caller;
import cadre.service.access.People;
import cadre.service.access.Reach;
import cadre.service.access.Role;
import cadre.service.access.Unit;
import cadre.service.access.Units;
import cadre.service.evaluation.DecidedCases;
import cadre.service.evaluation.Evaluations;
import cadre.service.evaluation.Population;
import cadre.service.evaluation.Submission;
import cadre.service.release.Release;
import cadre.service.release.ReleaseImpacts;
import cadre.service.release.Releases;
import cadre.service.trace.Visit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Stored evaluations, a draft that judges them otherwise, and processes that work at impacts and die. */
@ServiceTest
@TestPropertySource(
        properties = {"cadre.impact.chunk=7", "cadre.impact.threads=2", "cadre.evaluation.reference-sample=0"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
abstract class ImpactFixture {
    static final int CASES = 60;

    static final Caller AUTHOR = new Caller("author", Set.of(Role.values()), Reach.EVERYONE);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Impacts impacts;

    @Autowired
    Jobs jobs;

    @Autowired
    DecidedCases cases;

    @Autowired
    Releases releases;

    @Autowired
    ReleaseImpacts attached;

    @Autowired
    Evidence evidence;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ImpactSettings settings;

    @Autowired
    DataSource source;

    @Autowired
    PlatformTransactionManager transactions;

    Release candidate;

    @BeforeAll
    void storeEvaluationsAndADraft() throws Exception {
        Edition edition = releases.named("2026").orElseThrow().edition();
        CaseFileGenerator generator = new CaseFileGenerator(edition);
        units.add(new Unit("U-all", "All", null));
        for (int n = 1; n <= 5; n++) {
            units.add(new Unit("U-" + n, "U", "U-all"));
        }
        for (int seed = 0; seed < CASES; seed++) {
            String json = CaseFileWriter.write(generator.generate(seed))
                    .replaceFirst("\"id\":\"C-\\d+\"", "\"id\":\"C-" + seed + "\"")
                    .replaceFirst("\"unit\":\"U-\\d+\"", "\"unit\":\"U-" + (1 + seed % 5) + "\"");
            submit(json, null);
        }
        candidate = draft(releases.named("2026").orElseThrow().sources());
        assertThat(releases.number(candidate)).isPositive();
    }

    UUID submit(String json, @Nullable UUID supersedes) {
        return evaluations
                .submit(new Submission(
                        visit(AUTHOR),
                        null,
                        json.getBytes(StandardCharsets.UTF_8),
                        null,
                        supersedes,
                        supersedes == null ? null : "corrected"))
                .evaluation()
                .record()
                .id();
    }

    /** Edition 2026 with other weights, a grade that begins elsewhere, dearer incidents and an indicator in another unit. */
    static Release draft(EditionSources sources) throws Exception {
        Map<String, byte[]> files = new HashMap<>(sources.files());
        replace(
                files,
                "edition.yaml",
                text -> text.replace("weight: 40, start: 60", "weight: 35, start: 62")
                        .replace("Ecological, zh: 生态环境 }, weight: 15", "Ecological, zh: 生态环境 }, weight: 20")
                        .replace("from: 70", "from: 80"));
        replace(
                files,
                "parameters.yaml",
                text -> text.replaceFirst("(?s)(ecological\\.incident\\.deduction:.*?value: )5,", "$18,"));
        replace(files, "indicators.yaml", text -> text.replaceAll("(talent-introduced: .*?unit: )persons", "$1heads"));
        // They prove the criteria as they were, and a release is loaded only if its own cases hold.
        files.keySet().removeIf(name -> name.endsWith(".cases.yaml"));
        return Release.compile(EditionSources.of(files, new Problems()).orElseThrow());
    }

    static void replace(Map<String, byte[]> files, String name, java.util.function.UnaryOperator<String> change) {
        String text = new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
        assertThat(change.apply(text)).isNotEqualTo(text);
        files.put(name, change.apply(text).getBytes(StandardCharsets.UTF_8));
    }

    Job done(Job begun) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> impacts.find(begun.id()), job -> job.status() == Job.Status.DONE);
    }

    Job begin(Population population) {
        return impacts.begin(candidate.digest(), population, BigDecimal.ONE, null, AUTHOR);
    }

    JsonNode report(Job job) {
        return Api.JSON.readTree(impacts.report(job.id()));
    }

    /** A current evaluation with its documents. */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(byte[] caseFile, byte[] outcome) {}

    List<Stored> rows() {
        return jdbc.sql("select case_file, outcome from evaluation where superseded_by is null")
                .query((row, n) -> new Stored(row.getBytes(1), row.getBytes(2)))
                .list();
    }

    static Visit visit(Caller caller) {
        return new Visit(caller, "127.0.0.1", null);
    }

    /** A job that waits, while this process does not look for any. */
    Job waiting() {
        dispatcher.stop();
        return begin(Population.ALL);
    }

    @AfterEach
    void lookForJobsAgain() {
        if (!dispatcher.isRunning()) {
            dispatcher.start();
        }
    }

    /** A process that works at jobs, and dies instead of committing once it has committed so often. */
    Runner runner(int commits) {
        Jobs mortal = new Jobs(source, transactions, settings) {
            private int left = commits;

            @Override
            boolean keep(UUID id, UUID holder, Progress progress) {
                if (left-- == 0) {
                    throw new Killed();
                }
                return super.keep(id, holder, progress);
            }
        };
        return new Runner(mortal, cases, releases, evidence, settings);
    }

    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    void endLease(Job job) {
        jdbc.sql("update impact set leased_until = null where id = ?")
                .param(job.id())
                .update();
    }

    List<String> moversOf(Job job) {
        return impacts.movers(job.id(), visit(AUTHOR), null, 1_000).within().stream()
                .map(mover -> new String(mover.json(), StandardCharsets.UTF_8))
                .toList();
    }
}
