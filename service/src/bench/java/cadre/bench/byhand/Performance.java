package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.atMost;
import static cadre.bench.byhand.Numbers.less;
import static cadre.bench.byhand.Numbers.positive;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.PastFigure;
import cadre.engine.facts.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** performance.drl: the six families. */
final class Performance {
    private final Told speed;
    private final Told offset;
    private final Told structure;
    private final Told innovation;
    private final Told livelihood;
    private final Told incident;
    private final Told calm;
    private final Told grave;
    private final Told petitions;
    private final Told debt;
    private final Told rising;
    private final Told debtTrend;
    private final BigDecimal floor;
    private final BigDecimal full;
    private final BigDecimal speedPoints;
    private final BigDecimal structurePoints;
    private final BigDecimal innovationPoints;
    private final BigDecimal livelihoodPoints;
    private final BigDecimal incidentDeduction;
    private final BigDecimal calmPoints;
    private final BigDecimal askedDays;
    private final BigDecimal petitionPoints;
    private final BigDecimal debtPoints;
    private final BigDecimal debtDeduction;

    Performance(Edition edition) {
        Numbers numbers = new Numbers(edition);
        speed = new Told(edition, "P-01");
        offset = new Told(edition, "P-01-offset");
        structure = new Told(edition, "P-02");
        innovation = new Told(edition, "P-03");
        livelihood = new Told(edition, "P-04");
        incident = new Told(edition, "P-05");
        calm = new Told(edition, "P-05-calm");
        grave = new Told(edition, "P-05-grave");
        petitions = new Told(edition, "P-05-petitions");
        debt = new Told(edition, "P-06");
        rising = new Told(edition, "P-06-rising");
        debtTrend = new Told(edition, "P-06-trend");
        floor = numbers.decimal("attainment.floor");
        full = numbers.decimal("attainment.full");
        speedPoints = numbers.decimal("performance.speed-and-scale.points");
        structurePoints = numbers.decimal("performance.structure.points");
        innovationPoints = numbers.decimal("performance.innovation.points");
        livelihoodPoints = numbers.decimal("performance.livelihood.points");
        incidentDeduction = numbers.decimal("performance.harmony.incident.deduction");
        calmPoints = numbers.decimal("performance.harmony.calm.points");
        askedDays = numbers.decimal("registers.asked.days");
        petitionPoints = numbers.decimal("performance.harmony.petitions.points");
        debtPoints = numbers.decimal("performance.sustainability.points");
        debtDeduction = numbers.decimal("performance.sustainability.deduction");
    }

    void assess(Reported facts, Sheet sheet) {
        boolean offsets = true;
        for (Indicator i : facts.indicators.otherFamilies) {
            offsets &= !failed(i);
        }
        if (offsets) {
            attained(speed, facts.indicators.speedAndScale, speedPoints, sheet);
        }
        for (Indicator i : facts.indicators.otherFamilies) {
            if (failed(i)) {
                sheet.fire(offset, i.id(), floor, sheet.indicator(i.code()), i.actual(), i.target());
                sheet.flag();
            }
        }
        attained(structure, facts.indicators.structure, structurePoints, sheet);
        attained(innovation, facts.indicators.innovation, innovationPoints, sheet);
        attained(livelihood, facts.indicators.livelihood, livelihoodPoints, sheet);
        harmony(facts, sheet);
        Indicator ratio = facts.indicators.of("debt-ratio");
        if (ratio != null) {
            sustainability(ratio, facts, sheet);
        }
    }

    private boolean failed(Indicator i) {
        return positive(i.target()) && less(Figures.attainment(i.actual(), i.target()), floor);
    }

    private void attained(Told criterion, List<Indicator> indicators, BigDecimal most, Sheet sheet) {
        for (Indicator i : indicators) {
            if (positive(i.target())) {
                sheet.fire(
                        criterion,
                        i.id(),
                        most,
                        floor,
                        full,
                        sheet.indicator(i.code()),
                        i.actual(),
                        i.target());
                sheet.award(points(i.actual(), i.target(), floor, full, most));
            }
        }
    }

    /** Points that grow evenly with attainment, from floor to full. */
    static BigDecimal points(
            BigDecimal actual,
            @Nullable BigDecimal target,
            BigDecimal floor,
            BigDecimal full,
            @Nullable BigDecimal most) {
        return Figures.orElse(
                Figures.interpolate(Figures.attainment(actual, target), floor, BigDecimal.ZERO, full, most),
                BigDecimal.ZERO);
    }

    private void harmony(Reported facts, Sheet sheet) {
        boolean any = false;
        for (Incident i : facts.incidentsInPeriod) {
            if (i.family().equals("harmony")) {
                any = true;
                sheet.fire(incident, i.id(), incidentDeduction, facts.first, facts.last, i.severity(), i.on());
                sheet.deduct(incidentDeduction);
            }
        }
        for (Consulted c : facts.consulted) {
            if (!any && c.register().equals("incidents") && lately(c, facts.last)) {
                sheet.fire(calm, c.id(), calmPoints, askedDays, facts.first, facts.last, c.on());
                sheet.award(calmPoints);
            }
        }
        for (Incident i : facts.incidentsInPeriod) {
            if (i.family().equals("harmony") && i.severity() == Severity.GRAVE) {
                sheet.fire(grave, i.id(), facts.first, facts.last, i.on());
                sheet.cap("BASICALLY_COMPETENT");
            }
        }
        Indicator resolved = facts.indicators.of("petitions-resolved");
        if (resolved != null && atMost(resolved.target(), resolved.actual())) {
            sheet.fire(petitions, resolved.id(), petitionPoints, resolved.actual(), resolved.target());
            sheet.award(petitionPoints);
        }
    }

    private boolean lately(Consulted register, LocalDate last) {
        LocalDate until = Figures.plusDays(register.on(), askedDays);
        return until != null && !until.isBefore(last);
    }

    private void sustainability(Indicator ratio, Reported facts, Sheet sheet) {
        if (atMost(ratio.actual(), ratio.target())) {
            sheet.fire(debt, ratio.id(), debtPoints, ratio.actual(), ratio.target());
            sheet.award(debtPoints);
        }
        boolean rose = less(ratio.baseline(), ratio.actual());
        if (rose && less(ratio.target(), ratio.actual())) {
            sheet.fire(rising, ratio.id(), debtDeduction, ratio.actual(), ratio.target(), ratio.baseline());
            sheet.deduct(debtDeduction);
        }
        for (PastFigure earlier : facts.pastFigures) {
            if (rose
                    && earlier.code().equals(ratio.code())
                    && Numbers.isYear(earlier.year(), facts.last.getYear() - 2)
                    && less(earlier.actual(), ratio.baseline())) {
                sheet.fire(
                        debtTrend,
                        List.of(ratio.id(), earlier.id()),
                        facts.last,
                        ratio.actual(),
                        ratio.baseline(),
                        earlier.actual());
                sheet.flag();
            }
        }
    }
}
