package cadre.service.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of an issuer that vouches for people by OpenID Connect; none by default.
 *
 * @param issuer its address, as its tokens name it; https, or http on loopback
 * @param audience what tokens must be meant for to be taken here; needed with an issuer
 * @param clientId under which this service is registered for logging in; without it, tokens are taken and nobody logs in
 * @param clientSecret none for a client that is registered as public
 * @param scope what is asked for at a login
 * @param clockSkew by how much the issuer's clock may differ
 * @param keysBelieved how long the issuer's keys are used before they are fetched again
 * @param rolesClaim where a token tells roles; with dots, the way through nested claims
 * @param unitsClaim where it tells codes of units, {@code *} standing for all
 * @param cadreClaim where it tells the cadre who the person is
 * @param roles by what names the issuer calls roles; a role that is not mentioned goes by its own
 */
@ConfigurationProperties("cadre.access.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("openid") List<String> scope,
        @DefaultValue("60s") Duration clockSkew,
        @DefaultValue("5m") Duration keysBelieved,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("units") String unitsClaim,
        @DefaultValue("cadre") String cadreClaim,
        @Nullable Map<Role, List<String>> roles) {
    OidcSettings {
        if (issuer != null) {
            refuseUnsafe(issuer);
            refuse(audience == null || audience.isBlank(), "cadre.access.oidc.audience is needed with an issuer");
            refuse(!scope.contains("openid"), "cadre.access.oidc.scope must contain openid");
            refuse(clockSkew.isNegative(), "cadre.access.oidc.clock-skew must not be negative");
            refuse(
                    keysBelieved.compareTo(Duration.ofMillis(100)) < 0,
                    "cadre.access.oidc.keys-believed must be 100 ms at least");
        } else {
            refuse(
                    audience != null || clientId != null,
                    "cadre.access.oidc.issuer is needed with the other settings of cadre.access.oidc");
        }
    }

    /** Whether people log in at the issuer. */
    boolean login() {
        return clientId != null;
    }

    /** By what names the issuer calls this role. */
    List<String> names(Role role) {
        return roles == null ? List.of(role.name()) : roles.getOrDefault(role, List.of(role.name()));
    }

    private static void refuseUnsafe(String issuer) {
        URI uri = URI.create(issuer);
        boolean local = "http".equals(uri.getScheme()) && isLoopback(uri.getHost());
        refuse(
                uri.getHost() == null || !("https".equals(uri.getScheme()) || local),
                "cadre.access.oidc.issuer must be an https address: " + issuer);
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(why);
        }
    }

    /** Without the secret, so that it gets into no log. */
    @Override
    public String toString() {
        return String.valueOf(issuer);
    }
}
