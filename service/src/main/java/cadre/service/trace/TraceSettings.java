package cadre.service.trace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of recording.
 *
 * @param whyAsked whether nobody reads another person's result without saying why
 * @param window in which what repeats is counted and not written again
 */
@ConfigurationProperties("cadre.trace")
record TraceSettings(
        @DefaultValue("false") boolean whyAsked,
        @DefaultValue("1h") Duration window) {
    TraceSettings {
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("cadre.trace.window is a time from a second to a day");
        }
    }
}
