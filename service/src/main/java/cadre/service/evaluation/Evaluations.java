package cadre.service.evaluation;

import cadre.engine.evaluation.Outcome.FiringLine;
import cadre.service.access.Caller;
import cadre.service.access.Reach;
import cadre.service.problem.Rejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private final Measures measures;

    Evaluations(Judging judging, EvaluationStore store, Measures measures) {
        this.judging = judging;
        this.store = store;
        this.measures = measures;
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
        Judgement judgement = judging.judge(submission.body(), submission.release());
        refuseOutside(submission.caller().reach(), judgement.caseFile().cadre().unit());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        EvaluationRecord record = EvaluationRecord.of(
                EvaluationIds.next(now), now, submission, judgement.caseFile(), judgement.outcome());
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
            throw conflict(record, submission.caller().reach(), taken);
        } catch (EvaluationStore.NotCurrent notCurrent) {
            throw Rejected.because(409, "not-current", String.valueOf(submission.supersedes()))
                    .at("supersedes");
        }
        measures.stored(judgement.outcome());
        return evaluation;
    }

    /** The caller named the unit, so this tells them nothing. */
    private static void refuseOutside(Reach reach, String unit) {
        if (!reach.covers(unit)) {
            throw Rejected.because(403, "outside-units", unit).at("/cadre/unit");
        }
    }

    /** That one cadre has one result cannot be hidden from who would make a second; whose it is and which, can. */
    private RuntimeException conflict(EvaluationRecord record, Reach reach, DuplicateKeyException taken) {
        Optional<EvaluationStore.Current> current = store.current(record);
        if (current.isEmpty()) {
            return taken;
        }
        UUID id = current.get().id();
        return reach.reads(current.get().unit(), current.get().cadre())
                ? Rejected.because(409, "already-evaluated", id).with("current", id.toString())
                : Rejected.because(409, "evaluated-elsewhere");
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
            return caller.reach().reads(record.unit(), record.cadre())
                    ? Optional.of(new Evaluation(record.asCreated(), evaluation.caseFile(), evaluation.outcome()))
                    : Optional.empty();
        });
    }

    /** The outcome's canonical JSON; nothing is stored. */
    public byte[] preview(byte[] body, @Nullable String release) {
        Judgement judgement = judging.judge(body, release);
        measures.previewed(judgement.outcome());
        return judgement.json();
    }

    /** The same for the description of the service, which no metric counts. */
    public byte[] example(byte[] body) {
        return judging.judge(body, null).json();
    }

    /**
     * The evaluation of this id.
     *
     * @throws Rejected if there is none within the caller's reach
     */
    public Evaluation get(Caller caller, UUID id) {
        return store.find(id, caller.reach()).orElseThrow(() -> Rejected.because(404, "no-such-evaluation", id));
    }

    /** Those of the evaluations within the caller's reach that are asked for. */
    public Search.Page search(Caller caller, Search search) {
        return store.search(search, caller.reach());
    }

    /** Evaluates again, with the stored facts and the stored release, and compares. */
    public Replay replay(Caller caller, UUID id) {
        Evaluation evaluation = get(caller, id);
        byte[] again = judging.again(
                        evaluation.caseFile(), evaluation.record().release().digest())
                .json();
        return Replay.of(evaluation, again);
    }
}
