package cadre.service.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be asked.
 *
 * @param perSecond requests a second that all may make together
 * @param atOnce requests that all may have in hand together
 * @param callerPerSecond requests a second that one person may make, and one address
 * @param callerAtOnce requests that one person may have in hand, and one address
 * @param body longest body in JSON, other than a case file or criteria, which have limits of their own
 */
@ConfigurationProperties("cadre.limit")
record LimitSettings(
        @DefaultValue("5000") int perSecond,
        @DefaultValue("32") int atOnce,
        @DefaultValue("2000") int callerPerSecond,
        @DefaultValue("24") int callerAtOnce,
        @DefaultValue("64KB") DataSize body) {
    LimitSettings {
        if (perSecond < 1 || atOnce < 1 || callerPerSecond < 1 || callerAtOnce < 1 || body.toBytes() < 1) {
            throw new IllegalArgumentException("every cadre.limit is at least 1");
        }
    }
}
