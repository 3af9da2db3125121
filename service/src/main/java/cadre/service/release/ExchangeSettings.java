package cadre.service.release;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process follows the register.
 *
 * @param every how often it asks whether there is something new
 * @param heartbeat how often it reports what it has loaded
 * @param again after what time it tries again to load a release that failed
 * @param recalled how many releases that are not in force stay loaded
 */
@ConfigurationProperties("cadre.releases.exchange")
record ExchangeSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("30s") Duration again,
        @DefaultValue("4") int recalled) {}
