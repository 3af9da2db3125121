package cadre.engine.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.evaluation.Outcome.FiringLine;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Finding;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.Firing;
import cadre.engine.inference.RuleFailed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes down an outcome: findings numbered, firings put into words. */
final class OutcomeAssembly {
    private static final String[] NAMES =
            IntStream.rangeClosed(1, 256).mapToObj(n -> "F-" + n).toArray(String[]::new);

    private final Edition edition;
    private final Criteria criteria;
    private final Map<String, String> engine;
    private final Outcome.Release release;
    private final Outcome.Scale scale;

    OutcomeAssembly(Edition edition, Criteria criteria, Map<String, String> engine) {
        this.edition = edition;
        this.criteria = criteria;
        this.engine = new java.util.TreeMap<>(engine);
        this.release = new Outcome.Release(edition.code(), edition.version(), edition.digest());
        this.scale = new Outcome.Scale(
                edition.rounding().places(),
                edition.rounding().mode().name(),
                edition.grades().stream()
                        .map(grade -> new Outcome.GradeLine(grade.code(), grade.title(), grade.from()))
                        .toList());
    }

    /** What the findings come to. */
    record Judgement(
            List<DimensionLine> dimensions,
            BigDecimal total,
            @Nullable String band,
            @Nullable String grade,
            boolean held) {}

    /**
     * The outcome.
     *
     * @param firings in their final order
     * @param weighed by place among the findings of the firings
     */
    Outcome outcome(
            CaseFile caseFile,
            Judgement judgement,
            List<Firing> firings,
            Weighed weighed,
            List<Intake.Missing> missing,
            Composition.Bounds bounds,
            List<Outcome.Exclusion> excluded,
            List<String> unused) {
        Map<String, String> names = names(firings, missing.size());
        List<FindingLine> findings = new ArrayList<>();
        List<FiringLine> lines = new ArrayList<>(firings.size());
        List<Outcome.Bound> bounded = new ArrayList<>();
        missing.forEach(lack -> findings.add(hold(lack, name(findings.size()))));
        int place = 0;
        for (Firing firing : firings) {
            Criterion criterion = criteria.of(firing.rule().id());
            int number = lines.size() + 1;
            lines.add(line(firing, criterion, number, names));
            for (Finding finding : firing.findings()) {
                findings.add(line(finding, number, name(findings.size()), names, weighed, place));
                bound(finding, criterion, bounds, bounded);
                place++;
            }
        }
        return new Outcome(
                caseFile.cadre().id(),
                caseFile.appraisal(),
                release,
                scale,
                judgement.held() ? Outcome.Status.HELD : Outcome.Status.PROPOSED,
                judgement.dimensions(),
                judgement.total(),
                judgement.band(),
                judgement.grade(),
                findings,
                lines,
                bounded,
                excluded,
                unused,
                engine);
    }

    private static void bound(
            Finding finding, Criterion criterion, Composition.Bounds bounds, List<Outcome.Bound> bounded) {
        if (finding.effect() != Effect.POINTS || criterion.atMost() == null) {
            return;
        }
        String id = finding.criterion();
        if (bounded.isEmpty() || !bounded.get(bounded.size() - 1).criterion().equals(id)) {
            BigDecimal bound = java.util.Objects.requireNonNull(bounds.of(id));
            bounded.add(new Outcome.Bound(id, criterion.atMost(), bound));
        }
    }

    /** Rules of later strata may name findings; by those names people cannot find them. */
    private static Map<String, String> names(List<Firing> firings, int before) {
        if (firings.isEmpty() || firings.get(firings.size() - 1).rule().stratum() == Stratum.ASSESS) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        for (Firing firing : firings) {
            for (Finding finding : firing.findings()) {
                if (names.put(finding.id(), name(before + names.size())) != null) {
                    throw new RuleFailed(finding.criterion(), "inference.equal-names", finding.id());
                }
            }
        }
        return names;
    }

    private static String name(int place) {
        return place < NAMES.length ? NAMES[place] : "F-" + (place + 1);
    }

    private static FindingLine hold(Intake.Missing missing, String id) {
        return new FindingLine(
                id,
                null,
                null,
                missing.what(),
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
                missing.title());
    }

    private FindingLine line(
            Finding finding, int firing, String id, Map<String, String> names, Weighed weighed, int place) {
        return new FindingLine(
                id,
                firing,
                finding.criterion(),
                null,
                finding.stratum(),
                finding.effect(),
                finding.effect() == Effect.POINTS ? finding.dimension() : null,
                finding.points(),
                weighed.applied(place),
                finding.grade(),
                finding.target() == null ? null : names.get(finding.target()),
                finding.share(),
                weighed.share(place),
                finding.action(),
                finding.action() == null ? null : edition.actions().get(finding.action()));
    }

    private static FiringLine line(Firing firing, Criterion criterion, int number, Map<String, String> names) {
        boolean named = firing.rule().stratum() != Stratum.ASSESS && !names.isEmpty();
        Map<String, Object> bound = named ? renamed(firing.bound(), names) : firing.bound();
        Titles says = criterion.says(bound);
        return new FiringLine(
                number,
                criterion.rule().id(),
                criterion.title(),
                criterion.rule().notes().basis(),
                says,
                bound,
                named ? renamed(firing.facts(), names) : firing.facts(),
                criterion.parameters());
    }

    private static List<String> renamed(List<String> facts, Map<String, String> names) {
        List<String> renamed = new ArrayList<>(facts);
        renamed.replaceAll(id -> names.getOrDefault(id, id));
        return renamed;
    }

    private static Map<String, Object> renamed(Map<String, Object> bound, Map<String, String> names) {
        Map<String, Object> renamed = new LinkedHashMap<>(bound);
        renamed.replaceAll((variable, value) -> value instanceof String text ? names.getOrDefault(text, text) : value);
        return renamed;
    }
}
