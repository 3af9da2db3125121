package cadre.service.problem;

import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may show it: which it was and where, but not its message. Drivers and parsers put into theirs what a person
 * sent or stored.
 */
final class Wordless extends Exception {
    private static final long serialVersionUID = 1L;

    private Wordless(Throwable failure, @Nullable Throwable cause) {
        super(failure.getClass().getName(), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    static Wordless of(Throwable failure) {
        return new Wordless(failure, failure.getCause() == null ? null : of(failure.getCause()));
    }
}
