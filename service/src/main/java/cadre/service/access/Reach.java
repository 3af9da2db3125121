package cadre.service.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose results a caller may read or have made. Units are given with all units below them.
 *
 * @param everyone whether there is no limit
 * @param units those within which the caller acts
 * @param cadre the cadre who the caller is, if they are one: their own results can be read
 */
public record Reach(
        boolean everyone, Set<String> units, @Nullable String cadre) {
    public static final Reach EVERYONE = new Reach(true, Set.of(), null);

    public Reach {
        units = Set.copyOf(units);
    }

    /** Whether results of this cadre, who serves in this unit, can be read. */
    public boolean reads(String unit, String ofCadre) {
        return covers(unit) || ofCadre.equals(cadre);
    }

    /** Whether the caller may act within this unit. */
    public boolean covers(String unit) {
        return everyone || units.contains(unit);
    }
}
