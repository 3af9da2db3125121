package cadre.service.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.evaluation.Outcome;
import cadre.engine.facts.AppraisalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of an evaluation beside its documents.
 *
 * @param from first day of the period
 * @param to last day of the period
 * @param status as evaluated
 * @param supersedes the evaluation it took the place of, for the reason given; told only to those who reach that one
 * @param superseded whether another took its place
 * @param supersededBy the evaluation that did; told only to those who reach that one
 */
public record EvaluationRecord(
        UUID id,
        String cadre,
        String unit,
        AppraisalType type,
        LocalDate from,
        LocalDate to,
        Outcome.Release release,
        Outcome.Status status,
        @Nullable String grade,
        BigDecimal total,
        Instant created,
        @Nullable UUID supersedes,
        @Nullable String reason,
        boolean superseded,
        @Nullable UUID supersededBy) {

    static EvaluationRecord of(UUID id, Instant created, Submission submission, CaseFile caseFile, Outcome outcome) {
        return new EvaluationRecord(
                id,
                caseFile.cadre().id(),
                caseFile.cadre().unit(),
                caseFile.appraisal().type(),
                caseFile.appraisal().from(),
                caseFile.appraisal().to(),
                outcome.release(),
                outcome.status(),
                outcome.grade(),
                outcome.total(),
                created,
                submission.supersedes(),
                submission.reason(),
                false,
                null);
    }

    /** Whether it still counts. */
    public boolean current() {
        return !superseded;
    }

    /** The same before anything superseded it. */
    EvaluationRecord asCreated() {
        return new EvaluationRecord(
                id,
                cadre,
                unit,
                type,
                from,
                to,
                release,
                status,
                grade,
                total,
                created,
                supersedes,
                reason,
                false,
                null);
    }

    /** What only one current evaluation can have. */
    String currentKey() {
        return cadre + " " + type + " " + from + " " + to;
    }
}
