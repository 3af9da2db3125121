package cadre.bench.byhand;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Lead;
import cadre.engine.facts.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** integrity.drl: what was found and put right promptly. */
final class Rectified {
    private static final Set<String> OF_LEADS = Set.of("I-03", "I-03-serious", "W-01");
    private static final Set<String> OF_INCIDENTS = Set.of("P-05", "E-03");

    private final Told lead;
    private final Told incident;
    private final BigDecimal days;
    private final BigDecimal share;

    Rectified(Edition edition) {
        Numbers numbers = new Numbers(edition);
        lead = new Told(edition, "I-10");
        incident = new Told(edition, "I-10-incident");
        days = numbers.decimal("rectification.days");
        share = numbers.decimal("rectification.share");
    }

    void adjust(Reported facts, Sheet sheet, List<Found> assessed) {
        for (Lead l : facts.leads) {
            LocalDate mended = l.rectified();
            if (mended != null && promptly(l.on(), mended)) {
                waive(lead, l.id(), l.on(), mended, points(assessed, l.id(), OF_LEADS), sheet);
            }
        }
        for (Incident i : facts.incidents) {
            LocalDate mended = i.rectified();
            if (i.severity() == Severity.GENERAL && mended != null && promptly(i.on(), mended)) {
                waive(incident, i.id(), i.on(), mended, points(assessed, i.id(), OF_INCIDENTS), sheet);
            }
        }
    }

    private boolean promptly(LocalDate on, @Nullable LocalDate mended) {
        return Numbers.atMost(Figures.daysBetween(on, mended), days);
    }

    private static List<Found> points(List<Found> assessed, String fact, Set<String> criteria) {
        List<Found> points = new ArrayList<>();
        for (Found finding : assessed) {
            if (finding.effect == Effect.POINTS
                    && criteria.contains(finding.criterion.id)
                    && finding.facts.contains(fact)) {
                points.add(finding);
            }
        }
        points.sort(Comparator.comparing(Found::key));
        return points;
    }

    private void waive(
            Told criterion, String fact, LocalDate on, LocalDate mended, List<Found> targets, Sheet sheet) {
        for (Found target : targets) {
            sheet.renaming(
                    criterion,
                    List.of(fact, target.key()),
                    List.of(fact, target.id()),
                    days,
                    share,
                    fact,
                    on,
                    mended,
                    target.id());
            sheet.waive(target, share);
        }
    }
}
