package cadre.service.release;

import cadre.engine.check.Severity;
import cadre.engine.check.Told;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.service.problem.Rejected;
import cadre.service.release.intake.Checked;
import cadre.service.release.intake.Intake;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From the bytes that somebody sends in to an edition that is sound. */
@Component
class Reception {
    private final Intake intake;

    Reception(Intake intake) {
        this.intake = intake;
    }

    /**
     * Reads and checks, as {@code ./cadre check} does, in a process of its own.
     *
     * @param archive a kjar, or a zip of an edition's folder
     * @throws Rejected with every problem, if it is not sound
     */
    CheckedEdition check(byte[] archive) {
        EditionSources sources = sources(archive);
        Checked checked = intake.check("upload", sources);
        if (!checked.sound()) {
            throw Rejected.edition(422, checked.problems());
        }
        Problems problems = new Problems();
        Edition edition =
                EditionReader.read(sources, problems).orElseThrow(() -> Rejected.document(422, problems.all()));
        return new CheckedEdition(sources, edition, checked.problems(), checked.counts());
    }

    private static EditionSources sources(byte[] archive) {
        try {
            return Intake.read(archive);
        } catch (Refused refused) {
            throw Rejected.edition(
                    400,
                    refused.problems().stream()
                            .map(problem -> new Told(Severity.ERROR, problem, Optional.empty(), ""))
                            .toList());
        }
    }
}
