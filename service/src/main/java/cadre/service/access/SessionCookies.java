package cadre.service.access;

import cadre.service.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a browser keeps of a session: its secret, which no script can read, and what pages repeat, which their scripts can. */
public final class SessionCookies {
    private SessionCookies() {}

    /** Hands a session over. */
    public static void give(Logins.Begun begun, HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SessionFilter.COOKIE, begun.secret(), true, Sessions.LONGEST);
        set(request, response, SessionFilter.CSRF_COOKIE, begun.csrf(), false, Sessions.LONGEST);
    }

    /** Has the browser forget it. */
    public static void take(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SessionFilter.COOKIE, "", true, Duration.ZERO);
        set(request, response, SessionFilter.CSRF_COOKIE, "", false, Duration.ZERO);
    }

    private static void set(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            boolean hidden,
            Duration lasts) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(hidden)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(lasts)
                        .build()
                        .toString());
    }

    /** The secret of the session that the request is of, if it is of one. */
    public static Optional<String> secret(HttpServletRequest request) {
        return SessionFilter.secret(request);
    }

    /** What a form of a page for this request must repeat. */
    public static String csrf(HttpServletRequest request) {
        return SessionFilter.secret(request).map(SessionFilter::csrf).orElse("");
    }

    /**
     * For what a token, which may have got into other hands, does not do.
     *
     * @throws Rejected if the request came with a token and not in a session
     */
    public static void refuseTokens() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof AuthenticatedCaller known
                && known.loggedIn())) {
            throw Rejected.because(403, "session-needed");
        }
    }
}
