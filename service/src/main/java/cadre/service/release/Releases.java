package cadre.service.release;

import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * All releases: those in force, which are loaded, and those that were or may be, which are loaded when they are asked for.
 * A request that asks more than once asks {@link #now()} once.
 */
@Component
public class Releases {
    private final ReleaseRecords records;
    private final ReleaseRegister register;
    private final RecalledReleases recalled;
    private final Map<String, Release> carried = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile LoadedReleases loaded = LoadedReleases.NONE;

    Releases(
            CarriedReleases carriedReleases,
            ReleaseRecords records,
            ReleaseRegister register,
            RecalledReleases recalled) {
        this.records = records;
        this.register = register;
        this.recalled = recalled;
        for (Release release : carriedReleases.releases()) {
            carried.put(release.digest(), release);
            numbers.put(release.digest(), records.enter(release));
        }
        register.carry(carriedReleases.releases().stream().map(Release::edition).toList());
        Standing standing = register.standing();
        exchange(LoadedReleases.of(
                0,
                standing.inForce().stream()
                        .flatMap(release -> carried(release.digest()).stream())
                        .toList()));
    }

    /** What is loaded now. */
    public LoadedReleases now() {
        return loaded;
    }

    /** From now on, new requests get these; those that have begun finish with what they have. */
    final void exchange(LoadedReleases next) {
        LoadedReleases before = loaded;
        loaded = next;
        before.inForce().stream()
                .filter(release -> next.ofDigest(release.digest()).isEmpty())
                .forEach(recalled::keep);
    }

    /** The release of this digest that the program carries; always loaded. */
    Optional<Release> carried(String digest) {
        return Optional.ofNullable(carried.get(digest));
    }

    /** Those in force at some time, earliest first. */
    public List<Release> all() {
        return loaded.inForce();
    }

    /** The release in force on the last day of a period, for a type of appraisal and a level of post. */
    public Optional<Release> inForce(LocalDate lastDay, AppraisalType type, Level level) {
        return loaded.inForce(lastDay, type, level);
    }

    /** The release in force of this digest, version or edition code. */
    public Optional<Release> named(String name) {
        return loaded.named(name);
    }

    /** The release of this digest or version that is in force or was, as far as its approval is proven. */
    public Optional<Release> everInForce(String name) {
        return registered(name).filter(RegisteredRelease::everInForce).flatMap(release -> ofDigest(release.digest()));
    }

    /** The release of this digest or version, were it a draft. */
    public Optional<Release> anyCalled(String name) {
        return registered(name).flatMap(release -> ofDigest(release.digest()));
    }

    private Optional<RegisteredRelease> registered(String name) {
        Collection<RegisteredRelease> all = register.all();
        return all.stream()
                .filter(release -> release.digest().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(release -> release.version().equals(name))
                        .reduce((earlier, later) -> later));
    }

    /**
     * The release of this digest, whatever became of it; if it is not loaded, its stored sources are compiled.
     *
     * @throws cadre.service.problem.Rejected with 503 if it cannot be loaded now
     * @throws IllegalStateException if the stored sources were altered
     */
    public Optional<Release> ofDigest(String digest) {
        return loaded.ofDigest(digest).or(() -> carried(digest)).or(() -> recalled.ofDigest(digest));
    }

    /** The number by which the store knows the release. */
    public int number(Release release) {
        return numbers.computeIfAbsent(release.digest(), digest -> records.enter(release));
    }
}
