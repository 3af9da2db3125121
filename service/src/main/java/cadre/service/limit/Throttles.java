package cadre.service.limit;

import cadre.service.access.Caller;
import cadre.service.access.CurrentCaller;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Where in a request's way it is held to its share: the address and everybody before it is known who asks, the person after. */
@Configuration(proxyBeanMethods = false)
class Throttles {
    /** Inside metrics, so that refusals are measured, and outside security. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 20;

    private final LimitSettings settings;
    private final HandlerExceptionResolver problems;
    private final ApplicationEventPublisher events;

    Throttles(
            LimitSettings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.problems = problems;
        this.events = events;
    }

    /** Before all are counted together, and less than all may have: one address cannot take the others' places. */
    @Bean
    FilterRegistrationBean<Throttle> throttleOfAddresses() {
        Askers addresses = new Askers(settings.callerPerSecond(), settings.callerAtOnce());
        return at(
                FIRST,
                new Throttle(request -> addresses.of(request.getRemoteAddr(), System.nanoTime()), problems, events));
    }

    @Bean
    FilterRegistrationBean<Throttle> throttleOfAll() {
        Asker all = new Asker(settings.perSecond(), settings.atOnce(), System.nanoTime());
        return at(FIRST + 1, new Throttle(request -> all, problems, events));
    }

    @Bean
    FilterRegistrationBean<Throttle> throttleOfPeople() {
        Askers people = new Askers(settings.callerPerSecond(), settings.callerAtOnce());
        return at(
                Ordered.LOWEST_PRECEDENCE,
                new Throttle(request -> people.of(name(), System.nanoTime()), problems, events));
    }

    /** Who got past security without a name shares one name with all others who did. */
    private static String name() {
        Caller caller = CurrentCaller.get();
        return caller == null ? "" : caller.person();
    }

    private static FilterRegistrationBean<Throttle> at(int order, Throttle throttle) {
        FilterRegistrationBean<Throttle> registration = new FilterRegistrationBean<>(throttle);
        registration.setOrder(order);
        return registration;
    }
}
