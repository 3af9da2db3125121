package cadre.service.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A real issuer (Spring's authorization server) on a port of its own, with people who have passwords there, and what else its keys
 * could be made to sign.
 */
final class TestIssuer implements AutoCloseable {
    static final String AUDIENCE = "cadre-api";
    static final String CLIENT = "cadre-service";
    static final String SECRET = "known-to-both";

    /** What the issuer says of its people, by their names; each has the name as a password. */
    static final Map<String, Map<String, Object>> PEOPLE = Map.of(
            "chen", Map.of("groups", List.of("hr-evaluators", "canteen"), "units", List.of("*")),
            "gone", Map.of("groups", List.of("hr-evaluators"), "units", List.of("*")),
            "guest", Map.of("groups", List.of("canteen")),
            "batch", Map.of("groups", List.of("AUDITOR")));

    private final AtomicReference<JWKSet> keys;
    private final AnnotationConfigServletWebServerApplicationContext running;
    private final String address;

    private TestIssuer(RSAKey key, int port) {
        keys = new AtomicReference<>(new JWKSet(key));
        address = "http://127.0.0.1:" + port;
        running = new AnnotationConfigServletWebServerApplicationContext();
        running.registerBean(TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(port));
        running.registerBean(
                AuthorizationServerSettings.class,
                () -> AuthorizationServerSettings.builder().issuer(address).build());
        running.registerBean(
                "keys", Keys.class, () -> (selector, context) -> selector.select(Objects.requireNonNull(keys.get())));
        // Filters see only what some servlet is mapped to.
        running.registerBean(DispatcherServlet.class);
        running.register(Server.class);
        running.refresh();
    }

    static TestIssuer start() {
        return new TestIssuer(newKey(), freePort());
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String address() {
        return address;
    }

    /** Publishes these keys and no others. */
    void publish(RSAKey... published) {
        keys.set(new JWKSet(List.of(published)));
    }

    /** The key that it signs with. */
    RSAKey key() {
        return Objects.requireNonNull(keys.get()).getKeys().get(0).toRSAKey();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Claims by which an evaluator is let in; for a test to spoil. */
    JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address)
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(now.minusSeconds(600)))
                .notBeforeTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("groups", List.of("hr-evaluators"))
                .claim("units", List.of("*"));
    }

    static String signed(JWTClaimsSet claims, RSAKey key) {
        return signed(claims, key, JWSAlgorithm.RS256, "at+jwt");
    }

    static String signed(JWTClaimsSet claims, RSAKey key, JWSAlgorithm algorithm, String type) {
        try {
            return signed(claims, key, algorithm, type, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by what everybody knows, for who takes the algorithm from the token. */
    static String signedWithThePublicKey(JWTClaimsSet claims, RSAKey key) {
        try {
            return signed(
                    claims,
                    key,
                    JWSAlgorithm.HS256,
                    "at+jwt",
                    new MACSigner(key.toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, JWSAlgorithm algorithm, String type, JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    @Override
    public void close() {
        running.close();
    }

    /** So that the server finds its keys by type. */
    interface Keys extends JWKSource<SecurityContext> {}

    @EnableWebSecurity
    static class Server {
        @Bean
        SecurityFilterChain filters(HttpSecurity http) {
            http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    // Before the server's own filters, which ask at once whether there is somebody.
                    .addFilterAfter(
                            new BasicAuthenticationFilter(new ProviderManager(new DaoAuthenticationProvider(people()))),
                            SecurityContextHolderFilter.class)
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            return http.build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(PEOPLE.keySet().stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + name)
                            .roles("PERSON")
                            .build())
                    .toList());
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("login")
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri("http://127.0.0.1/login/oidc")
                            .scope(OidcScopes.OPENID)
                            .build(),
                    RegisteredClient.withId("batch")
                            .clientId("batch")
                            .clientSecret("{noop}batch")
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .build());
        }

        @Bean
        JwtDecoder decoder(Keys keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                Map<String, Object> told =
                        Objects.requireNonNull(PEOPLE.get(Objects.requireNonNull(context.<Authentication>getPrincipal())
                                .getName()));
                context.getClaims().claims(claims -> claims.putAll(told));
                if (context.getTokenType().getValue().equals("access_token")) {
                    context.getClaims().audience(List.of(AUDIENCE));
                }
            };
        }
    }
}
