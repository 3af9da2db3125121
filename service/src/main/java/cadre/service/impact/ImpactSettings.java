package cadre.service.impact;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of impacts.
 *
 * @param threads how many threads of a process look at evaluations; 0 for half of its cores
 * @param lease seconds for which the other processes leave a job alone, once one works at it
 * @param chunk evaluations looked at between two commits
 */
@ConfigurationProperties("cadre.impact")
record ImpactSettings(
        @DefaultValue("0") int threads,
        @DefaultValue("30") int lease,
        @DefaultValue("2000") int chunk) {
    ImpactSettings {
        if (threads < 0 || threads > 256) {
            throw new IllegalArgumentException("cadre.impact.threads is a number from 0 to 256");
        } else if (lease < 1 || lease > 3600) {
            throw new IllegalArgumentException("cadre.impact.lease is a number of seconds from 1 to 3600");
        } else if (chunk < 1 || chunk > 10_000) {
            throw new IllegalArgumentException("cadre.impact.chunk is a number of evaluations from 1 to 10000");
        }
    }

    int workers() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
