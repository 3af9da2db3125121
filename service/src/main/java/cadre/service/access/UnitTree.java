package cadre.service.access;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which unit stands below which, at one revision. */
public final class UnitTree {
    static final UnitTree EMPTY = new UnitTree(0, Map.of());

    private final long revision;
    private final Map<String, Optional<String>> parents;

    UnitTree(long revision, Map<String, Optional<String>> parents) {
        this.revision = revision;
        this.parents = Map.copyOf(parents);
    }

    long revision() {
        return revision;
    }

    boolean knows(String unit) {
        return parents.containsKey(unit);
    }

    /** This unit and each above it, lowest first; nothing for a unit that is not known. */
    Stream<String> upwards(String unit) {
        return knows(unit)
                ? Stream.iterate(
                        unit,
                        Objects::nonNull,
                        below -> parents.getOrDefault(below, Optional.empty()).orElse(null))
                : Stream.empty();
    }
}
