package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.less;
import static cadre.bench.byhand.Numbers.positive;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.PastFigure;
import cadre.engine.facts.PeerFigure;
import cadre.engine.facts.Project;
import cadre.engine.facts.ProjectKind;
import cadre.engine.facts.ProjectQuality;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** performance.drl: job targets, projects, peers and past years, investment. */
final class Projects {
    private final Told targets;
    private final Told milestone;
    private final Told late;
    private final Told peers;
    private final Told few;
    private final Told trend;
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
        trend = new Told(edition, "P-09-trend");
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
        jobTargets(facts.indicators.jobTargets, sheet);
        major(facts, sheet);
        compare(facts, sheet);
        fallen(facts, sheet);
        Indicator arrived = facts.indicators.of("investment-in-place");
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
        List<Project> due = new ArrayList<>();
        for (Project p : facts.projects) {
            if (p.kind() == ProjectKind.MAJOR && facts.inPeriod(p.due())) {
                due.add(p);
            }
        }
        for (Project p : due) {
            if (inTime(p)
                    && p.spent().compareTo(p.budget()) <= 0
                    && (p.quality() == ProjectQuality.PASSED || p.quality() == ProjectQuality.EXCELLENT)) {
                sheet.fire(
                        milestone,
                        p.id(),
                        milestonePoints,
                        facts.first,
                        facts.last,
                        p.due(),
                        p.completed(),
                        p.spent(),
                        p.budget());
                sheet.award(milestonePoints);
            }
        }
        for (Project p : due) {
            if (!inTime(p)) {
                sheet.fire(late, p.id(), lateDeduction, facts.first, facts.last, p.due());
                sheet.deduct(lateDeduction);
                sheet.flag();
            }
        }
    }

    private static boolean inTime(Project project) {
        return project.completed() != null && !project.completed().isAfter(project.due());
    }

    private void compare(Reported facts, Sheet sheet) {
        for (Indicator i : facts.indicators.compared) {
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

    private void fallen(Reported facts, Sheet sheet) {
        int year = facts.last.getYear() - 2;
        for (Indicator i : facts.indicators.compared) {
            for (PastFigure earlier : facts.pastFigures) {
                if (less(i.actual(), i.baseline())
                        && earlier.code().equals(i.code())
                        && Numbers.isYear(earlier.year(), year)
                        && less(i.baseline(), earlier.actual())) {
                    sheet.fire(
                            trend,
                            List.of(i.id(), earlier.id()),
                            facts.last,
                            sheet.indicator(i.code()),
                            i.actual(),
                            i.baseline(),
                            earlier.actual());
                    sheet.flag();
                }
            }
        }
    }

    private void completed(Reported facts, Sheet sheet) {
        List<String> due = new ArrayList<>();
        int done = 0;
        for (Project p : facts.projects) {
            if (p.kind() != ProjectKind.MAJOR && facts.inPeriod(p.due())) {
                due.add(p.id());
                done += inTime(p) ? 1 : 0;
            }
        }
        if (done > 0) {
            BigDecimal all = BigDecimal.valueOf(due.size());
            BigDecimal ready = BigDecimal.valueOf(done);
            sheet.counting(completed, List.of(), due, completedPoints, facts.first, facts.last, all, ready);
            sheet.award(Figures.orElse(Figures.share(completedPoints.multiply(ready), all), BigDecimal.ZERO));
        }
    }
}
