package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.atMost;
import static cadre.bench.byhand.Numbers.positive;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Assignment;
import cadre.engine.facts.AssignmentKind;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Project;
import cadre.engine.facts.Survey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** tasks.drl */
final class Tasks {
    private final Told cost;
    private final Told difficulties;
    private final Told talent;
    private final Told poverty;
    private final Told risk;
    private final Told riskOpen;
    private final Told hardTask;
    private final BigDecimal costPoints;
    private final BigDecimal costFull;
    private final BigDecimal difficultyPoints;
    private final BigDecimal talentPoints;
    private final BigDecimal povertyPoints;
    private final BigDecimal floor;
    private final BigDecimal leastAnswers;
    private final BigDecimal good;
    private final BigDecimal riskPoints;
    private final BigDecimal hardTaskPoints;

    Tasks(Edition edition) {
        Numbers numbers = new Numbers(edition);
        cost = new Told(edition, "P-11");
        difficulties = new Told(edition, "P-12");
        talent = new Told(edition, "P-13");
        poverty = new Told(edition, "P-14");
        risk = new Told(edition, "P-15");
        riskOpen = new Told(edition, "P-15-open");
        hardTask = new Told(edition, "P-16");
        costPoints = numbers.decimal("performance.cost.points");
        costFull = numbers.decimal("performance.cost.full");
        difficultyPoints = numbers.decimal("performance.enterprises.points");
        talentPoints = numbers.decimal("performance.talent.points");
        povertyPoints = numbers.decimal("performance.poverty.points");
        floor = numbers.decimal("attainment.floor");
        leastAnswers = numbers.decimal("survey.least");
        good = numbers.decimal("survey.good");
        riskPoints = numbers.decimal("performance.risk.points");
        hardTaskPoints = numbers.decimal("performance.hard-tasks.points");
    }

    void assess(Reported facts, Sheet sheet) {
        cost(facts, sheet);
        difficulties(facts, sheet);
        talent(facts.indicators, sheet);
        poverty(facts, sheet);
        risks(facts, sheet);
        for (Assignment task : facts.assigned(AssignmentKind.HARD_TASK)) {
            if (facts.inPeriod(task.completed()) && task.effective() && inTime(task)) {
                sheet.fire(
                        hardTask,
                        task.id(),
                        hardTaskPoints,
                        facts.first,
                        facts.last,
                        task.assigned(),
                        task.completed());
                sheet.award(hardTaskPoints);
            }
        }
    }

    private static boolean inTime(Assignment task) {
        return task.completed() != null && !task.completed().isAfter(task.due());
    }

    private void cost(Reported facts, Sheet sheet) {
        List<String> completed = new ArrayList<>();
        BigDecimal budget = BigDecimal.ZERO;
        BigDecimal spent = BigDecimal.ZERO;
        for (Project project : facts.projects) {
            if (facts.inPeriod(project.completed())) {
                completed.add(project.id());
                budget = budget.add(project.budget());
                spent = spent.add(project.spent());
            }
        }
        if (spent.compareTo(budget) > 0) {
            sheet.counting(
                    cost, List.of(), completed, costPoints, costFull, facts.first, facts.last, budget, spent);
            sheet.deduct(Figures.orElse(
                    Figures.interpolate(
                            Figures.ratio(spent, budget), BigDecimal.ONE, BigDecimal.ZERO, costFull, costPoints),
                    costPoints));
        }
    }

    private void difficulties(Reported facts, Sheet sheet) {
        List<String> due = new ArrayList<>();
        int done = 0;
        for (Assignment difficulty : facts.assigned(AssignmentKind.ENTERPRISE_DIFFICULTY)) {
            if (facts.inPeriod(difficulty.due())) {
                due.add(difficulty.id());
                boolean resolved = difficulty.effective()
                        && difficulty.completed() != null
                        && !difficulty.completed().isAfter(facts.last);
                done += resolved ? 1 : 0;
            }
        }
        if (done > 0) {
            BigDecimal all = BigDecimal.valueOf(due.size());
            BigDecimal resolved = BigDecimal.valueOf(done);
            sheet.counting(
                    difficulties, List.of(), due, difficultyPoints, facts.first, facts.last, all, resolved);
            sheet.award(Figures.orElse(Figures.share(difficultyPoints.multiply(resolved), all), BigDecimal.ZERO));
        }
    }

    private void talent(Indicators indicators, Sheet sheet) {
        Indicator introduced = indicators.of("talent-introduced");
        Indicator retained = indicators.of("talent-retained");
        if (introduced != null
                && retained != null
                && atMost(introduced.target(), introduced.actual())
                && atMost(retained.target(), retained.actual())) {
            sheet.fire(
                    talent,
                    List.of(introduced.id(), retained.id()),
                    talentPoints,
                    introduced.actual(),
                    introduced.target(),
                    retained.actual(),
                    retained.target());
            sheet.award(talentPoints);
        }
    }

    private void poverty(Reported facts, Sheet sheet) {
        Indicator days = facts.indicators.of("village-residence-days");
        Indicator results = facts.indicators.of("poverty-results");
        if (days == null || !positive(days.target()) || results == null || !positive(results.target())) {
            return;
        }
        for (Survey survey : facts.povertySurveys) {
            if (survey.respondents().compareTo(leastAnswers) >= 0) {
                sheet.fire(
                        poverty,
                        List.of(days.id(), results.id(), survey.id()),
                        povertyPoints,
                        floor,
                        leastAnswers,
                        good,
                        days.actual(),
                        days.target(),
                        results.actual(),
                        results.target(),
                        survey.satisfied(),
                        survey.respondents());
                BigDecimal reached = Figures.min(
                        Figures.attainment(days.actual(), days.target()),
                        Figures.attainment(results.actual(), results.target()));
                BigDecimal satisfied = Figures.ratio(Figures.share(survey.satisfied(), survey.respondents()), good);
                sheet.award(Figures.orElse(
                        Figures.interpolate(
                                Figures.min(reached, satisfied),
                                floor,
                                BigDecimal.ZERO,
                                BigDecimal.ONE,
                                povertyPoints),
                        BigDecimal.ZERO));
            }
        }
    }

    private void risks(Reported facts, Sheet sheet) {
        List<Assignment> events = facts.assigned(AssignmentKind.RISK_EVENT);
        for (Assignment event : events) {
            if (facts.inPeriod(event.due()) && event.effective() && inTime(event)) {
                sheet.fire(
                        risk, event.id(), riskPoints, facts.first, facts.last, event.due(), event.completed());
                sheet.award(riskPoints);
            }
        }
        for (Assignment event : events) {
            if (facts.inPeriod(event.due()) && !inTime(event)) {
                sheet.fire(riskOpen, event.id(), riskPoints, facts.first, facts.last, event.due());
                sheet.deduct(riskPoints);
            }
        }
    }
}
