package cadre.service.access;

import cadre.service.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers strangers with 401 and people who may not with 403, as every other problem is answered. */
@Component
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final ApplicationEventPublisher events;
    private final LoginPage page;

    Refusal(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems,
            ApplicationEventPublisher events,
            LoginPage page) {
        this.problems = problems;
        this.events = events;
        this.page = page;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof IssuerUnreachable) {
            answer(Rejected.because(503, "issuer-unreachable").with("retryAfter", "5"), request, response);
            return;
        }
        boolean presented = failure instanceof OAuth2AuthenticationException;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                presented ? "Bearer realm=\"cadre\", error=\"invalid_token\"" : "Bearer realm=\"cadre\"");
        Rejected rejected = presented ? Rejected.because(401, "bad-token") : Rejected.because(401, "unauthenticated");
        if (!presented && LoginPage.isFor(request)) {
            denied(rejected, request);
            page.answer(request, response, 401, LoginPage.here(request), null);
        } else {
            answer(rejected, request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) {
        answer(Rejected.because(403, "not-allowed"), request, response);
    }

    /** Tells the caller and whoever keeps traces. */
    void answer(Rejected rejected, HttpServletRequest request, HttpServletResponse response) {
        denied(rejected, request);
        problems.getObject().resolveException(request, response, null, rejected);
    }

    /** Tells whoever keeps traces. */
    void denied(Rejected rejected, HttpServletRequest request) {
        events.publishEvent(new AccessDenied(
                person(),
                request.getMethod(),
                request.getRequestURI(),
                rejected.code(),
                Objects.requireNonNullElse(request.getRemoteAddr(), "")));
    }

    private static @Nullable String person() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known instanceof AuthenticatedCaller caller
                ? caller.getPrincipal().person()
                : null;
    }
}
