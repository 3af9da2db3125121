package cadre.service.impact;

import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeReader;
import cadre.engine.impact.Impact;
import cadre.engine.impact.ImpactJson;
import cadre.engine.impact.Person;
import cadre.engine.impact.Study;
import cadre.engine.impact.Trial;
import cadre.engine.impact.Tried;
import cadre.engine.impact.Verdict;
import cadre.service.evaluation.DecidedCases.Decided;
import cadre.service.impact.Jobs.Moved;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What some evaluations add to a report. What was decided is read; only the candidate evaluates. */
final class Chunk {
    private static final Logger log = LoggerFactory.getLogger(Chunk.class);

    private final Study study;
    private final Trial trial;
    private final Impact impact;
    private final List<Moved> moved = new ArrayList<>();
    private long leftOut;

    Chunk(Study study, Trial trial) {
        this.study = study;
        this.trial = trial;
        this.impact = study.none();
    }

    Impact impact() {
        return impact;
    }

    List<Moved> moved() {
        return moved;
    }

    long leftOut() {
        return leftOut;
    }

    void add(Decided decided) {
        Outcome outcome;
        try {
            outcome = OutcomeReader.readDecision(decided.outcome());
            if (!study.knows(outcome.release().digest())) {
                throw new IllegalArgumentException(
                        "release " + outcome.release().digest() + " is not at hand");
            }
        } catch (IllegalArgumentException | IllegalStateException incomparable) {
            log.error("Evaluation {} cannot be compared and is left out of an impact", decided.id(), incomparable);
            leftOut++;
            return;
        }
        Problems problems = new Problems();
        Datum caseFile = JsonDocument.read(decided.caseFile(), problems);
        Verdict verdict = caseFile == null ? new Verdict.Refused(problems.all()) : trial.judge(caseFile, problems);
        Person person = caseFile == null ? new Person(decided.cadre(), decided.unit(), "", "") : Person.of(caseFile);
        study.add(new Tried(decided.id().toString(), person, outcome, verdict), impact)
                .ifPresent(mover ->
                        moved.add(new Moved(decided.id(), decided.unit(), decided.cadre(), ImpactJson.write(mover))));
    }
}
