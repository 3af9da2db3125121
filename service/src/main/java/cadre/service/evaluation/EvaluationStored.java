package cadre.service.evaluation;

/** Told inside the transaction that stores an evaluation; a listener that throws keeps it from being stored. */
public record EvaluationStored(Evaluation evaluation) {}
