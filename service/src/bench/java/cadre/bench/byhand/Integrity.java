package cadre.bench.byhand;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Decision;
import cadre.engine.facts.Declaration;
import cadre.engine.facts.Kinship;
import cadre.engine.facts.Lead;
import cadre.engine.facts.LeadTheme;
import cadre.engine.facts.PoliticalFinding;
import cadre.engine.facts.ProcedureStep;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Unverified;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** integrity.drl, all but sanctions and what was put right. */
final class Integrity {
    private static final Set<LeadTheme> SCORED = EnumSet.of(
            LeadTheme.KINSHIP,
            LeadTheme.PROCEDURE,
            LeadTheme.ABSENCE,
            LeadTheme.UNABLE_TO_PERFORM,
            LeadTheme.EMPTY_PROMISES,
            LeadTheme.OTHER);

    private final Told omitted;
    private final Told concealed;
    private final Told unfiled;
    private final Told general;
    private final Told serious;
    private final Told unverified;
    private final Told alone;
    private final Told falsified;
    private final Told step;
    private final Told tied;
    private final Told recused;
    private final Told canvassing;
    private final Told political;
    private final BigDecimal omissionDeduction;
    private final BigDecimal generalDeduction;
    private final BigDecimal seriousDeduction;
    private final Sanctions sanctions;

    Integrity(Edition edition, Sanctions sanctions) {
        Numbers numbers = new Numbers(edition);
        this.sanctions = sanctions;
        omitted = new Told(edition, "I-01");
        concealed = new Told(edition, "I-01-concealed");
        unfiled = new Told(edition, "I-01-unfiled");
        general = new Told(edition, "I-03");
        serious = new Told(edition, "I-03-serious");
        unverified = new Told(edition, "I-03-unverified");
        alone = new Told(edition, "I-04");
        falsified = new Told(edition, "I-05");
        step = new Told(edition, "I-06");
        tied = new Told(edition, "I-07");
        recused = new Told(edition, "I-07-recused");
        canvassing = new Told(edition, "I-08");
        political = new Told(edition, "I-09");
        omissionDeduction = numbers.decimal("integrity.declaration.deduction");
        generalDeduction = numbers.decimal("integrity.lead.deduction");
        seriousDeduction = numbers.decimal("integrity.lead.serious.deduction");
    }

    void assess(Reported facts, Sheet sheet) {
        declarations(facts.declarations, sheet);
        sanctions.assess(facts, sheet);
        leads(facts, sheet);
        for (Decision decision : facts.decisions) {
            if (facts.cadre.chief() && !decision.collective()) {
                sheet.fire(alone, decision.id(), facts.first, facts.last, decision.matter(), decision.on());
                sheet.cap("COMPETENT");
                sheet.flag();
            }
        }
        gates(LeadTheme.FALSIFICATION, falsified, "INCOMPETENT", facts, sheet);
        for (Kinship tie : facts.kinships) {
            if (!tie.recused()) {
                sheet.fire(tied, tie.id(), facts.first, facts.last, tie.relation(), tie.on());
                sheet.cap("COMPETENT");
                sheet.flag();
            }
        }
        for (Kinship tie : facts.kinships) {
            if (tie.recused()) {
                sheet.fire(recused, tie.id(), facts.first, facts.last, tie.relation(), tie.on());
                sheet.flag();
            }
        }
        gates(LeadTheme.CANVASSING, canvassing, "BASICALLY_COMPETENT", facts, sheet);
        for (PoliticalFinding finding : facts.politicalFindings) {
            sheet.fire(political, finding.id(), facts.first, facts.last, finding.body(), finding.on());
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

    private void leads(Reported facts, Sheet sheet) {
        for (Lead lead : facts.leadsInPeriod) {
            if (lead.severity() == Severity.GENERAL && SCORED.contains(lead.theme())) {
                sheet.fire(
                        general,
                        lead.id(),
                        generalDeduction,
                        facts.first,
                        facts.last,
                        lead.origin(),
                        lead.theme(),
                        lead.on());
                sheet.deduct(generalDeduction);
            }
        }
        for (Lead lead : facts.leadsInPeriod) {
            if (lead.severity() != Severity.GENERAL && SCORED.contains(lead.theme())) {
                sheet.fire(
                        serious,
                        lead.id(),
                        seriousDeduction,
                        facts.first,
                        facts.last,
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
    }

    private static void gates(LeadTheme theme, Told criterion, String grade, Reported facts, Sheet sheet) {
        for (Lead lead : facts.leadsInPeriod) {
            if (lead.theme() == theme) {
                sheet.fire(criterion, lead.id(), facts.first, facts.last, lead.on());
                sheet.gate(grade);
            }
        }
    }

    void use(Reported facts, Sheet sheet) {
        sanctions.use(sheet);
        for (ProcedureStep left : facts.selectionSteps) {
            sheet.fire(step, left.id(), facts.first, facts.last, left.matter(), left.step());
            sheet.recommend("REDO_SELECTION");
        }
    }
}
