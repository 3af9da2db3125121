package cadre.engine.inference;

/** A rule concluded what cannot be (negative points, a share above 1), or exceeded a limit; nothing may be stored. */
public final class RuleFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String criterion;

    public RuleFailed(String criterion, String message) {
        super(criterion + ": " + message);
        this.criterion = criterion;
    }

    /** Id of the rule. */
    public String criterion() {
        return criterion;
    }
}
