package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OidcSettingsTest {
    private static OidcSettings settings(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put("cadre.access.oidc." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(map))
                .bindOrCreate("cadre.access.oidc", OidcSettings.class);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer,http://issuer.example,must be an https address",
        "issuer,issuer.example,must be an https address",
        "audience,' ',audience is needed",
        "scope,profile,must contain openid",
        "clock-skew,-1s,must not be negative",
        "keys-believed,1ms,100 ms at least",
    })
    void what_would_be_unsafe_or_is_missing_is_told_when_the_service_starts(String name, String value, String why) {
        Map<String, String> sound =
                new HashMap<>(Map.of("issuer", "https://issuer.example/realm", "audience", "cadre-api"));
        sound.put(name, value);

        assertThatThrownBy(() -> settings(sound.entrySet().stream()
                        .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    @Test
    void other_settings_mean_nothing_without_an_issuer_and_are_refused() {
        assertThatThrownBy(() -> settings("client-id", "cadre"))
                .rootCause()
                .hasMessageContaining("cadre.access.oidc.issuer is needed");
        assertThat(settings().issuer()).isNull();
    }

    @Test
    void the_secret_gets_into_no_log() {
        OidcSettings settings = settings(
                "issuer",
                "http://localhost:9000",
                "audience",
                "cadre-api",
                "client-id",
                "cadre",
                "client-secret",
                "s3cret");

        assertThat(settings.login()).isTrue();
        assertThat(settings.toString()).doesNotContain("s3cret");
    }
}
