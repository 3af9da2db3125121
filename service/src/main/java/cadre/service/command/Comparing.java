package cadre.service.command;

import cadre.engine.casefile.CaseFileReader;
import cadre.engine.casefile.CaseFileReader.Admitted;
import cadre.engine.check.Progress;
import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeReader;
import cadre.engine.impact.Impact;
import cadre.engine.impact.Limits;
import cadre.engine.impact.Person;
import cadre.engine.impact.Study;
import cadre.engine.impact.Tried;
import cadre.engine.inference.RuleFailed;
import cadre.service.release.Release;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Compares case files, as decided and as a candidate has them, on all cores; few of them are in memory at a time. */
final class Comparing implements AutoCloseable {
    private static final int BATCH = 64;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Judges decided;
    private final Release candidate;
    private final Study study;
    private final Progress progress;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    private final Deque<Future<Part>> running = new ArrayDeque<>();
    private final Impact impact;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private List<Input> batch = new ArrayList<>();
    private int given;
    private int missed;

    Comparing(Judges decided, Release candidate, Limits limits, Progress progress) {
        this.decided = decided;
        this.candidate = candidate;
        this.progress = progress;
        Map<String, Edition> editions = new TreeMap<>();
        decided.releases().forEach(release -> editions.put(release.digest(), release.edition()));
        editions.put(candidate.digest(), candidate.edition());
        this.study = new Study(candidate.trial(), digest -> Optional.ofNullable(editions.get(digest)), limits);
        this.impact = study.none();
    }

    /** A case file, and the JSON of its decided outcome if it is known. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Input(String name, byte[] caseFile, byte @Nullable [] outcome) {}

    /** An input that has no place in the report, and why: problems, or a remark by its key. */
    record LeftOut(String name, List<Problem> problems, String remark, String what) {}

    private record Part(Impact impact, List<LeftOut> leftOut) {}

    /** How many inputs are told of; the others are counted. */
    static final int TOLD = 20;

    void add(Input input) {
        batch.add(input);
        given++;
        if (batch.size() == BATCH) {
            submit();
        }
    }

    /** Counts an input that could not even be read. */
    void leaveOut(LeftOut input) {
        given++;
        miss(input);
    }

    private void miss(LeftOut input) {
        missed++;
        if (leftOut.size() < TOLD) {
            leftOut.add(input);
        }
    }

    private void submit() {
        List<Input> inputs = batch;
        batch = new ArrayList<>();
        running.add(workers.submit(() -> part(inputs)));
        while (running.size() > 2 * THREADS) {
            take();
        }
    }

    private void take() {
        try {
            Part part = running.remove().get();
            impact.add(part.impact());
            part.leftOut().forEach(this::miss);
            progress.at(Progress.Step.COMPARING, (int) impact.cases(), Math.max(1, given));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** The report of all inputs. */
    Impact finish() {
        submit();
        while (!running.isEmpty()) {
            take();
        }
        return impact;
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    int missed() {
        return missed;
    }

    int given() {
        return given;
    }

    private Part part(List<Input> inputs) {
        Part part = new Part(study.none(), new ArrayList<>());
        inputs.forEach(input -> compare(input, part));
        return part;
    }

    private void compare(Input input, Part part) {
        Problems problems = new Problems();
        Datum datum = JsonDocument.read(input.name(), input.caseFile(), problems);
        if (datum == null || !problems.isEmpty()) {
            part.leftOut().add(new LeftOut(input.name(), problems.all(), "", ""));
            return;
        }
        Outcome outcome = decided(input, datum, part);
        if (outcome != null) {
            if (study.knows(outcome.release().digest())) {
                study.add(
                        new Tried(
                                input.name(),
                                Person.of(datum),
                                outcome,
                                candidate.trial().judge(datum, new Problems())),
                        part.impact());
            } else {
                part.leftOut()
                        .add(new LeftOut(
                                input.name(),
                                List.of(),
                                "impact.unknown-release",
                                outcome.release().version()));
            }
        }
    }

    private @Nullable Outcome decided(Input input, Datum datum, Part part) {
        byte[] known = input.outcome();
        if (known != null) {
            return OutcomeReader.readNumbers(known);
        }
        Problems problems = new Problems();
        Optional<Admitted> admitted = CaseFileReader.read(datum, decided, problems);
        if (admitted.isEmpty()) {
            part.leftOut().add(new LeftOut(input.name(), problems.all(), "", ""));
            return null;
        }
        try {
            return decided.evaluate(admitted.get());
        } catch (RuleFailed failed) {
            part.leftOut()
                    .add(new LeftOut(input.name(), List.of(), "rule-failed", String.valueOf(failed.getMessage())));
            return null;
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
