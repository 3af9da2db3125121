package cadre.service.release;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready to evaluate once at least one release is loaded. */
@Component
class ReleasesHealthIndicator implements HealthIndicator {
    private final Releases releases;

    ReleasesHealthIndicator(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Health health() {
        int loaded = releases.all().size();
        return (loaded > 0 ? Health.up() : Health.outOfService())
                .withDetail("loaded", loaded)
                .build();
    }
}
