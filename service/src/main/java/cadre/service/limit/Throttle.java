package cadre.service.limit;

import cadre.service.access.Caller;
import cadre.service.access.CurrentCaller;
import cadre.service.problem.Rejected;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets a request through if whoever asks has not enough in hand already; else they are told when to come again. */
final class Throttle extends OncePerRequestFilter {
    private final Function<HttpServletRequest, Asker> askers;
    private final HandlerExceptionResolver problems;
    private final ApplicationEventPublisher events;

    Throttle(
            Function<HttpServletRequest, Asker> askers,
            HandlerExceptionResolver problems,
            ApplicationEventPublisher events) {
        this.askers = askers;
        this.problems = problems;
        this.events = events;
    }

    /** Each is another filter, though of one class. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return Throttle.class.getName() + System.identityHashCode(this);
    }

    /** Whether the service lives can be asked however busy it is. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/actuator/health") || path.startsWith("/actuator/health/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Asker asker = askers.apply(request);
        long seconds = asker.begin(System.nanoTime());
        if (seconds > 0) {
            refuse(request, response, seconds);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            asker.done();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long seconds) {
        Caller caller = CurrentCaller.get();
        events.publishEvent(
                new Throttled(caller == null ? null : caller.person(), request.getMethod(), request.getRemoteAddr()));
        response.setHeader("Retry-After", Long.toString(seconds));
        problems.resolveException(request, response, null, Rejected.because(429, "too-many-requests", seconds));
    }
}
