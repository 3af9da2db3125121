package cadre.service.access;

import cadre.service.problem.Rejected;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets people in who know their password, and out again. */
@Component
public class Logins {
    private static final int LONGEST_LOGIN = 190;

    private final Accounts accounts;
    private final Sessions sessions;
    private final KnownCallers callers;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final ApplicationEventPublisher events;

    Logins(
            Accounts accounts,
            Sessions sessions,
            KnownCallers callers,
            Passwords passwords,
            LoginThrottle throttle,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.callers = callers;
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
    }

    /**
     * A session just begun.
     *
     * @param secret what proves it, for the cookie
     */
    public record Begun(Caller caller, String secret) {
        /** What a request of this session that changes something must repeat. */
        public String csrf() {
            return SessionFilter.csrf(secret);
        }

        @Override
        public String toString() {
            return caller.person();
        }
    }

    /**
     * Begins a session.
     *
     * @param address from which the request came
     * @throws Rejected if the password is not the login's, with 401, or too many were tried, with 429
     */
    public Begun login(String typed, String password, String address) {
        String login = typed.strip().toLowerCase(Locale.ROOT);
        boolean tooLong = login.length() > LONGEST_LOGIN || password.length() > Passwords.LONGEST;
        login = login.substring(0, Math.min(login.length(), LONGEST_LOGIN));
        Duration wait = throttle.begin(login, address);
        if (!wait.isZero()) {
            throw refused(login, address, throttled(wait));
        } else if (tooLong) {
            throw refused(login, address, wrong());
        }
        Optional<Account> account = accounts.withLogin(login).filter(Account::active);
        if (!passwords.matches(password, account.orElse(null))) {
            throw refused(login, address, wrong());
        }
        throttle.succeeded(login, address);
        Account known = account.orElseThrow();
        events.publishEvent(new LoginSucceeded(known.person(), address));
        return begin(known);
    }

    /** Begins a session of somebody whom the issuer vouches for. */
    Begun admit(Account account, String address) {
        events.publishEvent(new LoginSucceeded(account.person(), address));
        return begin(account);
    }

    private Begun begin(Account account) {
        return new Begun(callers.caller(account, account.roles()), sessions.begin(account));
    }

    private Rejected refused(String login, String address, Rejected why) {
        events.publishEvent(new LoginFailed(login, address));
        return why;
    }

    private static Rejected wrong() {
        return Rejected.because(401, "login-refused");
    }

    private static Rejected throttled(Duration wait) {
        String seconds = Long.toString(wait.toSeconds() + 1);
        return Rejected.because(429, "login-throttled", seconds).with("retryAfter", seconds);
    }

    /** Ends a session. */
    public void logout(String secret) {
        String hash = Secret.hash(secret);
        sessions.end(hash);
        callers.forgetSession(hash);
    }

    /**
     * Changes somebody's own password, which ends all their sessions, and begins a new one.
     *
     * @throws Rejected if the present one is wrong or the new one cannot be one
     */
    public Begun changePassword(Caller caller, String present, String next, String address) {
        Account account = accounts.find(caller.person())
                .filter(one -> one.login() != null)
                .orElseThrow(() -> Rejected.because(409, "no-password"));
        if (!Passwords.acceptable(next)) {
            throw Rejected.because(400, "bad-password").at("/next");
        }
        String login = String.valueOf(account.login());
        Duration wait = throttle.begin(login, address);
        if (!wait.isZero()) {
            throw throttled(wait);
        } else if (!passwords.matches(present, account)) {
            throw refused(
                    login, address, Rejected.because(403, "password-wrong").at("/present"));
        }
        throttle.succeeded(login, address);
        String hash = passwords.hash(next);
        // Hashing takes a while: whoever was closed or given another password meanwhile stays so.
        Account changed = accounts.change(account.person(), now -> {
            if (!now.active() || now.era() != account.era()) {
                throw Rejected.because(409, "account-changed", account.person());
            }
            return now.withPassword(hash);
        });
        sessions.endAll(changed.person());
        callers.forgetAccount(changed.person());
        return begin(changed);
    }
}
