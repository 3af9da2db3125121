package cadre.service.release;

import cadre.engine.archive.ArchiveLimits;
import cadre.engine.archive.EditionArchive;
import cadre.engine.check.Check;
import cadre.engine.check.Progress;
import cadre.engine.check.Report;
import cadre.engine.check.Severity;
import cadre.engine.check.Told;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.service.problem.Rejected;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From the bytes that somebody sends in to an edition that is sound. */
@Component
class Reception {
    /**
     * Reads and checks, as {@code ./cadre check} does.
     *
     * @param archive a kjar, or a zip of an edition's folder
     * @throws Rejected with every problem, if it is not sound
     */
    CheckedEdition check(byte[] archive) {
        EditionSources sources = sources(archive);
        Report report = Check.of("upload", sources, Check.Options.DEFAULT, Progress.NONE);
        if (report.count(Severity.ERROR) > 0) {
            throw Rejected.edition(422, report.problems());
        }
        Problems problems = new Problems();
        Edition edition =
                EditionReader.read(sources, problems).orElseThrow(() -> Rejected.document(422, problems.all()));
        return new CheckedEdition(sources, edition, report.problems(), report.counts());
    }

    private static EditionSources sources(byte[] archive) {
        try {
            return EditionArchive.read(archive, ArchiveLimits.DEFAULT);
        } catch (Refused refused) {
            throw Rejected.edition(
                    400,
                    refused.problems().stream()
                            .map(problem -> new Told(Severity.ERROR, problem, Optional.empty(), ""))
                            .toList());
        }
    }
}
