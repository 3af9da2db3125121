package cadre.engine.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far totals shift: in classes that are the same for every report, and exactly. No shift at all is a class of its own;
 * the least shift is not taken for none.
 */
final class Shifts {
    static final List<String> CLASSES = List.of(
            "-20 and below",
            "above -20 to -10",
            "above -10 to -5",
            "above -5 to -2",
            "above -2 to -1",
            "above -1, below 0",
            "0",
            "above 0, below 1",
            "1 to below 2",
            "2 to below 5",
            "5 to below 10",
            "10 to below 20",
            "20 and above");

    private static final List<BigDecimal> BOUNDS =
            List.of(1, 2, 5, 10, 20).stream().map(BigDecimal::valueOf).toList();
    private static final int NO_SHIFT = 6;

    private final int most;
    private final long[] classes = new long[CLASSES.size()];
    private @Nullable TreeMap<BigDecimal, Long> values = new TreeMap<>();
    private long count;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable BigDecimal least;
    private @Nullable BigDecimal greatest;

    /**
     * @param most how many different shifts are remembered; with more, quantiles are given up
     */
    Shifts(int most) {
        this.most = most;
    }

    void add(BigDecimal shift, long times) {
        BigDecimal value = shift.signum() == 0 ? BigDecimal.ZERO : shift.stripTrailingZeros();
        classes[classOf(value)] += times;
        count += times;
        sum = sum.add(value.multiply(BigDecimal.valueOf(times)));
        extend(value);
        remember(value, times);
    }

    void add(Shifts other) {
        for (int i = 0; i < classes.length; i++) {
            classes[i] += other.classes[i];
        }
        count += other.count;
        sum = sum.add(other.sum);
        if (other.least != null && other.greatest != null) {
            extend(other.least);
            extend(other.greatest);
        }
        if (other.values == null) {
            values = null;
        } else {
            other.values.forEach(this::remember);
        }
    }

    /** Takes the place of everything counted, when a report is read whose shifts were too many to remember. */
    void restore(List<Long> counts, BigDecimal exactSum, BigDecimal from, BigDecimal to) {
        for (int i = 0; i < classes.length; i++) {
            classes[i] = counts.get(i);
            count += counts.get(i);
        }
        sum = exactSum;
        extend(from);
        extend(to);
        values = null;
    }

    private void extend(BigDecimal value) {
        least = least == null ? value : least.min(value);
        greatest = greatest == null ? value : greatest.max(value);
    }

    private void remember(BigDecimal value, long times) {
        TreeMap<BigDecimal, Long> known = values;
        if (known != null) {
            known.merge(value, times, Long::sum);
            if (known.size() > most) {
                values = null;
            }
        }
    }

    private static int classOf(BigDecimal shift) {
        BigDecimal size = shift.abs();
        int reached = (int)
                BOUNDS.stream().filter(bound -> bound.compareTo(size) <= 0).count();
        return shift.signum() == 0 ? NO_SHIFT : shift.signum() < 0 ? NO_SHIFT - 1 - reached : NO_SHIFT + 1 + reached;
    }

    long count() {
        return count;
    }

    BigDecimal sum() {
        return sum;
    }

    @Nullable
    BigDecimal least() {
        return least;
    }

    @Nullable
    BigDecimal greatest() {
        return greatest;
    }

    List<Long> classes() {
        List<Long> counts = new ArrayList<>();
        for (long each : classes) {
            counts.add(each);
        }
        return counts;
    }

    /** How often each shift occurs, if all are remembered. */
    Optional<SortedMap<BigDecimal, Long>> values() {
        return Optional.ofNullable(values).map(Collections::unmodifiableSortedMap);
    }

    /** To four places; 0 if there is none. */
    BigDecimal mean() {
        return count == 0 ? BigDecimal.ZERO : sum.divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_UP);
    }

    /**
     * The smallest shift that at least this share of the cases does not exceed.
     *
     * @param percent 1 to 100
     */
    Optional<BigDecimal> quantile(int percent) {
        if (values == null || count == 0) {
            return Optional.empty();
        }
        long rank = (count * percent + 99) / 100;
        long passed = 0;
        for (var entry : values.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }
}
