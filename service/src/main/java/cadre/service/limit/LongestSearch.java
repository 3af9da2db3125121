package cadre.service.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the database may search for one request, before the request is told to come again.
 *
 * @param longest in whole seconds, at least one
 */
@ConfigurationProperties("cadre.search")
public record LongestSearch(@DefaultValue("10s") Duration longest) {
    public LongestSearch {
        if (longest.toSeconds() < 1) {
            throw new IllegalArgumentException("cadre.search.longest is at least 1s");
        }
    }

    public int seconds() {
        return Math.toIntExact(longest.toSeconds());
    }
}
