package cadre.engine.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.facts.DimensionScore;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Finding;
import cadre.engine.facts.Result;
import cadre.engine.facts.Stratum;
import cadre.engine.facts.Unverified;
import cadre.engine.inference.Firing;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Inference;
import cadre.engine.inference.Inferences;
import cadre.engine.inference.RuleFailed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges case files by one edition: runs its rules stratum by stratum, weighs what they found, and says why. For any
 * number of threads.
 */
public final class Evaluator {
    private final Edition edition;
    private final Inferences inferences;
    private final Criteria criteria;
    private final Composition composition;
    private final Intake intake;
    private final OutcomeAssembly assembly;

    /**
     * Judges by this edition.
     *
     * @param inferences runs the rules of the same edition
     * @param engine what the outcome says of the programs that made it, by name
     */
    public Evaluator(Edition edition, Inferences inferences, Map<String, String> engine) {
        this.edition = edition;
        this.inferences = inferences;
        this.criteria = new Criteria(edition);
        this.composition = new Composition(edition);
        this.intake = new Intake(edition);
        this.assembly = new OutcomeAssembly(edition, criteria, engine);
    }

    /** The edition judged by. */
    public Edition edition() {
        return edition;
    }

    /**
     * Judges a case file with the usual limits.
     *
     * @throws RuleFailed as below
     */
    public Outcome evaluate(CaseFile caseFile) {
        return evaluate(caseFile, FiringLimits.DEFAULT);
    }

    /**
     * Judges a case file.
     *
     * @throws RuleFailed if a rule concludes what cannot be, or a limit is exceeded
     * @throws IllegalArgumentException if the edition does not judge such cases
     */
    public Outcome evaluate(CaseFile caseFile, FiringLimits limits) {
        LocalDate day = caseFile.appraisal().to();
        if (!edition.judges(day, caseFile.appraisal().type(), caseFile.cadre().level())) {
            throw new IllegalArgumentException(edition.code() + " does not judge this appraisal");
        }
        List<Intake.Missing> missing = intake.missing(caseFile);
        try (Inference inference = inferences.open(day, limits)) {
            insert(caseFile, inference);
            Course course = new Course(inference);
            course.run(Stratum.ASSESS);
            course.run(Stratum.ADJUST);
            Weighed weighed = composition.weigh(course.findings, criteria.bounds(day));
            List<DimensionLine> dimensions = composition.dimensions(course.findings, weighed);
            if (criteria.matchedAfter(Stratum.ADJUST, "DimensionScore")) {
                dimensions.forEach(line -> inference.insert(new DimensionScore(line.code(), line.score())));
            }
            course.run(Stratum.GRADE);
            BigDecimal total = composition.total(dimensions);
            @Nullable String band = composition.band(total);
            @Nullable String grade = composition.grade(band, course.findings, weighed);
            boolean held =
                    !missing.isEmpty() || course.findings.stream().anyMatch(finding -> finding.effect() == Effect.HOLD);
            if (criteria.matchedAfter(Stratum.GRADE, "Result")) {
                inference.insert(new Result(total, band, grade, held));
            }
            course.run(Stratum.USE);
            return assembly.outcome(
                    caseFile,
                    new OutcomeAssembly.Judgement(dimensions, total, band, grade, held),
                    course.firings,
                    weighed,
                    missing,
                    criteria.bounds(day),
                    intake.excluded(caseFile),
                    intake.unused(caseFile));
        }
    }

    private static void insert(CaseFile caseFile, Inference inference) {
        inference.insert(caseFile.cadre());
        inference.insert(caseFile.appraisal());
        for (CaseFile.Entry entry : caseFile.entries()) {
            Fact fact = entry.fact();
            inference.insert(
                    entry.verified()
                            ? fact
                            : new Unverified(fact.getClass().getSimpleName(), fact.id(), Intake.code(fact)));
        }
    }

    /** The strata of one run, one after the other; firings and findings in their final order. */
    private final class Course {
        private final Inference inference;
        private final List<Firing> firings = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Course(Inference inference) {
            this.inference = inference;
        }

        void run(Stratum stratum) {
            if (!criteria.any(stratum)) {
                return;
            }
            List<Firing> fired = new ArrayList<>(inference.fire(stratum));
            fired.sort(Sorting::compare);
            boolean seen = criteria.matchedAfter(stratum, "Finding");
            for (Firing firing : fired) {
                firings.add(firing);
                for (Finding finding : firing.findings()) {
                    findings.add(finding);
                    if (seen) {
                        inference.insert(finding);
                    }
                }
            }
        }
    }
}
