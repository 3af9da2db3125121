package cadre.engine.evaluation;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Stratum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria come to for one case, with the reason for every point. Lists are sorted by stratum, criterion and
 * fact ids, so the same facts give the same outcome, byte for byte, in whatever order they were reported.
 *
 * @param appraisal the appraisal judged: its type and period
 * @param scale all that is needed to compute total, band and grade again from this outcome alone
 * @param total rounded; the weighted sum of the rounded dimension scores
 * @param band code of the grade that the total alone would give; none if the edition does not grade
 * @param grade code of the grade, or NOT_GRADED; none if the edition does not grade
 * @param bounds what the points of each criterion that gave points may add up to at most, where it says so
 * @param unused ids of verified facts that no rule looked at
 */
public record Outcome(
        String cadre,
        Appraisal appraisal,
        Release release,
        Scale scale,
        Status status,
        List<DimensionLine> dimensions,
        BigDecimal total,
        @Nullable String band,
        @Nullable String grade,
        List<FindingLine> findings,
        List<FiringLine> firings,
        List<Bound> bounds,
        List<Exclusion> excluded,
        List<String> unused,
        Map<String, String> engine) {

    public static final String NOT_GRADED = Edition.NOT_GRADED;

    /** Which criteria, exactly. */
    public record Release(String edition, String version, String digest) {}

    /** Rounding and grades of the edition, highest grade first. */
    public record Scale(int places, String rounding, List<GradeLine> grades) {}

    public record GradeLine(String code, Titles title, BigDecimal from) {}

    /** What evaluation alone can say; people move an outcome on. */
    public enum Status {
        HELD,
        PROPOSED
    }

    /** A dimension and its score; points is the sum of the applied points of its findings. */
    public record DimensionLine(
            String code,
            Titles title,
            BigDecimal weight,
            BigDecimal start,
            BigDecimal min,
            BigDecimal max,
            BigDecimal points,
            BigDecimal score) {}

    /**
     * One finding, weighed.
     *
     * @param id F-1, F-2, ... in the order of the list
     * @param firing number of the firing, or none for a hold that the engine itself makes
     * @param criterion id of the rule, or none for such a hold
     * @param missing what such a hold misses: register:NAME or indicator:CODE
     * @param points signed points as the rule concluded, for POINTS
     * @param applied the same after waivers and at_most
     * @param target id in this list of the finding set aside, for WAIVE
     * @param share the share the rule set aside, for WAIVE
     * @param appliedShare the share that counted: shares of one finding add up to at most 1, and gates cannot be waived
     * @param action code of the action, for RECOMMEND
     * @param title of the action recommended, or of the indicator missing
     */
    public record FindingLine(
            String id,
            @Nullable Integer firing,
            @Nullable String criterion,
            @Nullable String missing,
            Stratum stratum,
            Effect effect,
            @Nullable String dimension,
            @Nullable BigDecimal points,
            @Nullable BigDecimal applied,
            @Nullable String grade,
            @Nullable String target,
            @Nullable BigDecimal share,
            @Nullable BigDecimal appliedShare,
            @Nullable String action,
            @Nullable Titles title) {}

    /**
     * One rule that fired, on which facts, with which values, in words.
     *
     * @param n from 1
     * @param bound the rule's variables and their values: BigDecimal, Fraction, String, LocalDate, Boolean, enum or list
     * @param parameters names of the parameters the rule read
     */
    public record FiringLine(
            int n,
            String criterion,
            Titles title,
            String basis,
            Titles says,
            Map<String, Object> bound,
            List<String> facts,
            List<String> parameters) {}

    /** The size that the sum of a criterion's points cannot exceed, and the parameter that says so. */
    public record Bound(String criterion, String parameter, BigDecimal atMost) {}

    /** A fact that did not count, and why. */
    public record Exclusion(String fact, String because) {
        public static final String UNVERIFIED = "UNVERIFIED";
    }
}
