package cadre.service.evaluation;

import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome.FiringLine;
import cadre.engine.facts.Level;
import cadre.service.access.Caller;
import cadre.service.problem.Rejected;
import cadre.service.release.Release;
import cadre.service.release.Releases;
import cadre.service.trace.Kind;
import cadre.service.trace.TimeIds;
import cadre.service.trace.Traces;
import cadre.service.trace.Visit;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** All that can be done with evaluations. */
@Service
public class Evaluations {
    private final Judging judging;
    private final EvaluationStore store;
    private final Traces traces;
    private final Measures measures;
    private final Releases releases;

    Evaluations(Judging judging, EvaluationStore store, Traces traces, Measures measures, Releases releases) {
        this.judging = judging;
        this.store = store;
        this.traces = traces;
        this.measures = measures;
        this.releases = releases;
    }

    /**
     * What a submission got.
     *
     * @param first whether this request made it; else an earlier one with the same key did
     */
    public record Answer(Evaluation evaluation, boolean first) {}

    /**
     * Evaluates and stores; when this returns, the evaluation is durable. A key is looked up only if the request does not go
     * through: the database refuses a second use, so a first use costs nothing.
     *
     * @throws Rejected if nothing was stored
     */
    public Answer submit(Submission submission) {
        try {
            return new Answer(store(submission), true);
        } catch (RuntimeException failed) {
            return earlier(submission)
                    .map(evaluation -> new Answer(evaluation, false))
                    .orElseThrow(() -> failed);
        }
    }

    private Evaluation store(Submission submission) {
        if ((submission.supersedes() == null) != (submission.reason() == null)) {
            throw Rejected.because(400, "supersedes-needs-reason").at("reason");
        }
        Judgement judgement = judging.judge(submission.body(), submission.release(), false);
        refuseOutside(submission.visit(), judgement.caseFile().cadre().unit());
        Instant now = TimeIds.now();
        EvaluationRecord record =
                EvaluationRecord.of(TimeIds.next(now), now, submission, judgement.caseFile(), judgement.outcome());
        Evaluation evaluation = new Evaluation(record, submission.body(), judgement.json());
        try {
            store.insert(
                    submission,
                    judgement.release(),
                    evaluation,
                    judgement.outcome().firings().stream()
                            .map(FiringLine::criterion)
                            .collect(Collectors.toCollection(TreeSet::new)));
        } catch (DuplicateKeyException taken) {
            throw conflict(record, submission.visit(), taken);
        } catch (EvaluationStore.NotCurrent notCurrent) {
            throw Rejected.because(409, "not-current", String.valueOf(submission.supersedes()))
                    .at("supersedes");
        }
        measures.stored(judgement.outcome());
        return evaluation;
    }

    /** The caller named the unit, so this tells them nothing. */
    private void refuseOutside(Visit visit, String unit) {
        if (!visit.caller().reach().covers(unit)) {
            traces.denied(visit, "outside-units", unit);
            throw Rejected.because(403, "outside-units", unit).at("/cadre/unit");
        }
    }

    /** That one cadre has one result cannot be hidden from who would make a second; whose it is and which, can. */
    private RuntimeException conflict(EvaluationRecord record, Visit visit, DuplicateKeyException taken) {
        Optional<EvaluationStore.Current> current = store.current(record);
        if (current.isEmpty()) {
            return taken;
        }
        UUID id = current.get().id();
        if (visit.caller().reach().reads(current.get().unit(), current.get().cadre())) {
            return Rejected.because(409, "already-evaluated", id).with("current", id.toString());
        }
        traces.denied(visit, "evaluated-elsewhere", record.unit());
        return Rejected.because(409, "evaluated-elsewhere");
    }

    private Optional<Evaluation> earlier(Submission submission) {
        if (submission.key() == null) {
            return Optional.empty();
        }
        Caller caller = submission.caller();
        return store.used(caller, submission.key()).flatMap(used -> {
            if (!used.requestHash().equals(submission.hash())) {
                throw Rejected.because(409, "key-reused").at("Idempotency-Key");
            }
            Evaluation evaluation = used.evaluation();
            EvaluationRecord record = evaluation.record();
            if (!caller.reach().reads(record.unit(), record.cadre())) {
                return Optional.empty();
            }
            read(Kind.READ, submission.visit(), List.of(record));
            return Optional.of(new Evaluation(record.asCreated(), evaluation.caseFile(), evaluation.outcome()));
        });
    }

    /** The outcome's canonical JSON; nothing is stored. */
    public byte[] preview(byte[] body, @Nullable String release) {
        Judgement judgement = judging.judge(body, release, true);
        measures.previewed(judgement.outcome());
        return judgement.json();
    }

    /** The same for the description of the service, which no metric counts. */
    public byte[] example(byte[] body) {
        return judging.judge(body, null, false).json();
    }

    /**
     * The evaluation of this id; that it is shown is recorded before it is.
     *
     * @param as how it is shown
     * @throws Rejected if there is none within the caller's reach
     */
    public Evaluation show(Kind as, Visit visit, UUID id) {
        traces.ask(visit);
        Evaluation evaluation = store.find(id, visit.caller().reach()).orElseThrow(() -> {
            traces.denied(visit, "no-such-evaluation", id.toString());
            return Rejected.because(404, "no-such-evaluation", id);
        });
        read(as, visit, List.of(evaluation.record()));
        return evaluation;
    }

    /** Those of the evaluations within the caller's reach that are asked for; that they are listed is recorded before they are. */
    public Search.Page search(Visit visit, Search search) {
        traces.ask(visit);
        Search.Page page = store.search(search, visit.caller().reach());
        read(Kind.LISTED, visit, page.found());
        return page;
    }

    private void read(Kind as, Visit visit, Collection<EvaluationRecord> records) {
        traces.reading(
                as,
                visit,
                records.stream()
                        .map(record -> new Traces.Subject(record.cadre(), record.id()))
                        .toList());
    }

    /** Evaluates again, with the stored facts and the stored release, and compares. */
    public Replay replay(Visit visit, UUID id) {
        Evaluation evaluation = show(Kind.REPLAYED, visit, id);
        byte[] again = judging.again(
                        evaluation.caseFile(), evaluation.record().release().digest())
                .json();
        return Replay.of(evaluation, again);
    }

    /**
     * Evaluates changed facts by the release that judged an evaluation; nothing is stored.
     *
     * @param body the whole case file with whatever is changed in it
     * @throws Rejected if there is no such evaluation within the caller's reach, or with every problem of the case file
     */
    public WhatIf whatIf(Visit visit, UUID id, byte[] body) {
        Evaluation evaluation = show(Kind.READ, visit, id);
        Judgement judgement = judging.by(body, evaluation.record().release().digest(), 400);
        measures.previewed(judgement.outcome());
        return WhatIf.of(evaluation, judgement.json());
    }

    /** The release of an evaluation's edition that is in force now for its period, if that is not the one that judged it. */
    public Optional<Release> newerCriteria(EvaluationRecord record) {
        return releases.all().stream()
                .filter(release ->
                        release.edition().code().equals(record.release().edition())
                                && !release.digest().equals(record.release().digest())
                                && judges(release.edition(), record))
                .findFirst();
    }

    private static boolean judges(Edition edition, EvaluationRecord record) {
        return Arrays.stream(Level.values()).anyMatch(level -> edition.judges(record.to(), record.type(), level));
    }
}
