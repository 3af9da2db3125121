package cadre.engine.document;

/** Reading cannot go on after this problem. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Unreadable(String code, Place place, Object... arguments) {
        super(code, null, false, false);
        this.problem = Problem.of(code, place, arguments);
    }

    Problem problem() {
        return problem;
    }
}
