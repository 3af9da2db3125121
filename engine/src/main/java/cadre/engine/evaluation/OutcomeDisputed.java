package cadre.engine.evaluation;

/** Two ways of coming to an outcome do not agree; it must not be stored. */
public final class OutcomeDisputed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomeDisputed(String difference) {
        super(difference);
    }
}
