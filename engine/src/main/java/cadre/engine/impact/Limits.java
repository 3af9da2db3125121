package cadre.engine.impact;

/**
 * How much of a report is listed. Counts are exact beyond all of them.
 *
 * @param movers persons listed at most, those whom it affects most
 * @param groups units, levels and posts at most, each: the first by their codes, the rest counted together
 * @param reasons for which case files are refused, at most: the first by their codes, the rest counted together
 * @param shifts different differences of totals up to which quantiles are told; beyond it there are none
 */
public record Limits(int movers, int groups, int reasons, int shifts) {
    /** A total of 0 to 100 with two places can shift by 20 001 different amounts. */
    public static final Limits DEFAULT = new Limits(1_000, 5_000, 200, 20_001);

    public Limits withMovers(int most) {
        return new Limits(most, groups, reasons, shifts);
    }
}
