package cadre.service.access;

import org.springframework.security.core.AuthenticationException;

/** The issuer does not answer, so that nothing can be said of what it vouches for. */
final class IssuerUnreachable extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    IssuerUnreachable(String message, Throwable cause) {
        super(message, cause);
    }

    IssuerUnreachable(String message) {
        super(message);
    }

    /** Whether this is why something failed. */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IssuerUnreachable) {
                return true;
            }
        }
        return false;
    }
}
