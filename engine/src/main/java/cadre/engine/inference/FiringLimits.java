package cadre.engine.inference;

import java.time.Duration;

/**
 * Bounds on one run.
 *
 * @param firings how many firings at most, and how many findings
 * @param time how long at most; looked at between firings
 */
public record FiringLimits(int firings, Duration time) {
    public static final FiringLimits DEFAULT = new FiringLimits(20_000, Duration.ofSeconds(5));
}
