package cadre.service.release;

import cadre.engine.document.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads the kjars that the program carries; one that is not sound keeps the service from starting. */
@Component
final class CarriedReleases {
    private static final Logger log = LoggerFactory.getLogger(CarriedReleases.class);

    private final List<Release> releases;

    CarriedReleases() {
        this(load());
    }

    CarriedReleases(List<Release> releases) {
        this.releases = List.copyOf(releases);
    }

    private static List<Release> load() {
        List<Release> releases = new ArrayList<>();
        for (Map.Entry<String, byte[]> kjar : BuiltInKjars.all().entrySet()) {
            try {
                Release release = Release.load(kjar.getValue());
                log.info("Loaded release {} {}", release.edition().version(), release.digest());
                releases.add(release);
            } catch (Refused refused) {
                throw new IllegalStateException(kjar.getKey() + " is not sound", refused);
            }
        }
        return releases;
    }

    List<Release> releases() {
        return releases;
    }
}
