package cadre.engine.impact;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Groups by a code, of which the first are kept; see {@link Counted} for why no order of adding matters. */
final class Groups {
    private final int most;
    private final TreeMap<String, Group> groups = new TreeMap<>();

    Groups(int most) {
        this.most = most;
    }

    void add(String code, Compared compared) {
        group(code).add(compared);
        cut();
    }

    void add(Groups other) {
        other.groups.forEach((code, group) -> {
            group(code).add(group);
            cut();
        });
    }

    void add(String code, Group group) {
        group(code).add(group);
        cut();
    }

    private Group group(String code) {
        return groups.computeIfAbsent(code, missing -> new Group());
    }

    private void cut() {
        if (groups.size() > most) {
            groups.pollLastEntry();
        }
    }

    SortedMap<String, Group> groups() {
        return Collections.unmodifiableSortedMap(groups);
    }

    /** How many of all cases are in groups that are not kept. */
    long others(long cases) {
        return cases - groups.values().stream().mapToLong(group -> group.cases).sum();
    }
}
