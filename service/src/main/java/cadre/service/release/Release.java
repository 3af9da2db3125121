package cadre.service.release;

import cadre.engine.casefile.CaseFile;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Agreement;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.impact.Trial;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Inferences;
import cadre.engine.reference.ReferenceInference;
import cadre.engine.rulebook.Kjar;
import cadre.engine.rulebook.Rulebook;
import cadre.engine.rulebook.RulebookBroken;
import cadre.engine.rulebook.Versions;

/** One release of criteria, ready to evaluate. For any number of threads. */
public final class Release {
    private final EditionSources sources;
    private final Edition edition;
    private final Evaluator evaluator;
    private final Agreement agreement;
    private final Trial trial;

    private Release(EditionSources sources, Edition edition, Rulebook rulebook) {
        this(
                sources,
                edition,
                (day, limits) -> rulebook.open(day, limits, true),
                (day, limits) -> rulebook.open(day, limits, false));
    }

    /** A release whose rules are run by other means than Drools. */
    Release(EditionSources sources, Edition edition, Inferences inferences) {
        this(sources, edition, inferences, inferences);
    }

    private Release(EditionSources sources, Edition edition, Inferences inferences, Inferences withoutValues) {
        this.sources = sources;
        this.edition = edition;
        this.evaluator = new Evaluator(edition, inferences, Versions.all());
        this.agreement = new Agreement(
                evaluator,
                new Evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits), Versions.all()));
        this.trial = new Trial(edition, withoutValues);
    }

    /**
     * Loads a release from a kjar.
     *
     * @throws Refused if the sources inside are not a sound edition
     * @throws RulebookBroken if the compiled rules are not those of the sources
     */
    public static Release load(byte[] kjar) throws Refused {
        Kjar opened = Kjar.of(kjar);
        Problems problems = new Problems();
        EditionSources sources =
                EditionSources.of(opened.sources(), problems).orElseThrow(() -> new Refused(problems.all()));
        Edition edition = edition(sources);
        return new Release(sources, edition, Rulebook.load(opened, edition));
    }

    /**
     * Compiles a release from its sources.
     *
     * @throws Refused if the sources are not a sound edition
     */
    public static Release compile(EditionSources sources) throws Refused {
        Edition edition = edition(sources);
        Kjar kjar = Rulebook.compile(edition, sources.files());
        return new Release(sources, edition, Rulebook.load(kjar, edition));
    }

    private static Edition edition(EditionSources sources) throws Refused {
        Problems problems = new Problems();
        return EditionReader.read(sources, problems).orElseThrow(() -> new Refused(problems.all()));
    }

    public Edition edition() {
        return edition;
    }

    public EditionSources sources() {
        return sources;
    }

    /** Tries it on cases of any period, to learn what it would make of them. */
    public Trial trial() {
        return trial;
    }

    /** SHA-256 over the sources: what identifies the release. */
    public String digest() {
        return edition.digest();
    }

    /** Whether some appraisal would be judged by both. */
    boolean overlaps(Release other) {
        return Scope.of(edition).overlaps(Scope.of(other.edition));
    }

    /** Whether a person means this release by its digest, version or edition's code. */
    boolean isCalled(String name) {
        return name.equals(digest()) || name.equals(edition.version()) || name.equals(edition.code());
    }

    /**
     * Evaluates by Drools.
     *
     * @throws cadre.engine.inference.RuleFailed if a rule concludes what cannot be
     */
    public Outcome evaluate(CaseFile caseFile) {
        return evaluator.evaluate(caseFile);
    }

    /**
     * Evaluates by Drools and by the reference evaluator, who must come to the same.
     *
     * @throws cadre.engine.evaluation.OutcomeDisputed if they do not
     * @throws cadre.engine.inference.RuleFailed if a rule concludes what cannot be
     */
    public Outcome evaluateTwice(CaseFile caseFile) {
        return agreement.evaluate(caseFile, FiringLimits.DEFAULT);
    }
}
