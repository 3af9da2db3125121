package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.positive;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.PeerFigure;
import cadre.engine.facts.Project;
import cadre.engine.facts.ProjectKind;
import cadre.engine.facts.ProjectQuality;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** performance.drl: job targets, projects, peers, investment. */
final class Projects {
    private final Told targets;
    private final Told milestone;
    private final Told late;
    private final Told peers;
    private final Told few;
    private final Told investment;
    private final Told completed;
    private final BigDecimal floor;
    private final BigDecimal full;
    private final BigDecimal targetPoints;
    private final BigDecimal milestonePoints;
    private final BigDecimal lateDeduction;
    private final BigDecimal leastPeers;
    private final BigDecimal peerPoints;
    private final BigDecimal investmentPoints;
    private final BigDecimal completedPoints;

    Projects(Edition edition) {
        Numbers numbers = new Numbers(edition);
        targets = new Told(edition, "P-07");
        milestone = new Told(edition, "P-08");
        late = new Told(edition, "P-08-late");
        peers = new Told(edition, "P-09");
        few = new Told(edition, "P-09-few");
        investment = new Told(edition, "P-10");
        completed = new Told(edition, "P-10-projects");
        floor = numbers.decimal("attainment.floor");
        full = numbers.decimal("attainment.full");
        targetPoints = numbers.decimal("performance.job-targets.points");
        milestonePoints = numbers.decimal("performance.major-projects.points");
        lateDeduction = numbers.decimal("performance.major-projects.late.deduction");
        leastPeers = numbers.decimal("performance.peers.least");
        peerPoints = numbers.decimal("performance.peers.points");
        investmentPoints = numbers.decimal("performance.investment.points");
        completedPoints = numbers.decimal("performance.investment.projects.points");
    }

    void assess(Reported facts, Sheet sheet) {
        jobTargets(facts.jobTargets, sheet);
        major(facts, sheet);
        compare(facts, sheet);
        Indicator arrived = facts.indicator("investment-in-place");
        if (arrived != null && positive(arrived.target())) {
            sheet.fire(
                    investment, arrived.id(), investmentPoints, floor, full, arrived.actual(), arrived.target());
            sheet.award(Performance.points(arrived.actual(), arrived.target(), floor, full, investmentPoints));
        }
        completed(facts, sheet);
    }

    private void jobTargets(List<Indicator> indicators, Sheet sheet) {
        BigDecimal weights = BigDecimal.ZERO;
        List<String> weighed = new ArrayList<>();
        for (Indicator i : indicators) {
            if (i.weight() != null) {
                weights = weights.add(i.weight());
                weighed.add(i.id());
            }
        }
        if (weights.signum() <= 0) {
            return;
        }
        for (Indicator i : indicators) {
            if (i.weight() != null && positive(i.target())) {
                sheet.counting(
                        targets,
                        List.of(i.id()),
                        weighed,
                        targetPoints,
                        floor,
                        full,
                        weights,
                        sheet.indicator(i.code()),
                        i.actual(),
                        i.target(),
                        i.weight());
                sheet.award(Performance.points(
                        i.actual(),
                        i.target(),
                        floor,
                        full,
                        Figures.share(targetPoints.multiply(i.weight()), weights)));
            }
        }
    }

    private void major(Reported facts, Sheet sheet) {
        for (Project p : facts.projects) {
            if (p.kind() == ProjectKind.MAJOR
                    && inTime(p)
                    && p.spent().compareTo(p.budget()) <= 0
                    && (p.quality() == ProjectQuality.PASSED || p.quality() == ProjectQuality.EXCELLENT)) {
                sheet.fire(milestone, p.id(), milestonePoints, p.due(), p.completed(), p.spent(), p.budget());
                sheet.award(milestonePoints);
            }
        }
        LocalDate last = facts.appraisal.to();
        for (Project p : facts.projects) {
            if (p.kind() == ProjectKind.MAJOR && !p.due().isAfter(last) && !inTime(p)) {
                sheet.fire(late, p.id(), lateDeduction, last, p.due());
                sheet.deduct(lateDeduction);
                sheet.flag();
            }
        }
    }

    private static boolean inTime(Project project) {
        return project.completed() != null && !project.completed().isAfter(project.due());
    }

    private void compare(Reported facts, Sheet sheet) {
        for (Indicator i : facts.compared) {
            for (PeerFigure figure : facts.peers) {
                if (figure.code().equals(i.code())
                        && figure.peers().compareTo(leastPeers) >= 0
                        && figure.deviation().signum() > 0
                        && figure.median().compareTo(i.actual()) < 0) {
                    sheet.fire(
                            peers,
                            List.of(i.id(), figure.id()),
                            leastPeers,
                            peerPoints,
                            sheet.indicator(i.code()),
                            i.actual(),
                            figure.peers(),
                            figure.median(),
                            figure.deviation());
                    sheet.award(Figures.orElse(
                                    Figures.robustScore(
                                            i.actual(),
                                            figure.median(),
                                            figure.deviation(),
                                            figure.peers(),
                                            leastPeers),
                                    BigDecimal.ZERO)
                            .multiply(peerPoints)
                            .max(BigDecimal.ZERO));
                }
            }
        }
        for (PeerFigure figure : facts.peers) {
            if (figure.peers().compareTo(leastPeers) < 0 || figure.deviation().signum() == 0) {
                sheet.fire(
                        few,
                        figure.id(),
                        leastPeers,
                        sheet.indicator(figure.code()),
                        figure.peers(),
                        figure.deviation());
                sheet.flag();
            }
        }
    }

    private void completed(Reported facts, Sheet sheet) {
        LocalDate last = facts.appraisal.to();
        List<String> due = new ArrayList<>();
        int done = 0;
        for (Project p : facts.projects) {
            if (p.kind() != ProjectKind.MAJOR && !p.due().isAfter(last)) {
                due.add(p.id());
                done += inTime(p) ? 1 : 0;
            }
        }
        if (done > 0) {
            BigDecimal all = BigDecimal.valueOf(due.size());
            sheet.counting(completed, List.of(), due, completedPoints, last, all, BigDecimal.valueOf(done));
            sheet.award(Figures.orElse(
                    Figures.share(completedPoints.multiply(BigDecimal.valueOf(done)), all), BigDecimal.ZERO));
        }
    }
}
