package cadre.service.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The issuer that vouches for people: what it says of itself is asked for when it is first needed, so that the service starts
 * without it. Its keys are fetched again when they are old and when a token names an unknown one, the latter not more often than
 * every so many seconds, whatever strangers send.
 */
@Component
@ConditionalOnProperty("cadre.access.oidc.issuer")
final class Issuer {
    private static final Logger log = LoggerFactory.getLogger(Issuer.class);

    static final String REGISTRATION = "oidc";

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST_KEYS = 256 * 1024;
    private static final long LONGEST_INTERVAL = Duration.ofSeconds(10).toMillis();
    private static final long ASK_AGAIN = Duration.ofSeconds(2).toNanos();

    private final OidcSettings settings;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile @Nullable Long failed;

    Issuer(OidcSettings settings) {
        this.settings = settings;
    }

    /** What the issuer said of itself. */
    private record Known(ClientRegistration client, NimbusJwtDecoder accessTokens, NimbusJwtDecoder idTokens) {}

    /**
     * Reads a token for this service.
     *
     * @throws BadJwtException if it proves nothing
     * @throws IssuerUnreachable if nothing can be said of it now
     */
    Jwt accessToken(String text) {
        return read(known().accessTokens(), text);
    }

    /** Reads what a login gave; throws as {@link #accessToken} does. */
    Jwt idToken(String text) {
        return read(known().idTokens(), text);
    }

    /** How this service is registered for logins; throws {@link IssuerUnreachable}. */
    ClientRegistration client() {
        return known().client();
    }

    /** For requests to the issuer, which must not hold up a thread for long. */
    static JdkClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    private static Jwt read(NimbusJwtDecoder decoder, String text) {
        try {
            return decoder.decode(text);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException unknown) {
            for (Throwable cause = unknown; cause != null; cause = cause.getCause()) {
                if (cause instanceof RateLimitReachedException) {
                    throw new BadJwtException("The token names an unknown key", unknown);
                }
            }
            throw new IssuerUnreachable("The keys of the issuer cannot be fetched", unknown);
        }
    }

    /** One thread asks; the others are not held up meanwhile. */
    private Known known() {
        Known present = known;
        if (present != null) {
            return present;
        }
        Long before = failed;
        if ((before != null && System.nanoTime() - before < ASK_AGAIN) || !asking.tryLock()) {
            throw new IssuerUnreachable("The issuer did not answer a moment ago");
        }
        try {
            present = known;
            if (present == null) {
                present = ask();
                known = present;
            }
            return present;
        } catch (RestClientException | IllegalArgumentException | MalformedURLException unusable) {
            failed = System.nanoTime();
            log.warn("The issuer {} gives no configuration", settings.issuer(), unusable);
            throw new IssuerUnreachable("The issuer gives no configuration: " + settings.issuer(), unusable);
        } finally {
            asking.unlock();
        }
    }

    private Known ask() throws MalformedURLException {
        String issuer = Objects.requireNonNull(settings.issuer());
        Map<String, Object> told = RestClient.builder()
                .requestFactory(requests())
                .build()
                .get()
                .uri(URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"))
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (told == null || !issuer.equals(told.get("issuer"))) {
            throw new IllegalArgumentException("The issuer calls itself something else");
        }
        ClientRegistration client = client(told);
        JWKSource<SecurityContext> keys =
                keys(Objects.requireNonNull(client.getProviderDetails().getJwkSetUri()));
        OidcIdTokenValidator idTokens = new OidcIdTokenValidator(client);
        idTokens.setClockSkew(settings.clockSkew());
        return new Known(
                client,
                decoder(
                        keys,
                        List.of(
                                types(),
                                times(),
                                new JwtIssuerValidator(issuer),
                                new JwtAudienceValidator(Objects.requireNonNull(settings.audience())))),
                decoder(keys, List.of(times(), idTokens)));
    }

    private ClientRegistration client(Map<String, Object> told) {
        String secret = settings.clientSecret();
        ClientRegistration.Builder client = ClientRegistrations.fromOidcConfiguration(told)
                .registrationId(REGISTRATION)
                .clientId(Objects.requireNonNullElse(settings.clientId(), "none"))
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}" + IssuerLogin.BACK)
                .scope(settings.scope());
        return secret == null
                ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : client.clientSecret(secret).build();
    }

    private JWKSource<SecurityContext> keys(String address) throws MalformedURLException {
        int patience = Math.toIntExact(PATIENCE.toMillis());
        long believed = settings.keysBelieved().toMillis();
        return JWKSourceBuilder.<SecurityContext>create(
                        URI.create(address).toURL(), new DefaultResourceRetriever(patience, patience, LARGEST_KEYS))
                .cache(believed, PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(Math.min(LONGEST_INTERVAL, believed / 2))
                .build();
    }

    /** By asymmetric algorithms only: with others, whoever can check a token could have made it. */
    private static NimbusJwtDecoder decoder(JWKSource<SecurityContext> keys, List<OAuth2TokenValidator<Jwt>> demands) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(demands));
        return decoder;
    }

    private OAuth2TokenValidator<Jwt> times() {
        JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
        times.setAllowEmptyExpiryClaim(false);
        return times;
    }

    /** What the issuer signs for other purposes, as logging out, is no proof of who asks. */
    private static OAuth2TokenValidator<Jwt> types() {
        JwtTypeValidator types = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        types.setAllowEmpty(true);
        return types;
    }
}
