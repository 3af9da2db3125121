package cadre.service.release;

import cadre.engine.edition.Edition;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which cases an edition judges, compared between editions. */
final class Scopes {
    private Scopes() {}

    /** Whether some case would be judged by both. */
    static boolean overlap(Edition one, Edition other) {
        return begins(one, other.to())
                && begins(other, one.to())
                && meet(one.types(), other.types())
                && meet(one.levels(), other.levels());
    }

    private static boolean begins(Edition edition, @Nullable LocalDate end) {
        return end == null || !edition.from().isAfter(end);
    }

    /** An empty list stands for all. */
    private static boolean meet(List<?> ones, List<?> others) {
        return ones.isEmpty() || others.isEmpty() || !Collections.disjoint(ones, others);
    }
}
