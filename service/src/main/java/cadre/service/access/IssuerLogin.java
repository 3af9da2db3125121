package cadre.service.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.client.RestClient;

/** Lets people log in at the issuer, by authorization code and PKCE, to a session of this service like any other. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cadre.access.oidc.client-id")
class IssuerLogin implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger log = LoggerFactory.getLogger(IssuerLogin.class);

    /** Where a login begins. */
    static final String BEGIN = "/login/begin/" + Issuer.REGISTRATION;

    /** Where people come back to, which the issuer must know. */
    static final String BACK = "/login/" + Issuer.REGISTRATION;

    private final Issuer issuer;
    private final VouchedPeople people;
    private final Logins logins;
    private final LoginPage page;
    private final ApplicationEventPublisher events;

    IssuerLogin(Issuer issuer, VouchedPeople people, Logins logins, LoginPage page, ApplicationEventPublisher events) {
        this.issuer = issuer;
        this.people = people;
        this.logins = logins;
        this.page = page;
        this.events = events;
    }

    /** The same keys and clock as for tokens. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        return client -> issuer::idToken;
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        login.loginPage("/login")
                .clientRegistrationRepository(id -> issuer.client())
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(begin ->
                        begin.baseUri("/login/begin").authorizationRequestRepository(new LoginUnderWay(issuer)))
                .redirectionEndpoint(back -> back.baseUri(BACK))
                .tokenEndpoint(token -> token.accessTokenResponseClient(exchange()))
                .userInfoEndpoint(user -> user.oidcUserService(users))
                .successHandler(this)
                .failureHandler(this)
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(IssuerLogin.this);
                        return filter;
                    }
                });
    }

    /** As the framework's own, but that it does not wait forever. */
    private static RestClientAuthorizationCodeTokenResponseClient exchange() {
        RestClientAuthorizationCodeTokenResponseClient exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(RestClient.builder()
                .requestFactory(Issuer.requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return exchange;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication proven)
            throws IOException {
        OidcUser user = (OidcUser) Objects.requireNonNull(proven.getPrincipal());
        Account account = people.loggedIn(user);
        String why = !account.active() ? "login.closed" : account.roles().isEmpty() ? "login.no-roles" : null;
        if (why != null) {
            refuse(request, response, 403, why);
            return;
        }
        SessionCookies.give(logins.admit(account, request.getRemoteAddr()), request, response);
        response.setStatus(303);
        response.setHeader("Location", LoginUnderWay.next(request));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        log.info("A login at the issuer failed: {}", failure.toString());
        if (IssuerUnreachable.isCauseOf(failure)) {
            refuse(request, response, 503, "login.issuer-silent");
        } else {
            refuse(request, response, 401, "login.issuer-refused");
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String why)
            throws IOException {
        events.publishEvent(
                new LoginFailed(Issuer.REGISTRATION, Objects.requireNonNullElse(request.getRemoteAddr(), "")));
        page.answer(request, response, status, LoginUnderWay.next(request), why);
    }

    /** The issuer's tokens are needed no longer than the login takes. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
