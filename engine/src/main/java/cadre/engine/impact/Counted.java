package cadre.engine.impact;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by key, of which only the first keys are kept: a key that other keys push out here is pushed out of every whole
 * that this is a part of, so that the counts kept are exact and no order of adding matters.
 */
final class Counted<K extends Comparable<K>> {
    private final int most;
    private final TreeMap<K, Long> counts = new TreeMap<>();
    private long all;

    Counted(int most) {
        this.most = most;
    }

    void add(K key, long more) {
        all += more;
        keep(key, more);
    }

    private void keep(K key, long more) {
        counts.merge(key, more, Long::sum);
        if (counts.size() > most) {
            counts.pollLastEntry();
        }
    }

    /** Adds what was counted under keys that are not known any more. */
    void addOthers(long more) {
        all += more;
    }

    void add(Counted<K> other) {
        all += other.all;
        other.counts.forEach(this::keep);
    }

    SortedMap<K, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** What was counted under keys that are not kept. */
    long others() {
        return all - counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
