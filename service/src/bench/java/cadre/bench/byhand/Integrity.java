package cadre.bench.byhand;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Decision;
import cadre.engine.facts.Declaration;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Lead;
import cadre.engine.facts.LeadTheme;
import cadre.engine.facts.PoliticalFinding;
import cadre.engine.facts.ProcedureStep;
import cadre.engine.facts.Sanction;
import cadre.engine.facts.SanctionKind;
import cadre.engine.facts.SanctionTrack;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Unverified;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** integrity.drl */
final class Integrity {
    private static final Set<LeadTheme> SCORED = EnumSet.of(
            LeadTheme.FOUR_WINDS,
            LeadTheme.KINSHIP,
            LeadTheme.PROCEDURE,
            LeadTheme.ABSENCE,
            LeadTheme.UNABLE_TO_PERFORM,
            LeadTheme.EMPTY_PROMISES,
            LeadTheme.OTHER);

    private final Told omitted;
    private final Told concealed;
    private final Told unfiled;
    private final Told demerit;
    private final Told party;
    private final Told warning;
    private final Told barred;
    private final Told general;
    private final Told serious;
    private final Told unverified;
    private final Told alone;
    private final Told falsified;
    private final Told step;
    private final Told canvassing;
    private final Told political;
    private final Told rectified;
    private final Told rectifiedIncident;
    private final BigDecimal omissionDeduction;
    private final BigDecimal warningMonths;
    private final BigDecimal demeritMonths;
    private final BigDecimal majorMonths;
    private final BigDecimal removalMonths;
    private final BigDecimal partyMonths;
    private final BigDecimal generalDeduction;
    private final BigDecimal seriousDeduction;
    private final BigDecimal rectificationDays;
    private final BigDecimal rectificationShare;

    Integrity(Edition edition) {
        Numbers numbers = new Numbers(edition);
        omitted = new Told(edition, "I-01");
        concealed = new Told(edition, "I-01-concealed");
        unfiled = new Told(edition, "I-01-unfiled");
        demerit = new Told(edition, "I-02-demerit");
        party = new Told(edition, "I-02-party");
        warning = new Told(edition, "I-02-warning");
        barred = new Told(edition, "I-02-promotion");
        general = new Told(edition, "I-03");
        serious = new Told(edition, "I-03-serious");
        unverified = new Told(edition, "I-03-unverified");
        alone = new Told(edition, "I-04");
        falsified = new Told(edition, "I-05");
        step = new Told(edition, "I-06");
        canvassing = new Told(edition, "I-08");
        political = new Told(edition, "I-09");
        rectified = new Told(edition, "I-10");
        rectifiedIncident = new Told(edition, "I-10-incident");
        omissionDeduction = numbers.decimal("integrity.declaration.deduction");
        warningMonths = numbers.decimal("sanction.warning.months");
        demeritMonths = numbers.decimal("sanction.demerit.months");
        majorMonths = numbers.decimal("sanction.major-demerit.months");
        removalMonths = numbers.decimal("sanction.removal.months");
        partyMonths = numbers.decimal("sanction.party.months");
        generalDeduction = numbers.decimal("integrity.lead.deduction");
        seriousDeduction = numbers.decimal("integrity.lead.serious.deduction");
        rectificationDays = numbers.decimal("rectification.days");
        rectificationShare = numbers.decimal("rectification.share");
    }

    void assess(Reported facts, Sheet sheet) {
        declarations(facts.declarations, sheet);
        sanctions(facts.sanctions, facts.appraisal, sheet);
        for (Lead lead : facts.leads) {
            if (lead.severity() == Severity.GENERAL && SCORED.contains(lead.theme())) {
                sheet.fire(general, lead.id(), generalDeduction, lead.origin(), lead.theme(), lead.on());
                sheet.deduct(generalDeduction);
            }
        }
        for (Lead lead : facts.leads) {
            if (lead.severity() != Severity.GENERAL && SCORED.contains(lead.theme())) {
                sheet.fire(
                        serious,
                        lead.id(),
                        seriousDeduction,
                        lead.origin(),
                        lead.severity(),
                        lead.theme(),
                        lead.on());
                sheet.deduct(seriousDeduction);
                sheet.cap("COMPETENT");
            }
        }
        for (Unverified fact : facts.unverified) {
            if (fact.type().equals("Lead")) {
                sheet.fire(unverified, fact.id(), fact.id());
                sheet.hold();
            }
        }
        for (Decision decision : facts.decisions) {
            if (facts.cadre.chief() && !decision.collective()) {
                sheet.fire(alone, decision.id(), decision.matter(), decision.on());
                sheet.cap("COMPETENT");
                sheet.flag();
            }
        }
        gates(facts.leads, LeadTheme.FALSIFICATION, falsified, "INCOMPETENT", sheet);
        gates(facts.leads, LeadTheme.CANVASSING, canvassing, "BASICALLY_COMPETENT", sheet);
        for (PoliticalFinding finding : facts.politicalFindings) {
            sheet.fire(political, finding.id(), finding.body(), finding.on());
            sheet.gate("INCOMPETENT");
        }
    }

    private void declarations(List<Declaration> declarations, Sheet sheet) {
        for (Declaration d : declarations) {
            if (d.checked() && !d.concealed() && d.discrepancies().signum() > 0) {
                sheet.fire(omitted, d.id(), omissionDeduction, d.discrepancies());
                sheet.deduct(omissionDeduction.multiply(d.discrepancies()));
                sheet.flag();
            }
        }
        for (Declaration d : declarations) {
            if (d.checked() && d.concealed()) {
                sheet.fire(concealed, d.id());
                sheet.gate("BASICALLY_COMPETENT");
            }
        }
        for (Declaration d : declarations) {
            if (!d.filed()) {
                sheet.fire(unfiled, d.id());
                sheet.cap("COMPETENT");
            }
        }
    }

    private void sanctions(List<Sanction> sanctions, Appraisal appraisal, Sheet sheet) {
        LocalDate last = appraisal.to();
        for (Sanction s : sanctions) {
            if (s.track() == SanctionTrack.ADMINISTRATIVE
                    && !s.from().isAfter(last)
                    && lasts(s.from(), demeritOrMore(s.kind()), last)) {
                sheet.fire(demerit, s.id(), demeritMonths, majorMonths, removalMonths, last, s.kind(), s.from());
                sheet.ungraded();
            }
        }
        for (Sanction s : sanctions) {
            if (s.track() == SanctionTrack.PARTY
                    && (s.kind() == SanctionKind.REMOVAL
                            || s.kind() == SanctionKind.PROBATION_IN_PARTY
                            || s.kind() == SanctionKind.EXPULSION)
                    && !s.from().isAfter(last)
                    && lasts(s.from(), partyMonths, last)) {
                sheet.fire(party, s.id(), partyMonths, last, s.kind(), s.from());
                sheet.ungraded();
            }
        }
        for (Sanction s : sanctions) {
            if ((s.kind() == SanctionKind.WARNING || s.kind() == SanctionKind.SERIOUS_WARNING)
                    && !s.from().isBefore(appraisal.from())
                    && !s.from().isAfter(last)) {
                sheet.fire(warning, s.id(), appraisal.from(), last, s.kind(), s.from());
                sheet.cap("COMPETENT");
            }
        }
    }

    private static boolean lasts(LocalDate from, @Nullable BigDecimal months, LocalDate last) {
        LocalDate end = months == null ? null : Figures.plusMonths(from, months);
        return end != null && end.isAfter(last);
    }

    private @Nullable BigDecimal demeritOrMore(SanctionKind kind) {
        return switch (kind) {
            case DEMERIT -> demeritMonths;
            case MAJOR_DEMERIT -> majorMonths;
            case DEMOTION, REMOVAL -> removalMonths;
            default -> null;
        };
    }

    private static void gates(List<Lead> leads, LeadTheme theme, Told criterion, String grade, Sheet sheet) {
        for (Lead lead : leads) {
            if (lead.theme() == theme) {
                sheet.fire(criterion, lead.id(), lead.on());
                sheet.gate(grade);
            }
        }
    }

    void adjust(Reported facts, Sheet sheet, List<Found> assessed) {
        for (Lead lead : facts.leads) {
            if (soon(lead.on(), lead.rectified())) {
                for (Found target : points(assessed, lead.id(), "I-03", "I-03-serious")) {
                    rectified(rectified, lead.id(), lead.on(), lead.rectified(), target, sheet);
                }
            }
        }
        for (Incident incident : facts.incidents) {
            if (incident.severity() == Severity.GENERAL && soon(incident.on(), incident.rectified())) {
                for (Found target : points(assessed, incident.id(), "E-03", "P-05")) {
                    rectified(rectifiedIncident, incident.id(), incident.on(), incident.rectified(), target, sheet);
                }
            }
        }
    }

    private void rectified(
            Told criterion, String fact, LocalDate on, @Nullable LocalDate mended, Found target, Sheet sheet) {
        sheet.renaming(
                criterion,
                List.of(fact, target.key()),
                List.of(fact, target.id()),
                rectificationDays,
                rectificationShare,
                fact,
                on,
                mended,
                target.id());
        sheet.waive(target, rectificationShare);
    }

    private boolean soon(LocalDate on, @Nullable LocalDate mended) {
        return mended != null && Numbers.atMost(Figures.daysBetween(on, mended), rectificationDays);
    }

    private static List<Found> points(List<Found> assessed, String fact, String criterion, String other) {
        List<Found> points = new ArrayList<>();
        for (Found finding : assessed) {
            if (finding.effect == Effect.POINTS
                    && (finding.criterion.id.equals(criterion) || finding.criterion.id.equals(other))
                    && finding.facts.contains(fact)) {
                points.add(finding);
            }
        }
        points.sort(Comparator.comparing(Found::key));
        return points;
    }

    void use(Reported facts, Sheet sheet) {
        LocalDate last = facts.appraisal.to();
        for (Sanction s : facts.sanctions) {
            if (!s.from().isAfter(last) && lasts(s.from(), barring(s.kind()), last)) {
                sheet.fire(
                        barred,
                        s.id(),
                        warningMonths,
                        demeritMonths,
                        majorMonths,
                        removalMonths,
                        last,
                        s.kind(),
                        s.from());
                sheet.recommend("DEFER_PROMOTION");
            }
        }
        for (ProcedureStep taken : facts.selectionSteps) {
            if (!taken.done()) {
                sheet.fire(step, taken.id(), taken.matter(), taken.step());
                sheet.recommend("REDO_SELECTION");
            }
        }
    }

    private BigDecimal barring(SanctionKind kind) {
        return switch (kind) {
            case WARNING, SERIOUS_WARNING -> warningMonths;
            case DEMERIT -> demeritMonths;
            case MAJOR_DEMERIT -> majorMonths;
            case DEMOTION, REMOVAL, PROBATION_IN_PARTY, EXPULSION -> removalMonths;
        };
    }
}
