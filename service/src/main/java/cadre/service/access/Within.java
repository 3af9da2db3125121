package cadre.service.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Units with all that stand below them.
 *
 * @param given the topmost ones; the root stands for every unit, known or not
 * @param tree what stands below them
 */
public record Within(Set<String> given, UnitTree tree) {
    /** What a person is given who acts for every unit. */
    public static final String ROOT = "*";

    public static final Within EVERYWHERE = new Within(Set.of(ROOT), UnitTree.EMPTY);

    public static final Within NOWHERE = new Within(Set.of(), UnitTree.EMPTY);

    public Within {
        given = Set.copyOf(given);
    }

    static Within of(Set<String> given, UnitTree tree) {
        return given.contains(ROOT) ? EVERYWHERE : new Within(given, tree);
    }

    public boolean everywhere() {
        return given.contains(ROOT);
    }

    /** Whether this unit is one of them. */
    public boolean covers(String unit) {
        return everywhere() || tree.upwards(unit).anyMatch(given::contains);
    }

    /** That the column's unit is one of them; only the topmost ones are sent, however many stand below. */
    Reach.Condition condition(String column) {
        if (everywhere()) {
            return Reach.Condition.ALWAYS;
        } else if (given.isEmpty()) {
            return Reach.Condition.NEVER;
        }
        List<String> topmost = given.stream().sorted().toList();
        return new Reach.Condition(
                column + " in (select w.unit from unit_within w where w.within in ("
                        + topmost.stream().map(unit -> "?").collect(Collectors.joining(", ")) + "))",
                topmost);
    }
}
