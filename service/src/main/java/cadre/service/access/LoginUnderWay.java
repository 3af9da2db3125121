package cadre.service.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What is remembered of a login while its person is at the issuer: in a cookie of theirs that no script can read, so that they can come
 * back to any replica.
 */
final class LoginUnderWay implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String NAME = "CADRE_LOGIN";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final String NEXT = LoginUnderWay.class.getName() + ".next";

    private final Issuer issuer;

    LoginUnderWay(Issuer issuer) {
        this.issuer = issuer;
    }

    /** Where who comes back wanted to go. */
    static String next(HttpServletRequest request) {
        return LoginPage.local(request.getAttribute(NEXT) instanceof String next ? next : request.getParameter("next"));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        List<String> parts = Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .findFirst()
                .map(LoginUnderWay::parts)
                .orElse(List.of());
        if (parts.size() != 5 || state == null || !Secret.same(parts.get(0), state)) {
            return null;
        }
        request.setAttribute(NEXT, parts.get(4));
        ClientRegistration client = issuer.client();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
                .clientId(client.getClientId())
                .scopes(client.getScopes())
                .state(state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        client.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        parts.get(1),
                        PkceParameterNames.CODE_VERIFIER,
                        parts.get(2)))
                .redirectUri(parts.get(3))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            set("", Duration.ZERO, request, response);
            return;
        }
        String value = Stream.of(
                        begun.getState(),
                        begun.getAttribute(OidcParameterNames.NONCE),
                        begun.getAttribute(PkceParameterNames.CODE_VERIFIER),
                        begun.getRedirectUri(),
                        next(request))
                .map(part -> Objects.requireNonNull(part).getBytes(StandardCharsets.UTF_8))
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .collect(Collectors.joining("."));
        set(value, LASTS, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        set("", Duration.ZERO, request, response);
        return begun;
    }

    private static List<String> parts(String value) {
        try {
            return Arrays.stream(value.split("\\.", -1))
                    .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException strange) {
            return List.of();
        }
    }

    /** Under TLS by a name that no other host can plant. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    private static void set(String value, Duration lasts, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(lasts)
                        .build()
                        .toString());
    }
}
