package cadre.service.evaluation;

/**
 * An evaluation with its documents.
 *
 * @param caseFile as received
 * @param outcome canonical JSON, without id and time
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Evaluation(EvaluationRecord record, byte[] caseFile, byte[] outcome) {}
