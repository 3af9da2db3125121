package cadre.engine.impact;

import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.evaluation.Outcome.GradeLine;
import cadre.engine.facts.Effect;
import cadre.engine.impact.Cause.Change;
import cadre.engine.impact.Cause.Kind;
import cadre.engine.impact.Mover.Way;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a grade, a band or a hold is another one; the reason that decided comes first. */
final class Reasons {
    private final Outcome decided;
    private final Outcome tried;
    private final Revision revision;
    private final LocalDate day;
    private final List<Contribution> contributions;

    /**
     * @param day the day whose parameters the candidate read
     * @param contributions to the difference of the totals
     */
    Reasons(Outcome decided, Outcome tried, Revision revision, LocalDate day, List<Contribution> contributions) {
        this.decided = decided;
        this.tried = tried;
        this.revision = revision;
        this.day = day;
        this.contributions = contributions;
    }

    Way grade() {
        return way(decided.grade(), tried.grade());
    }

    Way band() {
        return way(decided.band(), tried.band());
    }

    private Way way(@Nullable String was, @Nullable String is) {
        if (Objects.equals(was, is)) {
            return Way.NONE;
        }
        for (Outcome side : List.of(tried, decided)) {
            List<String> codes = codes(side);
            int from = codes.indexOf(was);
            int to = codes.indexOf(is);
            if (from >= 0 && to >= 0) {
                return to < from ? Way.UP : Way.DOWN;
            }
        }
        return Way.ASIDE;
    }

    /** Why the grade is another one; empty if it is not. */
    List<Cause> ofGrade() {
        Way way = grade();
        if (way == Way.NONE) {
            return List.of();
        }
        if (Outcome.NOT_GRADED.equals(tried.grade())) {
            return criteria(Kind.UNGRADED_NEW, with(tried, Effect.UNGRADED));
        }
        if (Outcome.NOT_GRADED.equals(decided.grade())) {
            return criteria(Kind.UNGRADED_GONE, with(decided, Effect.UNGRADED));
        }
        List<Cause> causes = new ArrayList<>();
        Set<String> limitedBefore = limiting(decided);
        Set<String> limitedAfter = limiting(tried);
        if (way != Way.UP && !Objects.equals(tried.grade(), tried.band())) {
            causes.addAll(criteria(Kind.LIMIT_NEW, without(limitedAfter, limitedBefore)));
        }
        if (way != Way.DOWN && !Objects.equals(decided.grade(), decided.band())) {
            causes.addAll(criteria(Kind.LIMIT_GONE, without(limitedBefore, limitedAfter)));
        }
        if (causes.isEmpty() || band() == way) {
            causes.addAll(ofBand());
        }
        if (causes.isEmpty()) {
            causes.add(Cause.of(Kind.THRESHOLD, Objects.requireNonNullElse(tried.grade(), "")));
        }
        return causes;
    }

    /** Why the band is another one; empty if it is not. */
    List<Cause> ofBand() {
        String was = decided.band();
        String is = tried.band();
        if (was == null || is == null || was.equals(is)) {
            return List.of();
        }
        boolean scoreMoves = !was.equals(band(decided, tried.total()));
        boolean thresholdMoves = !was.equals(band(tried, decided.total()));
        boolean neitherAlone = !scoreMoves && !thresholdMoves;
        List<Cause> causes = new ArrayList<>();
        if (scoreMoves || neitherAlone) {
            int direction = tried.total().compareTo(decided.total());
            contributions.stream()
                    .filter(each -> each.points().signum() == direction)
                    .map(Contribution::cause)
                    .forEach(causes::add);
        }
        if (thresholdMoves || neitherAlone) {
            causes.add(threshold(was, is));
        }
        return causes;
    }

    /** Why something holds the case that did not, or no longer. */
    List<Cause> ofHold() {
        Set<String> before = holding(decided);
        Set<String> after = holding(tried);
        if (before.isEmpty() == after.isEmpty()) {
            return List.of();
        }
        return before.isEmpty() ? criteria(Kind.HOLD_NEW, after) : criteria(Kind.HOLD_GONE, before);
    }

    /** The grade between the two bands that begins elsewhere now, the higher first. */
    private Cause threshold(String was, String is) {
        Map<String, BigDecimal> before = begins(decided);
        Map<String, BigDecimal> after = begins(tried);
        for (GradeLine grade : tried.scale().grades()) {
            BigDecimal earlier = before.get(grade.code());
            boolean moved = earlier == null || earlier.compareTo(grade.from()) != 0;
            if (moved && (grade.code().equals(was) || grade.code().equals(is))) {
                String from = earlier == null ? "" : Revision.plain(earlier);
                return Cause.of(
                        Kind.THRESHOLD,
                        grade.code(),
                        new Change("from", from, Revision.plain(Objects.requireNonNull(after.get(grade.code())))));
            }
        }
        return Cause.of(Kind.THRESHOLD, is);
    }

    private List<Cause> criteria(Kind kind, Set<String> ids) {
        return ids.stream()
                .map(id -> revision.criterion(kind, id, decided.appraisal().to(), day))
                .toList();
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
    }

    private static @Nullable String band(Outcome scale, BigDecimal total) {
        List<GradeLine> grades = scale.scale().grades();
        for (GradeLine grade : grades) {
            if (total.compareTo(grade.from()) >= 0) {
                return grade.code();
            }
        }
        return grades.isEmpty() ? null : grades.get(grades.size() - 1).code();
    }

    private static Map<String, BigDecimal> begins(Outcome outcome) {
        return outcome.scale().grades().stream().collect(Collectors.toMap(GradeLine::code, GradeLine::from));
    }

    private static List<String> codes(Outcome outcome) {
        return outcome.scale().grades().stream().map(GradeLine::code).toList();
    }

    private static Set<String> with(Outcome outcome, Effect effect) {
        return criteria(outcome, finding -> finding.effect() == effect);
    }

    /** Criteria and missing things that hold a case. */
    private static Set<String> holding(Outcome outcome) {
        return criteria(outcome, finding -> finding.effect() == Effect.HOLD);
    }

    /** Criteria whose gate or cap is the grade that the case has. */
    private static Set<String> limiting(Outcome outcome) {
        Map<String, BigDecimal> setAside = new HashMap<>();
        for (FindingLine finding : outcome.findings()) {
            if (finding.target() != null && finding.appliedShare() != null) {
                setAside.merge(finding.target(), finding.appliedShare(), BigDecimal::add);
            }
        }
        return criteria(outcome, finding -> {
            BigDecimal share = setAside.getOrDefault(finding.id(), BigDecimal.ZERO);
            boolean counts = finding.effect() == Effect.GATE
                    || (finding.effect() == Effect.CAP && share.compareTo(BigDecimal.ONE) < 0);
            return counts && Objects.equals(finding.grade(), outcome.grade());
        });
    }

    private static Set<String> criteria(Outcome outcome, Predicate<FindingLine> which) {
        return outcome.findings().stream()
                .filter(which)
                .map(finding -> finding.criterion() != null
                        ? finding.criterion()
                        : Objects.requireNonNullElse(finding.missing(), ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
