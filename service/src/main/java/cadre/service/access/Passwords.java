package cadre.service.access;

import cadre.service.problem.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords. That is meant to be slow, so only half of the processors do it at a time, a few more wait, and
 * everybody else is told to come again: passwords by the thousand leave the rest of the service its processors and its threads.
 */
@Component
final class Passwords {
    static final int SHORTEST = 12;

    /** In bytes: bcrypt looks at no more. */
    static final int LONGEST = 72;

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int WAITING = 4;

    private final Semaphore admitted = new Semaphore(AT_ONCE + WAITING);
    private final Semaphore working = new Semaphore(AT_ONCE, true);
    private final PasswordEncoder encoder;

    /** Compared with where there is no account, so that the time it takes does not tell. */
    private final String nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = String.valueOf(encoder.encode(Secret.random()));
    }

    /** Whether the password can be one: long enough, and no longer than is looked at. */
    static boolean acceptable(String password) {
        return password.codePointCount(0, password.length()) >= SHORTEST
                && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /**
     * Hashes a password.
     *
     * @throws Rejected with 429 if too many are at it
     */
    String hash(String password) {
        enter();
        try {
            return String.valueOf(encoder.encode(password));
        } finally {
            leave();
        }
    }

    /**
     * Whether this is the password of the account; takes as long where there is none.
     *
     * @throws Rejected with 429 if too many are at it
     */
    boolean matches(String password, @Nullable Account account) {
        String stored = account == null ? null : account.password();
        enter();
        try {
            boolean same = encoder.matches(password, stored == null ? nobodys : stored);
            return same && stored != null;
        } finally {
            leave();
        }
    }

    private void enter() {
        if (!admitted.tryAcquire()) {
            throw Rejected.because(429, "logins-busy").with("retryAfter", "1");
        }
        working.acquireUninterruptibly();
    }

    private void leave() {
        working.release();
        admitted.release();
    }
}
