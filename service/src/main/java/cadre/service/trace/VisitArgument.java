package cadre.service.trace;

import cadre.service.access.CurrentCaller;
import cadre.service.problem.OneLine;
import cadre.service.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells handlers who calls, from where and why. A parameter and no header, which could not carry Chinese. */
@Component
final class VisitArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final int LONGEST = 1000;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Visit.class);
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        String why = http.getParameter("why");
        if (why != null && !OneLine.is(why, LONGEST)) {
            throw Rejected.because(400, "bad-why").at("why");
        }
        return new Visit(
                Objects.requireNonNull(CurrentCaller.get(), "no stranger gets here"), http.getRemoteAddr(), why);
    }
}
