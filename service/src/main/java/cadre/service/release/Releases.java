package cadre.service.release;

import cadre.engine.document.Refused;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** All releases: those in force, which the program carries, and those that stored evaluations were made by. */
@Component
public class Releases {
    private final ReleaseRecords records;
    private final List<Release> carried;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<String, Release> recalled = new ConcurrentHashMap<>();

    Releases(CarriedReleases carriedReleases, ReleaseRecords records, ReleaseRegister register) {
        this.records = records;
        this.carried = carriedReleases.releases().stream()
                .sorted(Comparator.comparing(
                                (Release release) -> release.edition().from())
                        .thenComparing(release -> release.edition().code()))
                .toList();
        refuseOverlaps();
        for (Release release : carried) {
            numbers.put(release.digest(), records.enter(release));
        }
        register.carry(carried.stream().map(Release::edition).toList());
    }

    /** Those in force at some time, earliest first. */
    public List<Release> all() {
        return carried;
    }

    /** The release in force on the last day of a period, for a type of appraisal and a level of post. */
    public Optional<Release> inForce(LocalDate lastDay, AppraisalType type, Level level) {
        return carried.stream()
                .filter(release -> release.edition().judges(lastDay, type, level))
                .findFirst();
    }

    /** The release of this digest, version or edition code. */
    public Optional<Release> named(String name) {
        return carried.stream().filter(release -> release.isCalled(name)).findFirst();
    }

    /** The release of this digest, from the store if the program no longer carries it; its sources are then compiled. */
    public Optional<Release> ofDigest(String digest) {
        return carried.stream()
                .filter(release -> release.digest().equals(digest))
                .findFirst()
                .or(() -> Optional.ofNullable(recalled.computeIfAbsent(
                        digest, missing -> recall(missing).orElse(null))));
    }

    /** The number by which the store knows the release. */
    public int number(Release release) {
        return numbers.computeIfAbsent(release.digest(), digest -> records.enter(release));
    }

    private Optional<Release> recall(String digest) {
        return records.sources(digest).map(sources -> {
            try {
                return Release.compile(sources);
            } catch (Refused refused) {
                throw new IllegalStateException("stored release " + digest + " is no longer sound", refused);
            }
        });
    }

    private void refuseOverlaps() {
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < carried.size(); i++) {
            for (int j = i + 1; j < carried.size(); j++) {
                if (Scopes.overlap(carried.get(i).edition(), carried.get(j).edition())) {
                    overlaps.add(carried.get(i).edition().version() + " and "
                            + carried.get(j).edition().version());
                }
            }
        }
        if (!overlaps.isEmpty()) {
            throw new IllegalStateException("in force on one day for one scope: " + overlaps);
        }
    }
}
