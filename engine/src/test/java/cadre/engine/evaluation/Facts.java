package cadre.engine.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Investigation;
import cadre.engine.facts.Lead;
import cadre.engine.facts.LeadOrigin;
import cadre.engine.facts.LeadTheme;
import cadre.engine.facts.Level;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Facts and case files for the small edition. */
final class Facts {
    private static final LocalDate DAY = LocalDate.parse("2026-05-01");

    private Facts() {}

    static CaseFile caseFile(Fact... facts) {
        return caseFile(List.of(facts));
    }

    static CaseFile caseFile(List<? extends Fact> facts) {
        List<CaseFile.Entry> entries = new ArrayList<>();
        facts.forEach(fact -> entries.add(new CaseFile.Entry(fact, true, "bureau", "doc 7")));
        return ofEntries(entries);
    }

    static CaseFile ofEntries(List<CaseFile.Entry> entries) {
        return new CaseFile(
                new Cadre("C-1001", "county-head", Level.COUNTY, "U-17", true, false),
                new Appraisal(AppraisalType.ANNUAL, LocalDate.parse("2026-01-01"), SmallEdition.DAY),
                entries);
    }

    static CaseFile.Entry unverified(Fact fact) {
        return new CaseFile.Entry(fact, false, null, null);
    }

    static Indicator award(String id, String points) {
        return indicator(id, points, "award");
    }

    static Indicator deduct(String id, String points) {
        return indicator(id, points, "deduct");
    }

    static Indicator swing(String id, String points, String back) {
        return new Indicator(id, "code-" + id, new BigDecimal(points), new BigDecimal(back), null, null, "swing");
    }

    static Indicator indicator(String id, String actual, String unit) {
        return new Indicator(id, "code-" + id, new BigDecimal(actual), null, null, null, unit);
    }

    static Incident incident(String id, Severity severity) {
        return new Incident(id, "ecological", severity, DAY, null);
    }

    static Waiver waiver(String id, String criterion, String fact, String share) {
        return new Waiver(id, criterion, fact, new BigDecimal(share), DAY, true, true, true, true, true, true);
    }

    static Investigation investigation(String id) {
        return new Investigation(id, DAY, null);
    }

    static Lead lead(String id) {
        return new Lead(id, LeadOrigin.MASSES, LeadTheme.OTHER, Severity.SERIOUS, DAY, null);
    }

    static Consulted consulted(String register) {
        return new Consulted(register, "office", DAY);
    }

    static Fact withId(Fact fact, String id) {
        if (fact instanceof Indicator i) {
            return new Indicator(id, "code-" + id, i.actual(), i.target(), i.baseline(), i.weight(), i.unit());
        } else if (fact instanceof Incident i) {
            return incident(id, i.severity());
        } else if (fact instanceof Waiver w) {
            return waiver(id, w.criterion(), w.fact(), w.share().toString());
        } else if (fact instanceof Lead) {
            return lead(id);
        }
        return fact instanceof Investigation ? investigation(id) : fact;
    }
}
