package cadre.bench.byhand;

import static cadre.bench.byhand.Numbers.atMost;
import static cadre.bench.byhand.Numbers.less;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Lead;
import cadre.engine.facts.LeadTheme;
import cadre.engine.facts.PeerFigure;
import cadre.engine.facts.Severity;
import java.math.BigDecimal;

/** ecological.drl */
final class Ecological {
    private final Told quality;
    private final Told worse;
    private final Told resources;
    private final Told incident;
    private final Told grave;
    private final Told index;
    private final Told rank;
    private final Told tampering;
    private final BigDecimal qualityPoints;
    private final BigDecimal qualityDeduction;
    private final BigDecimal resourcePoints;
    private final BigDecimal incidentDeduction;
    private final BigDecimal indexPoints;
    private final BigDecimal indexFloor;
    private final BigDecimal indexFull;
    private final BigDecimal leastPeers;

    Ecological(Edition edition) {
        Numbers numbers = new Numbers(edition);
        quality = new Told(edition, "E-01");
        worse = new Told(edition, "E-01-worse");
        resources = new Told(edition, "E-02");
        incident = new Told(edition, "E-03");
        grave = new Told(edition, "E-03-grave");
        index = new Told(edition, "E-04");
        rank = new Told(edition, "E-04-rank");
        tampering = new Told(edition, "E-05");
        qualityPoints = numbers.decimal("ecological.quality.points");
        qualityDeduction = numbers.decimal("ecological.quality.deduction");
        resourcePoints = numbers.decimal("ecological.resources.points");
        incidentDeduction = numbers.decimal("ecological.incident.deduction");
        indexPoints = numbers.decimal("ecological.index.points");
        indexFloor = numbers.decimal("ecological.index.floor");
        indexFull = numbers.decimal("ecological.index.full");
        leastPeers = numbers.decimal("performance.peers.least");
    }

    void assess(Reported facts, Sheet sheet) {
        for (Indicator i : facts.indicators.quality) {
            if (atMost(i.target(), i.actual())) {
                sheet.fire(quality, i.id(), qualityPoints, sheet.indicator(i.code()), i.actual(), i.target());
                sheet.award(qualityPoints);
            }
        }
        for (Indicator i : facts.indicators.quality) {
            if (less(i.actual(), i.target()) && less(i.actual(), i.baseline())) {
                sheet.fire(
                        worse,
                        i.id(),
                        qualityDeduction,
                        sheet.indicator(i.code()),
                        i.actual(),
                        i.target(),
                        i.baseline());
                sheet.deduct(qualityDeduction);
            }
        }
        for (Indicator i : facts.indicators.resources) {
            if (atMost(i.actual(), i.target())) {
                sheet.fire(resources, i.id(), resourcePoints, sheet.indicator(i.code()), i.actual(), i.target());
                sheet.award(resourcePoints);
            }
        }
        for (Incident i : facts.incidentsInPeriod) {
            if (i.family().equals("ecological")) {
                sheet.fire(incident, i.id(), incidentDeduction, facts.first, facts.last, i.severity(), i.on());
                sheet.deduct(incidentDeduction);
            }
        }
        for (Incident i : facts.incidentsInPeriod) {
            if (i.family().equals("ecological") && i.severity() == Severity.GRAVE) {
                sheet.fire(grave, i.id(), facts.first, facts.last, i.on());
                sheet.gate("INCOMPETENT");
            }
        }
        Indicator green = facts.indicators.of("green-development-index");
        if (green != null && less(indexFloor, green.actual())) {
            sheet.fire(index, green.id(), indexPoints, indexFloor, indexFull, green.actual());
            sheet.award(Figures.orElse(
                    Figures.interpolate(green.actual(), indexFloor, BigDecimal.ZERO, indexFull, indexPoints),
                    BigDecimal.ZERO));
        }
        for (PeerFigure figure : facts.peers) {
            if (figure.code().equals("green-development-index")
                    && figure.peers().compareTo(leastPeers) >= 0
                    && lowerHalf(figure)) {
                sheet.fire(rank, figure.id(), leastPeers, figure.rank(), figure.peers());
                sheet.flag();
            }
        }
        for (Lead lead : facts.leadsInPeriod) {
            if (lead.theme() == LeadTheme.DATA_TAMPERING) {
                sheet.fire(tampering, lead.id(), facts.first, facts.last, lead.on());
                sheet.gate("INCOMPETENT");
            }
        }
    }

    private static boolean lowerHalf(PeerFigure figure) {
        BigDecimal rank = figure.rank();
        return rank != null && rank.add(rank).compareTo(figure.peers().add(BigDecimal.ONE)) > 0;
    }
}
