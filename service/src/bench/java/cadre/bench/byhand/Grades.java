package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.less;

import cadre.bench.byhand.Told.Coded;
import cadre.engine.edition.Edition;
import cadre.engine.facts.Absence;
import cadre.engine.facts.AppointmentMade;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Investigation;
import cadre.engine.facts.Lead;
import cadre.engine.facts.LeadOrigin;
import cadre.engine.facts.LeadTheme;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Unverified;
import cadre.engine.facts.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** grades.drl, all but what follows from the result. */
final class Grades {
    private static final Set<String> DECISIVE =
            Set.of("Incident", "Sanction", "Declaration", "PoliticalFinding", "Investigation");

    private final Told waived;
    private final Told groundless;
    private final Told unverified;
    private final Told early;
    private final Told weak;
    private final Told unfit;
    private final Told absent;
    private final Told investigated;
    private final Told probation;
    private final Told misappointed;
    private final BigDecimal askedDays;
    private final BigDecimal least;
    private final BigDecimal mostMisappointed;
    private final Map<String, Coded> registers = new HashMap<>();

    Grades(Edition edition) {
        waived = new Told(edition, "F-02");
        groundless = new Told(edition, "F-02-grounds");
        unverified = new Told(edition, "F-03");
        early = new Told(edition, "F-03-register");
        weak = new Told(edition, "G-02-dimension");
        unfit = new Told(edition, "G-02-unfit");
        absent = new Told(edition, "G-03-absence");
        investigated = new Told(edition, "G-03-investigation");
        probation = new Told(edition, "G-03-probation");
        misappointed = new Told(edition, "G-09");
        Numbers numbers = new Numbers(edition);
        askedDays = numbers.decimal("registers.asked.days");
        least = numbers.decimal("grade.dimension.least");
        mostMisappointed = numbers.decimal("use.misappointments.most");
        edition.registers().forEach(code -> registers.put(code, new Coded(code, Told.register(code))));
    }

    void assess(Reported facts, Sheet sheet) {
        for (Unverified fact : facts.unverified) {
            if (DECISIVE.contains(fact.type())) {
                sheet.fire(unverified, fact.id(), fact.type(), fact.id());
                sheet.hold();
            }
        }
        for (Consulted asked : facts.consulted) {
            LocalDate until = Figures.plusDays(asked.on(), askedDays);
            if (until != null && until.isBefore(facts.last)) {
                sheet.fire(
                        early, asked.id(), askedDays, facts.last, registers.get(asked.register()), asked.on());
                sheet.hold();
            }
        }
        for (Lead lead : facts.leadsInPeriod) {
            if (unfit(lead)) {
                sheet.fire(
                        unfit, lead.id(), facts.first, facts.last, lead.theme(), lead.severity(), lead.on());
                sheet.gate("INCOMPETENT");
            }
        }
        absent(facts, sheet);
        LocalDate last = facts.last;
        for (Investigation i : facts.investigations) {
            if (!i.opened().isAfter(last)
                    && (i.concluded() == null || i.concluded().isAfter(last))) {
                sheet.fire(investigated, i.id(), last, i.opened());
                sheet.ungraded();
            }
        }
        if (facts.cadre.probation()) {
            sheet.fire(probation, List.of());
            sheet.ungraded();
        }
        if (facts.cadre.chief()) {
            misappointed(facts.appointments, sheet);
        }
    }

    private static boolean unfit(Lead lead) {
        return lead.origin() == LeadOrigin.ORGANIZATION
                && (lead.theme() == LeadTheme.UNABLE_TO_PERFORM
                        || lead.theme() == LeadTheme.EMPTY_PROMISES
                        || lead.theme() == LeadTheme.ABSENCE)
                && (lead.severity() == Severity.MAJOR || lead.severity() == Severity.GRAVE);
    }

    private void absent(Reported facts, Sheet sheet) {
        BigDecimal days = BigDecimal.ZERO;
        for (Absence absence : facts.sickAndPersonal) {
            days = days.add(absence.days());
        }
        BigDecimal period = Figures.daysBetween(facts.first, facts.last);
        if (period != null && days.add(days).compareTo(period.add(BigDecimal.ONE)) > 0) {
            List<String> counted = new ArrayList<>();
            facts.sickAndPersonal.forEach(absence -> counted.add(absence.id()));
            sheet.counting(absent, List.of(), counted, facts.first, facts.last, days);
            sheet.ungraded();
        }
    }

    private void misappointed(List<AppointmentMade> appointments, Sheet sheet) {
        List<String> counted = new ArrayList<>();
        int failed = 0;
        for (AppointmentMade appointment : appointments) {
            counted.add(appointment.id());
            failed += appointment.misappointed() ? 1 : 0;
        }
        BigDecimal all = BigDecimal.valueOf(counted.size());
        BigDecimal wrong = BigDecimal.valueOf(failed);
        if (less(mostMisappointed, Figures.share(wrong, all))) {
            sheet.counting(misappointed, List.of(), counted, mostMisappointed, all, wrong);
            sheet.flag();
        }
    }

    void adjust(Reported facts, Sheet sheet, List<Found> assessed) {
        for (Waiver waiver : facts.waivers) {
            if (grounded(waiver)) {
                waive(waiver, assessed, sheet);
            }
        }
        for (Waiver waiver : facts.waivers) {
            if (!grounded(waiver)) {
                sheet.fire(groundless, waiver.id(), waiver.criterion(), waiver.on());
                sheet.flag();
            }
        }
    }

    private void waive(Waiver waiver, List<Found> assessed, Sheet sheet) {
        List<Found> targets = new ArrayList<>();
        for (Found finding : assessed) {
            if ((finding.effect == Effect.POINTS || finding.effect == Effect.CAP)
                    && finding.criterion.id.equals(waiver.criterion())
                    && finding.facts.contains(waiver.fact())) {
                targets.add(finding);
            }
        }
        targets.sort(Comparator.comparing(Found::key));
        for (Found target : targets) {
            sheet.renaming(
                    waived,
                    List.of(waiver.id(), target.key()),
                    List.of(waiver.id(), target.id()),
                    waiver.criterion(),
                    waiver.fact(),
                    waiver.share(),
                    waiver.on(),
                    target.id());
            sheet.waive(target, waiver.share());
        }
    }

    private static boolean grounded(Waiver waiver) {
        return waiver.motive()
                && waiver.conditions()
                && waiver.procedure()
                && waiver.nature()
                && waiver.consequences()
                && waiver.recovery();
    }

    void grade(Tally tally, Sheet sheet) {
        for (Tally.Score score : tally.sorted()) {
            if (less(score.score(), least)) {
                sheet.fire(weak, "dimension/" + score.code().code(), least, score.code(), score.score());
                sheet.cap("COMPETENT");
            }
        }
    }
}
