package cadre.service.release;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Ready to evaluate once at least one release is loaded. One that cannot be loaded here is told and does not take the process
 * out of service: it goes on with what it has.
 */
@Component
class ReleasesHealthIndicator implements HealthIndicator {
    private final Releases releases;
    private final Exchange exchange;

    ReleasesHealthIndicator(Releases releases, Exchange exchange) {
        this.releases = releases;
        this.exchange = exchange;
    }

    @Override
    public Health health() {
        LoadedReleases loaded = releases.now();
        Exchange.Loading state = exchange.state();
        Health.Builder health = (loaded.inForce().isEmpty() ? Health.outOfService() : Health.up())
                .withDetail("loaded", loaded.inForce().size())
                .withDetail("revision", state.revision());
        if (!state.errors().isEmpty()) {
            health.withDetail("alarm", state.errors().keySet());
        }
        return health.build();
    }
}
