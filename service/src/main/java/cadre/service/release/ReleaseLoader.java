package cadre.service.release;

import cadre.engine.cases.CaseRun;
import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.OutcomeDisputed;
import cadre.engine.rulebook.RulebookBroken;
import cadre.service.release.intake.Confinement;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Loads releases beside those that serve. Drools' compiler runs in a process of its own and never in the one that serves; what
 * it made is held to the sources, confined by its class loader, and has to come to what the edition's own cases and the
 * reference evaluator say before anything is judged by it.
 */
@Component
class ReleaseLoader {
    private final Confinement confinement;

    ReleaseLoader(Confinement confinement) {
        this.confinement = confinement;
    }

    /** A release cannot be loaded; the message says why, for those who look after the service. */
    static final class NotLoaded extends Exception {
        private static final long serialVersionUID = 1L;

        NotLoaded(String message) {
            super(message);
        }

        NotLoaded(Throwable cause) {
            super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
        }
    }

    Release load(EditionSources sources) throws NotLoaded {
        try {
            Release release = Release.load(confinement.compile(sources));
            if (!release.digest().equals(sources.digest())) {
                throw new NotLoaded("what was compiled has other sources: " + release.digest());
            }
            tryCases(release);
            return release;
        } catch (Refused | RulebookBroken | Confinement.Ended failed) {
            throw new NotLoaded(failed);
        }
    }

    private static void tryCases(Release release) throws NotLoaded, Refused {
        Problems problems = new Problems();
        List<Scenario> cases = CasesReader.read(release.sources(), release.edition(), problems);
        problems.refuse();
        try {
            List<Problem> mismatches =
                    CaseRun.of(release.edition(), cases, release::evaluateTwice).mismatches();
            if (!mismatches.isEmpty()) {
                throw new NotLoaded(mismatches.size() + " of its own " + cases.size()
                        + " cases do not hold here, first " + mismatches.get(0));
            }
        } catch (OutcomeDisputed disputed) {
            throw new NotLoaded(disputed);
        }
    }
}
