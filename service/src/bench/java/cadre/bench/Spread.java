package cadre.bench;

import java.util.Arrays;
import java.util.Locale;

/** How far apart repeated figures lie. */
record Spread(double min, double median, double max) {
    static Spread of(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "min %.3f, median %.3f, max %.3f", min, median, max);
    }
}
