package cadre.service.release;

import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is loaded in this process at one time, never changed: whoever begins with it finishes with it, whatever comes into
 * force meanwhile.
 *
 * @param revision of the register from which it was made
 * @param inForce at some time, earliest first; no two judge the same appraisal
 */
public record LoadedReleases(long revision, List<Release> inForce) {
    static final LoadedReleases NONE = new LoadedReleases(0, List.of());

    /**
     * Takes them in any order.
     *
     * @throws IllegalStateException if two of them judge the same appraisal
     */
    static LoadedReleases of(long revision, Collection<Release> releases) {
        List<Release> inOrder = releases.stream()
                .sorted(Comparator.comparing(
                                (Release release) -> release.edition().from())
                        .thenComparing(release -> release.edition().code()))
                .toList();
        refuseOverlaps(inOrder);
        return new LoadedReleases(revision, inOrder);
    }

    private static void refuseOverlaps(List<Release> releases) {
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < releases.size(); i++) {
            for (int j = i + 1; j < releases.size(); j++) {
                if (releases.get(i).overlaps(releases.get(j))) {
                    overlaps.add(releases.get(i).edition().version() + " and "
                            + releases.get(j).edition().version());
                }
            }
        }
        if (!overlaps.isEmpty()) {
            throw new IllegalStateException("in force on one day for one scope: " + overlaps);
        }
    }

    /** The release in force on the last day of a period, for a type of appraisal and a level of post. */
    public Optional<Release> inForce(LocalDate lastDay, AppraisalType type, Level level) {
        return inForce.stream()
                .filter(release -> release.edition().judges(lastDay, type, level))
                .findFirst();
    }

    /** The release of this digest, version or edition code. */
    public Optional<Release> named(String name) {
        return inForce.stream().filter(release -> release.isCalled(name)).findFirst();
    }

    /** The release of this digest, if it is in force. */
    public Optional<Release> ofDigest(String digest) {
        return inForce.stream()
                .filter(release -> release.digest().equals(digest))
                .findFirst();
    }

    List<String> digests() {
        return inForce.stream().map(Release::digest).toList();
    }
}
