package cadre.engine.rulebook;

/**
 * A kjar cannot be made or loaded although its edition was accepted: a fault of this product or of how the kjar was
 * built, never of an author. The message is for developers.
 */
public final class RulebookBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RulebookBroken(String message) {
        super(message);
    }

    RulebookBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
