package cadre.service.access;

import jakarta.servlet.Filter;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The service without its guard, to be measured against the one with it: no filter of security sees a request, and everybody is
 * one and the same caller. Not annotated, so that nothing finds it that does not name it.
 */
final class Unguarded {
    /** Not the matcher of any request, of which the guard's own chain is the only one that may be. */
    @Bean
    WebSecurityCustomizer nothingIsGuarded() {
        return web -> web.ignoring().requestMatchers((RequestMatcher) request -> true);
    }

    @Bean
    FilterRegistrationBean<Filter> everybodyIsKnown() {
        AuthenticatedCaller everybody =
                new AuthenticatedCaller(new Caller("local:everybody", Set.of(Role.values()), Reach.EVERYONE), false);
        return new FilterRegistrationBean<>((request, response, chain) -> {
            SecurityContextHolder.setContext(new SecurityContextImpl(everybody));
            try {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
    }
}
