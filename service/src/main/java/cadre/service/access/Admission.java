package cadre.service.access;

import cadre.service.problem.Rejected;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Holds every handler to its {@link Allowed}; one without it is refused to everybody. It looks at the handler that was found, so
 * that what is not there is not found, and what is there needs no second list of paths. Strangers never come this far.
 */
@Component
final class Admission implements HandlerInterceptor, WebMvcConfigurer {
    private final Refusal refusal;

    Admission(Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR || isOpen(handler) || admits(handler)) {
            return true;
        }
        Rejected rejected = Rejected.because(403, "not-allowed");
        if (handler instanceof HandlerMethod) {
            refusal.denied(rejected, request);
            throw rejected;
        }
        // What a framework handles itself, such as another site's question whether it may ask, has nobody to turn this
        // into an answer.
        refusal.answer(rejected, request, response);
        return false;
    }

    private static boolean admits(Object handler) {
        Allowed allowed = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Allowed.class) : null;
        Caller caller = caller();
        return allowed != null
                && caller != null
                && Arrays.stream(allowed.value()).anyMatch(caller::is);
    }

    /** What the libraries serve that describe the API, to whom the filters let through; it holds neither criteria nor results. */
    private static boolean isOpen(Object handler) {
        if (handler instanceof HandlerMethod method) {
            return method.hasMethodAnnotation(OpenToStrangers.class)
                    || method.getBean() instanceof ErrorController
                    || method.getBeanType().getName().startsWith("org.springdoc.");
        }
        return handler instanceof ResourceHttpRequestHandler;
    }

    static @Nullable Caller caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AuthenticatedCaller known
                ? known.getPrincipal()
                : null;
    }
}
