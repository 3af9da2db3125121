package cadre.service.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of who may ask.
 *
 * @param scrapeToken lets a monitoring system read metrics and nothing else; none by default
 * @param heldBack how long the answer waits that tells somebody to log in later, at most ten seconds
 */
@ConfigurationProperties("cadre.access")
record AccessSettings(
        @Nullable String scrapeToken, @DefaultValue("500ms") Duration heldBack) {
    AccessSettings {
        if (heldBack.isNegative() || heldBack.toSeconds() > 10) {
            throw new IllegalArgumentException("cadre.access.held-back is 0 to 10 seconds");
        }
    }
}
