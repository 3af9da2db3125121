package cadre.service.trace;

import cadre.service.access.AccessDenied;
import cadre.service.access.AccountChanged;
import cadre.service.access.LoginFailed;
import cadre.service.access.LoginSucceeded;
import cadre.service.access.TokenUsed;
import cadre.service.limit.Throttled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records who was let in and who was refused. */
@Component
final class AccessTraces {
    private final Traces traces;
    private final TraceStore store;

    AccessTraces(Traces traces, TraceStore store) {
        this.traces = traces;
        this.store = store;
    }

    @EventListener
    void on(AccessDenied denied) {
        traces.denied(
                Trace.of(
                        Kind.DENIED,
                        denied.person(),
                        denied.reason() + " " + denied.method() + " " + denied.path(),
                        denied.address()),
                denied.reason());
    }

    @EventListener
    void on(Throttled throttled) {
        traces.denied(
                Trace.of(
                        Kind.DENIED,
                        throttled.person(),
                        "too-many-requests " + throttled.method(),
                        throttled.address()),
                "too-many-requests");
    }

    @EventListener
    void on(LoginSucceeded login) {
        traces.add(Trace.of(Kind.LOGGED_IN, login.person(), "", login.address()));
    }

    /** What was typed is recorded only if it is somebody's login: it may as well be a password. */
    @EventListener
    void on(LoginFailed login) {
        traces.refused(Kind.LOGIN_FAILED, null, login.address(), login.login(), () -> {
            String known = store.hasAccount(login.login()) ? login.login() : "unknown login";
            return Trace.of(Kind.LOGIN_FAILED, null, known, login.address());
        });
    }

    /** In the transaction that changes the account, so that there is neither without the other. */
    @EventListener
    void on(AccountChanged changed) {
        store.addWithin(Trace.of(Kind.ACCOUNT_CHANGED, changed.by(), changed.what(), changed.address()));
    }

    @EventListener
    void on(TokenUsed used) {
        traces.repeated(
                Kind.TOKEN_USED,
                used.person(),
                used.address(),
                used.token(),
                () -> Trace.of(Kind.TOKEN_USED, used.person(), used.token(), used.address()));
    }
}
