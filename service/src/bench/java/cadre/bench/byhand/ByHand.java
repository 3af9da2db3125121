package cadre.bench.byhand;

import cadre.engine.casefile.CaseFile;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Result;
import cadre.engine.facts.Stratum;
import cadre.engine.facts.Unverified;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Judges case files by edition 2026 without an engine. */
public final class ByHand {
    private final Edition edition;
    private final Map<String, String> engine;
    private final Outcome.Release release;
    private final Outcome.Scale scale;
    private final List<Lack> lacks = new ArrayList<>();
    private final Told nothing;
    private final PartyBuilding party;
    private final Ecological ecological;
    private final Grades grades;
    private final Consequences consequences;
    private final Sanctions sanctions;
    private final Integrity integrity;
    private final Rectified rectified;
    private final Learning learning;
    private final Performance performance;
    private final Projects projects;
    private final Tasks tasks;
    private final Satisfaction satisfaction;
    private final WorkStyle style;

    /** Takes texts and parameters from the edition. */
    public ByHand(Edition edition, Map<String, String> engine) {
        this.edition = edition;
        this.engine = engine;
        this.release = new Outcome.Release(edition.code(), edition.version(), edition.digest());
        this.scale = new Outcome.Scale(
                edition.rounding().places(),
                edition.rounding().mode().name(),
                edition.grades().stream()
                        .map(grade -> new Outcome.GradeLine(grade.code(), grade.title(), grade.from()))
                        .toList());
        edition.registers().stream().sorted().forEach(code -> lacks.add(new Lack("register:", code, Told.register(code))));
        edition.indicators().values().stream()
                .filter(Edition.IndicatorLine::required)
                .sorted(Comparator.comparing(Edition.IndicatorLine::code))
                .forEach(line -> lacks.add(new Lack("indicator:", line.code(), line.title())));
        nothing = new Told(edition, "F-03");
        party = new PartyBuilding(edition);
        ecological = new Ecological(edition);
        grades = new Grades(edition);
        consequences = new Consequences(edition);
        sanctions = new Sanctions(edition);
        integrity = new Integrity(edition, sanctions);
        rectified = new Rectified(edition);
        learning = new Learning(edition);
        performance = new Performance(edition);
        projects = new Projects(edition);
        tasks = new Tasks(edition);
        satisfaction = new Satisfaction(edition);
        style = new WorkStyle(edition);
    }

    /** A register that must be asked, or an indicator that must be reported. */
    private record Lack(String kind, String code, Titles title) {
        boolean of(Reported facts) {
            if (kind.equals("indicator:")) {
                return !facts.indicators.reported(code);
            }
            for (Consulted consulted : facts.consulted) {
                if (consulted.register().equals(code)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The outcome that the engine gives, too. */
    public Outcome evaluate(CaseFile caseFile) {
        Reported facts = new Reported(caseFile);
        List<FindingLine> lines = new ArrayList<>();
        for (Lack lack : lacks) {
            if (lack.of(facts)) {
                lines.add(hold(lack, "F-" + (lines.size() + 1)));
            }
        }
        Sheet sheet = new Sheet(edition, nothing, lines.size());
        party.assess(facts, sheet);
        ecological.assess(facts, sheet);
        grades.assess(facts, sheet);
        integrity.assess(facts, sheet);
        learning.assess(facts, sheet);
        performance.assess(facts, sheet);
        projects.assess(facts, sheet);
        tasks.assess(facts, sheet);
        satisfaction.assess(facts, sheet);
        style.assess(facts, sheet);
        List<Found> assessed = List.copyOf(sheet.found);
        grades.adjust(facts, sheet, assessed);
        rectified.adjust(facts, sheet, assessed);
        Tally tally = new Tally(edition, sheet.found);
        party.grade(tally, sheet);
        grades.grade(tally, sheet);
        satisfaction.grade(tally, sheet);
        BigDecimal total = tally.total();
        String band = tally.band(total);
        String grade = tally.grade(band);
        boolean held = !lines.isEmpty();
        for (Found finding : sheet.found) {
            held |= finding.effect == Effect.HOLD;
        }
        boolean barred = sanctions.any(sheet);
        consequences.use(facts, new Result(total, band, grade, held), barred, tally, sheet);
        integrity.use(facts, sheet);
        learning.use(facts, sheet);
        satisfaction.use(facts, sheet);
        for (Found finding : sheet.found) {
            lines.add(line(finding));
        }
        return new Outcome(
                facts.cadre.id(),
                facts.appraisal,
                release,
                scale,
                held ? Outcome.Status.HELD : Outcome.Status.PROPOSED,
                tally.dimensions,
                total,
                band,
                grade,
                lines,
                sheet.firings,
                bounds(sheet.found),
                excluded(facts),
                facts.unused,
                engine);
    }

    private static FindingLine hold(Lack lack, String id) {
        return new FindingLine(
                id,
                null,
                null,
                lack.kind() + lack.code(),
                Stratum.ASSESS,
                Effect.HOLD,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                lack.title());
    }

    private FindingLine line(Found finding) {
        return new FindingLine(
                finding.id(),
                finding.firing,
                finding.criterion.id,
                null,
                finding.criterion.stratum,
                finding.effect,
                finding.effect == Effect.POINTS ? finding.criterion.dimension : null,
                finding.points,
                finding.applied,
                finding.grade,
                finding.target == null ? null : finding.target.id(),
                finding.share,
                finding.appliedShare,
                finding.action,
                finding.action == null ? null : edition.actions().get(finding.action));
    }

    private static List<Outcome.Bound> bounds(List<Found> found) {
        List<Outcome.Bound> bounds = new ArrayList<>();
        Told last = null;
        for (Found finding : found) {
            Told criterion = finding.criterion;
            if (finding.effect == Effect.POINTS && criterion.bound != null && criterion != last) {
                bounds.add(new Outcome.Bound(criterion.id, criterion.bound, criterion.most));
                last = criterion;
            }
        }
        return bounds;
    }

    private static List<Outcome.Exclusion> excluded(Reported facts) {
        List<Outcome.Exclusion> excluded = new ArrayList<>();
        for (Unverified fact : facts.unverified) {
            excluded.add(new Outcome.Exclusion(fact.id(), Outcome.Exclusion.UNVERIFIED));
        }
        return excluded;
    }
}
