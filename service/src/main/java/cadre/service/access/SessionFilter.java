package cadre.service.access;

import cadre.service.problem.Rejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows people by the cookie of their session. Whatever changes something must come from a page of this service and repeat what
 * only such a page can know: it is made from the session's secret, so that one planted by others does not fit. A request with a token
 * needs none of this, since no browser adds a token by itself.
 */
final class SessionFilter extends OncePerRequestFilter {
    static final String COOKIE = "CADRE_SESSION";
    static final String CSRF_COOKIE = "XSRF-TOKEN";
    static final String CSRF_HEADER = "X-XSRF-TOKEN";
    static final String CSRF_PARAMETER = "_csrf";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final KnownCallers callers;
    private final Refusal refusal;

    SessionFilter(KnownCallers callers, Refusal refusal) {
        this.callers = callers;
        this.refusal = refusal;
    }

    static String csrf(String secret) {
        return Secret.hash("csrf " + secret);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            if (!SAFE.contains(request.getMethod()) && isFromElsewhere(request)) {
                refusal.answer(Rejected.because(403, "csrf"), request, response);
                return;
            }
            Optional<String> secret = secret(request);
            Optional<Caller> caller = secret.flatMap(callers::withSession);
            if (caller.isPresent()) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new AuthenticatedCaller(caller.get(), true));
                SecurityContextHolder.setContext(context);
                if (!SAFE.contains(request.getMethod()) && !repeats(request, secret.orElseThrow())) {
                    refusal.answer(Rejected.because(403, "csrf"), request, response);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    static Optional<String> secret(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static boolean repeats(HttpServletRequest request, String secret) {
        String header = request.getHeader(CSRF_HEADER);
        boolean form = String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
        String repeated = header == null && form ? request.getParameter(CSRF_PARAMETER) : header;
        return repeated != null && Secret.same(repeated, csrf(secret));
    }

    /**
     * Browsers say where a request comes from; programs say nothing. Sec-Fetch-Site cannot be made up by a page and is told under TLS and
     * on loopback only; Origin is told elsewhere too, and is "null" where a page keeps to itself where it came from.
     */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        return origin != null
                && !String.valueOf(request.getHeader(HttpHeaders.HOST)).equals(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
