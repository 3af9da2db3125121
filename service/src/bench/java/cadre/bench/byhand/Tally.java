package cadre.bench.byhand;

import cadre.bench.byhand.Told.Coded;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.facts.Effect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up what was found. */
final class Tally {
    private final Edition edition;
    private final List<Found> found;
    final List<DimensionLine> dimensions = new ArrayList<>();
    private final List<Score> sorted = new ArrayList<>();

    /** A dimension's score. */
    record Score(Coded code, BigDecimal score) {}

    /** Weighs the findings of the first two strata. */
    Tally(Edition edition, List<Found> found) {
        this.edition = edition;
        this.found = found;
        for (Found finding : found) {
            if (finding.points != null && finding.waived.signum() != 0) {
                finding.applied = finding.points.multiply(BigDecimal.ONE.subtract(finding.waived));
            }
        }
        bound();
        score();
    }

    private void bound() {
        for (int first = 0; first < found.size(); ) {
            Told criterion = found.get(first).criterion;
            int end = first + 1;
            while (end < found.size() && found.get(end).criterion == criterion) {
                end++;
            }
            if (criterion.most != null) {
                bound(found.subList(first, end), criterion.most);
            }
            first = end;
        }
    }

    private static void bound(List<Found> findings, BigDecimal most) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Found finding : findings) {
            sum = finding.applied == null ? sum : sum.add(finding.applied);
        }
        BigDecimal excess = sum.abs().subtract(most);
        for (int i = findings.size() - 1; i >= 0 && excess.signum() > 0; i--) {
            Found finding = findings.get(i);
            if (finding.applied != null && finding.applied.signum() == sum.signum()) {
                BigDecimal taken = finding.applied.abs().min(excess);
                finding.applied =
                        sum.signum() > 0 ? finding.applied.subtract(taken) : finding.applied.add(taken);
                excess = excess.subtract(taken);
            }
        }
    }

    private void score() {
        for (Edition.Dimension dimension : edition.dimensions()) {
            BigDecimal points = BigDecimal.ZERO;
            for (Found finding : found) {
                if (finding.applied != null && dimension.code().equals(finding.criterion.dimension)) {
                    points = points.add(finding.applied);
                }
            }
            BigDecimal score = edition.rounding()
                    .round(dimension.start().add(points).max(dimension.min()).min(dimension.max()));
            dimensions.add(new DimensionLine(
                    dimension.code(),
                    dimension.title(),
                    dimension.weight(),
                    dimension.start(),
                    dimension.min(),
                    dimension.max(),
                    points,
                    score));
            sorted.add(new Score(new Coded(dimension.code(), dimension.title()), score));
        }
        sorted.sort(Comparator.comparing(score -> score.code().code()));
    }

    /** Scores by the codes of their dimensions. */
    List<Score> sorted() {
        return sorted;
    }

    BigDecimal score(String dimension) {
        for (DimensionLine line : dimensions) {
            if (line.code().equals(dimension)) {
                return line.score();
            }
        }
        throw new IllegalArgumentException(dimension);
    }

    BigDecimal total() {
        BigDecimal sum = BigDecimal.ZERO;
        for (DimensionLine line : dimensions) {
            sum = sum.add(line.weight().multiply(line.score()));
        }
        return edition.rounding().round(sum.movePointLeft(2));
    }

    String band(BigDecimal total) {
        for (Edition.Grade grade : edition.grades()) {
            if (total.compareTo(grade.from()) >= 0) {
                return grade.code();
            }
        }
        return edition.grades().get(edition.grades().size() - 1).code();
    }

    String grade(String band) {
        int lowest = place(band);
        for (Found finding : found) {
            if (finding.effect == Effect.UNGRADED) {
                return Outcome.NOT_GRADED;
            }
            if (finding.effect == Effect.GATE
                    || (finding.effect == Effect.CAP && finding.waived.compareTo(BigDecimal.ONE) != 0)) {
                lowest = Math.max(lowest, place(Objects.requireNonNull(finding.grade)));
            }
        }
        return edition.grades().get(lowest).code();
    }

    private int place(@Nullable String code) {
        for (int i = 0; i < edition.grades().size(); i++) {
            if (edition.grades().get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
