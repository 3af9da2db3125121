package cadre.service.release.intake;

import cadre.engine.archive.ArchiveLimits;
import cadre.engine.archive.EditionArchive;
import cadre.engine.document.Refused;
import cadre.engine.edition.EditionSources;
import cadre.service.problem.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** From the bytes of an upload to an edition that was checked. For any number of threads. */
@Component
public class Intake {
    /** The longest upload that is read. */
    public static final int MOST_BYTES = ArchiveLimits.DEFAULT.bytes();

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Confinement confinement;

    Intake(Confinement confinement) {
        this.confinement = confinement;
    }

    /**
     * The sources in an uploaded kjar or ZIP of an edition's folder; nothing else in it is read.
     *
     * @throws Refused with everything that is wrong with the archive
     */
    public static EditionSources read(byte[] upload) throws Refused {
        return EditionArchive.read(upload, ArchiveLimits.DEFAULT);
    }

    /**
     * Checks an edition as the command line does, in a process of its own.
     *
     * @param name of the edition as problems of all of it are told
     * @throws Rejected with 422 if the edition takes more memory or time than any edition may, or ends the process that
     *     checks it; with 503 if too many are being checked
     */
    public Checked check(String name, EditionSources sources) {
        try {
            return confinement.check(name, sources);
        } catch (Confinement.Ended ended) {
            log.warn("The check of {} ended early: {}", sources.digest(), ended.getMessage());
            throw switch (ended.reason()) {
                case BUSY -> Rejected.because(503, "checker-busy");
                case MEMORY -> Rejected.because(422, "check-memory");
                case TIME -> Rejected.because(422, "check-time");
                case BROKEN -> Rejected.because(422, "check-broken");
            };
        }
    }
}
