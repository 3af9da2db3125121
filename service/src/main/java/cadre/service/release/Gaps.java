package cadre.service.release;

import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days on which no release in force judges an appraisal, for each type and level. */
public final class Gaps {
    private Gaps() {}

    /**
     * Days in a row that nobody judges, by the last day of the period.
     *
     * @param from the first; none if nothing came before either
     * @param to the last; none if nothing comes after either
     */
    public record Gap(
            AppraisalType type,
            Level level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** What lies between and after the releases, and whole for what none of them judges; not what lies before them all. */
    static List<Gap> between(Collection<RegisteredRelease> inForce) {
        List<Gap> gaps = new ArrayList<>();
        for (AppraisalType type : AppraisalType.values()) {
            for (Level level : Level.values()) {
                of(
                        type,
                        level,
                        inForce.stream()
                                .map(RegisteredRelease::scope)
                                .filter(scope -> scope.covers(type, level))
                                .sorted(Comparator.comparing(Scope::from))
                                .toList(),
                        gaps);
            }
        }
        return List.copyOf(gaps);
    }

    private static void of(AppraisalType type, Level level, List<Scope> scopes, List<Gap> gaps) {
        LocalDate free = null;
        for (Scope scope : scopes) {
            if (free != null && scope.from().isAfter(free)) {
                gaps.add(new Gap(type, level, free, scope.from().minusDays(1)));
            }
            if (scope.to() == null) {
                return;
            }
            free = scope.to().plusDays(1);
        }
        gaps.add(new Gap(type, level, free, null));
    }
}
