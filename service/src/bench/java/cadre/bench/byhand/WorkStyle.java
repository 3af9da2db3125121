package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.less;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Assignment;
import cadre.engine.facts.AssignmentKind;
import cadre.engine.facts.Clientele;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Lead;
import cadre.engine.facts.LeadTheme;
import cadre.engine.facts.Load;
import cadre.engine.facts.ServiceRecord;
import cadre.engine.facts.StyleAspect;
import cadre.engine.facts.StyleAssessment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** work-style.drl */
final class WorkStyle {
    private final Told fourWinds;
    private final Told transfers;
    private final Told late;
    private final Told poor;
    private final Told dispersion;
    private final Told busy;
    private final Told initiative;
    private final Told execution;
    private final BigDecimal fourWindsDeduction;
    private final BigDecimal mostTransfers;
    private final BigDecimal transfersDeduction;
    private final BigDecimal leastInTime;
    private final BigDecimal lateDeduction;
    private final BigDecimal poorDeduction;
    private final BigDecimal gap;
    private final BigDecimal leastExecuted;
    private final BigDecimal executionDeduction;

    WorkStyle(Edition edition) {
        Numbers numbers = new Numbers(edition);
        fourWinds = new Told(edition, "W-01");
        transfers = new Told(edition, "W-02");
        late = new Told(edition, "W-03");
        poor = new Told(edition, "W-04");
        dispersion = new Told(edition, "W-05");
        busy = new Told(edition, "W-05-load");
        initiative = new Told(edition, "W-06");
        execution = new Told(edition, "W-07");
        fourWindsDeduction = numbers.decimal("style.four-winds.deduction");
        mostTransfers = numbers.decimal("style.transfers.most");
        transfersDeduction = numbers.decimal("style.transfers.deduction");
        leastInTime = numbers.decimal("style.in-time.least");
        lateDeduction = numbers.decimal("style.in-time.deduction");
        poorDeduction = numbers.decimal("style.poor.deduction");
        gap = numbers.decimal("style.dispersion.gap");
        leastExecuted = numbers.decimal("style.execution.least");
        executionDeduction = numbers.decimal("style.execution.deduction");
    }

    void assess(Reported facts, Sheet sheet) {
        for (Lead lead : facts.leadsInPeriod) {
            if (lead.theme() == LeadTheme.FOUR_WINDS) {
                sheet.fire(
                        fourWinds,
                        lead.id(),
                        fourWindsDeduction,
                        facts.first,
                        facts.last,
                        lead.origin(),
                        lead.on());
                sheet.deduct(fourWindsDeduction);
                sheet.cap("COMPETENT");
            }
        }
        transfers(facts.serviceRecords, sheet);
        timedTasks(facts, sheet);
        poor(facts, sheet);
        apart(facts.serviceRecords, sheet);
        for (StyleAssessment style : facts.weaknesses) {
            if (style.aspect() == StyleAspect.INITIATIVE) {
                sheet.fire(initiative, style.id(), facts.first, facts.last, style.on());
                sheet.flag();
            }
        }
        decisions(facts, sheet);
    }

    private void transfers(List<ServiceRecord> records, Sheet sheet) {
        BigDecimal received = BigDecimal.ZERO;
        BigDecimal passed = BigDecimal.ZERO;
        List<String> counted = new ArrayList<>();
        for (ServiceRecord served : records) {
            received = received.add(served.received());
            passed = passed.add(served.unjustifiedTransfers());
            counted.add(served.id());
        }
        if (less(mostTransfers, Figures.share(passed, received))) {
            sheet.counting(
                    transfers, List.of(), counted, mostTransfers, transfersDeduction, received, passed);
            sheet.deduct(transfersDeduction);
        }
    }

    private void timedTasks(Reported facts, Sheet sheet) {
        List<String> due = new ArrayList<>();
        int done = 0;
        for (Assignment task : facts.assigned(AssignmentKind.TIMED_TASK)) {
            LocalDate limit = Figures.plusDays(task.due(), task.suspendedDays());
            if (limit != null && facts.inPeriod(limit)) {
                due.add(task.id());
                boolean inTime = task.completed() != null && !task.completed().isAfter(limit);
                done += inTime ? 1 : 0;
            }
        }
        tooFew(late, due, done, leastInTime, lateDeduction, facts, sheet);
    }

    private void decisions(Reported facts, Sheet sheet) {
        List<String> due = new ArrayList<>();
        int done = 0;
        for (Assignment decision : facts.assigned(AssignmentKind.DECISION)) {
            if (facts.inPeriod(decision.due())) {
                due.add(decision.id());
                boolean carriedOut = decision.effective()
                        && decision.completed() != null
                        && !decision.completed().isAfter(facts.last);
                done += carriedOut ? 1 : 0;
            }
        }
        tooFew(execution, due, done, leastExecuted, executionDeduction, facts, sheet);
    }

    private static void tooFew(
            Told criterion,
            List<String> due,
            int done,
            BigDecimal least,
            BigDecimal deduction,
            Reported facts,
            Sheet sheet) {
        BigDecimal all = BigDecimal.valueOf(due.size());
        BigDecimal ready = BigDecimal.valueOf(done);
        if (less(Figures.share(ready, all), least)) {
            sheet.counting(criterion, List.of(), due, least, deduction, facts.first, facts.last, all, ready);
            sheet.deduct(deduction);
        }
    }

    private void poor(Reported facts, Sheet sheet) {
        Set<StyleAspect> weak = EnumSet.noneOf(StyleAspect.class);
        for (StyleAssessment style : facts.weaknesses) {
            weak.add(style.aspect());
        }
        if (weak.contains(StyleAspect.SENSE_OF_SERVICE)
                && weak.contains(StyleAspect.STYLE)
                && weak.contains(StyleAspect.FEEDBACK)) {
            sheet.fire(poor, List.of(), poorDeduction, facts.first, facts.last);
            sheet.deduct(poorDeduction);
            sheet.flag();
        }
    }

    private void apart(List<ServiceRecord> records, Sheet sheet) {
        Served known = new Served();
        Served strange = new Served();
        Served idle = new Served();
        Served rushed = new Served();
        for (ServiceRecord served : records) {
            if (served.clientele() == Clientele.ACQUAINTANCES) {
                known.add(served);
            } else if (served.clientele() == Clientele.STRANGERS) {
                strange.add(served);
            }
            if (served.load() == Load.IDLE) {
                idle.add(served);
            } else if (served.load() == Load.BUSY) {
                rushed.add(served);
            }
        }
        apart(dispersion, known, strange, sheet);
        apart(busy, idle, rushed, sheet);
    }

    private void apart(Told criterion, Served better, Served worse, Sheet sheet) {
        BigDecimal high = Figures.share(better.resolved, better.received);
        BigDecimal low = Figures.share(worse.resolved, worse.received);
        if (high != null && low != null && high.subtract(low).compareTo(gap) > 0) {
            List<String> counted = new ArrayList<>(better.counted);
            counted.addAll(worse.counted);
            counted.sort(null);
            sheet.counting(
                    criterion,
                    List.of(),
                    counted,
                    gap,
                    better.received,
                    better.resolved,
                    worse.received,
                    worse.resolved);
            sheet.flag();
        }
    }

    /** Matters received and resolved by several desks. */
    private static final class Served {
        private BigDecimal received = BigDecimal.ZERO;
        private BigDecimal resolved = BigDecimal.ZERO;
        private final List<String> counted = new ArrayList<>();

        void add(ServiceRecord served) {
            received = received.add(served.received());
            resolved = resolved.add(served.resolved());
            counted.add(served.id());
        }
    }
}
