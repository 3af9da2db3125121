package cadre.service.release;

import cadre.engine.edition.Edition;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which appraisals an edition judges.
 *
 * @param from first day, tested on the last day of the period
 * @param to last day, if it ends
 * @param types the appraisals it applies to; empty for all
 * @param levels the levels it applies to; empty for all
 */
public record Scope(LocalDate from, @Nullable LocalDate to, List<AppraisalType> types, List<Level> levels) {
    public Scope {
        types = List.copyOf(types);
        levels = List.copyOf(levels);
    }

    static Scope of(Edition edition) {
        return new Scope(edition.from(), edition.to(), edition.types(), edition.levels());
    }

    /** Whether some appraisal would be judged by both. */
    boolean overlaps(Scope other) {
        return begins(other.to) && other.begins(to) && meet(types, other.types) && meet(levels, other.levels);
    }

    /** Whether a release of this scope judges such appraisals on some day. */
    boolean covers(AppraisalType type, Level level) {
        return (types.isEmpty() || types.contains(type)) && (levels.isEmpty() || levels.contains(level));
    }

    private boolean begins(@Nullable LocalDate end) {
        return end == null || !from.isAfter(end);
    }

    /** An empty list stands for all. */
    private static boolean meet(List<?> ones, List<?> others) {
        return ones.isEmpty() || others.isEmpty() || !Collections.disjoint(ones, others);
    }
}
