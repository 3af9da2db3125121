package cadre.service.access;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every request passes first: whoever does not prove who they are gets to see health and nothing else. */
@Configuration(proxyBeanMethods = false)
class Gate {
    /** What a page may do that says nothing of its own; Swagger UI needs its own scripts, styles and pictures. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** A measure of every filter on every request would tell nobody anything; requests themselves are measured. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            TokenLogin tokens,
            KnownCallers callers,
            Refusal refusal,
            ObjectProvider<IssuerLogin> issuer) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // SessionFilter sees to it: the framework's own sets a cookie in every answer, to tokens too.
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new SessionFilter(callers, refusal), BearerTokenAuthenticationFilter.class)
                .headers(headers -> headers.frameOptions(frames -> frames.deny())
                        // Not "no-referrer": browsers then send "Origin: null" with the forms of the service's own
                        // pages.
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(
                                strict -> strict.maxAgeInSeconds(31_536_000).includeSubDomains(false))
                        .contentSecurityPolicy(content -> content.policyDirectives(POLICY)))
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> tokens::authenticate)
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(refusal))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**", "/login")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/session")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyAuthority("ROLE_" + Role.ADMINISTRATOR, "ROLE_" + Role.AUDITOR, TokenLogin.SCRAPE)
                        .anyRequest()
                        .authenticated());
        issuer.ifAvailable(login -> http.oauth2Login(login::configure));
        return http.build();
    }
}
