package cadre.service.access.web;

import cadre.service.access.Allowed;
import cadre.service.access.Caller;
import cadre.service.access.HeldBack;
import cadre.service.access.LoginPage;
import cadre.service.access.Logins;
import cadre.service.access.OpenToStrangers;
import cadre.service.access.Role;
import cadre.service.access.SessionCookies;
import cadre.service.problem.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

@RestController
@Tag(name = "Session")
class LoginController {
    private static final String SESSION = "/api/v1/session";
    private static final int THROTTLED = 429;

    private final Logins logins;
    private final LoginPage page;
    private final HeldBack heldBack;

    LoginController(Logins logins, LoginPage page, HeldBack heldBack) {
        this.logins = logins;
        this.page = page;
        this.heldBack = heldBack;
    }

    @OpenToStrangers
    @GetMapping("/login")
    @Operation(hidden = true)
    void page(
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        page.answer(request, response, 200, LoginPage.local(next), null);
    }

    @OpenToStrangers
    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(hidden = true)
    void login(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            SessionCookies.give(logins.login(login, password, request.getRemoteAddr()), request, response);
        } catch (Rejected refused) {
            if (refused.status() == THROTTLED) {
                answerLater(LoginPage.local(next), request, response);
            } else {
                page.answer(request, response, refused.status(), LoginPage.local(next), "login.refused");
            }
            return;
        }
        response.setStatus(303);
        response.setHeader("Location", LoginPage.local(next));
    }

    private void answerLater(String next, HttpServletRequest request, HttpServletResponse response) {
        AsyncContext waiting = request.startAsync();
        heldBack.later(() -> {
            try {
                page.answer(request, response, THROTTLED, next, "login.throttled");
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            } finally {
                waiting.complete();
            }
        });
    }

    @Allowed({
        Role.POLICY_AUTHOR,
        Role.POLICY_APPROVER,
        Role.EVALUATOR,
        Role.REVIEWER,
        Role.AUDITOR,
        Role.CADRE,
        Role.ADMINISTRATOR
    })
    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(hidden = true)
    void start(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LoginPage.start(request, response, caller, SessionCookies.csrf(request));
    }

    @Allowed({
        Role.POLICY_AUTHOR,
        Role.POLICY_APPROVER,
        Role.EVALUATOR,
        Role.REVIEWER,
        Role.AUDITOR,
        Role.CADRE,
        Role.ADMINISTRATOR
    })
    @PostMapping("/logout")
    @Operation(hidden = true)
    void leave(HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        response.setStatus(303);
        response.setHeader("Location", "/login");
    }

    @OpenToStrangers
    @PostMapping(
            path = SESSION,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "login",
            summary = "Begins a session",
            description = "Gives a cookie. Requests of the session that change something repeat csrf in X-XSRF-TOKEN.")
    DeferredResult<ResponseEntity<Session>> begin(
            @RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response) {
        DeferredResult<ResponseEntity<Session>> answer = new DeferredResult<>();
        try {
            Logins.Begun begun = logins.login(
                    Objects.requireNonNullElse(given.login(), ""),
                    Objects.requireNonNullElse(given.password(), ""),
                    request.getRemoteAddr());
            SessionCookies.give(begun, request, response);
            answer.setResult(ResponseEntity.status(201)
                    .header("Location", SESSION)
                    .header("Cache-Control", "no-store")
                    .body(Session.of(begun.caller(), begun.csrf())));
        } catch (Rejected refused) {
            if (refused.status() != THROTTLED) {
                throw refused;
            }
            heldBack.later(() -> answer.setErrorResult(refused));
        }
        return answer;
    }

    @Allowed({
        Role.POLICY_AUTHOR,
        Role.POLICY_APPROVER,
        Role.EVALUATOR,
        Role.REVIEWER,
        Role.AUDITOR,
        Role.CADRE,
        Role.ADMINISTRATOR
    })
    @GetMapping(path = SESSION, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "session", summary = "Tells who asks")
    Session session(@Parameter(hidden = true) Caller caller) {
        return Session.of(caller, null);
    }

    @Allowed({
        Role.POLICY_AUTHOR,
        Role.POLICY_APPROVER,
        Role.EVALUATOR,
        Role.REVIEWER,
        Role.AUDITOR,
        Role.CADRE,
        Role.ADMINISTRATOR
    })
    @DeleteMapping(SESSION)
    @Operation(operationId = "logout", summary = "Ends the session")
    ResponseEntity<Void> end(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.secret(request).ifPresent(logins::logout);
        SessionCookies.take(request, response);
        return ResponseEntity.noContent().build();
    }

    @Allowed({
        Role.POLICY_AUTHOR,
        Role.POLICY_APPROVER,
        Role.EVALUATOR,
        Role.REVIEWER,
        Role.AUDITOR,
        Role.CADRE,
        Role.ADMINISTRATOR
    })
    @PutMapping(
            path = SESSION + "/password",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changePassword",
            summary = "Changes one's own password",
            description = "Ends all sessions of the person and begins a new one. Tokens go on.")
    Session password(
            @Parameter(hidden = true) Caller caller,
            @RequestBody NewPassword given,
            HttpServletRequest request,
            HttpServletResponse response) {
        SessionCookies.refuseTokens();
        Logins.Begun begun = logins.changePassword(
                caller,
                Objects.requireNonNullElse(given.present(), ""),
                Objects.requireNonNullElse(given.next(), ""),
                request.getRemoteAddr());
        SessionCookies.give(begun, request, response);
        return Session.of(begun.caller(), begun.csrf());
    }

    /** What proves a person. */
    record Credentials(@Nullable String login, @Nullable String password) {
        @Override
        public String toString() {
            return String.valueOf(login);
        }
    }

    /** A password that is to follow the present one. */
    record NewPassword(@Nullable String present, @Nullable String next) {
        @Override
        public String toString() {
            return "";
        }
    }

    /** Who asks, and what their requests repeat that change something. */
    record Session(String person, Set<Role> roles, @Nullable String csrf) {
        static Session of(Caller caller, @Nullable String csrf) {
            return new Session(caller.person(), caller.roles(), csrf);
        }
    }
}
