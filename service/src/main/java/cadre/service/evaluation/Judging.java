package cadre.service.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.casefile.CaseFileReader.Admitted;
import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeDisputed;
import cadre.engine.evaluation.OutcomeJson;
import cadre.engine.evaluation.Recount;
import cadre.engine.inference.RuleFailed;
import cadre.service.problem.Rejected;
import cadre.service.release.LoadedReleases;
import cadre.service.release.Release;
import cadre.service.release.Releases;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** From the bytes of a case file to an outcome that was counted twice. */
@Component
class Judging {
    private static final Logger log = LoggerFactory.getLogger(Judging.class);

    /** Longest id of a cadre or a unit, so that an index can hold it. */
    private static final int LONGEST_ID = 200;

    private final Releases releases;
    private final EvaluationSettings settings;
    private final Measures measures;

    Judging(Releases releases, EvaluationSettings settings, Measures measures) {
        this.releases = releases;
        this.settings = settings;
        this.measures = measures;
    }

    /**
     * Judges a case file.
     *
     * @param pinned the release asked for; else the one in force decides
     * @param drafts whether any release may be asked for, else only one that is or was in force
     * @throws Rejected if it cannot be judged, or if two ways of judging it differ
     */
    Judgement judge(byte[] body, @Nullable String pinned, boolean drafts) {
        LoadedReleases now = releases.now();
        Problems problems = new Problems();
        Optional<Release> asked = Optional.ofNullable(pinned)
                .map(name -> now.named(name)
                        .or(() -> drafts ? releases.anyCalled(name) : releases.everInForce(name))
                        .orElseThrow(() ->
                                Rejected.because(404, "no-such-release", name).at("release")));
        Datum datum = JsonDocument.read(body, problems);
        Optional<Admitted> read = datum == null
                ? Optional.empty()
                : CaseFileReader.read(
                        datum,
                        (day, type, level) ->
                                asked.or(() -> now.inForce(day, type, level)).map(Release::edition),
                        problems);
        if (!problems.isEmpty()) {
            throw Rejected.document(400, problems.all());
        }
        Admitted admitted = read.orElseThrow();
        CaseFile caseFile = admitted.caseFile();
        refuseLongIds(caseFile);
        refuseOutOfForce(caseFile, admitted.edition());
        Release release =
                asked.or(() -> now.ofDigest(admitted.edition().digest())).orElseThrow();
        return judge(caseFile, release);
    }

    /** Judges a case file again by the release that judged it first. */
    Judgement again(byte[] body, String digest) {
        return by(body, digest, 500);
    }

    /**
     * Judges a case file by a release that judged before.
     *
     * @param fault the status to answer with if the case file cannot be read
     */
    Judgement by(byte[] body, String digest, int fault) {
        Release release = releases.ofDigest(digest)
                .orElseThrow(() -> new IllegalStateException("release " + digest + " is neither carried nor stored"));
        Problems problems = new Problems();
        Datum datum = JsonDocument.read(body, problems);
        Optional<CaseFile> caseFile =
                datum == null ? Optional.empty() : CaseFileReader.readAgain(datum, release.edition(), problems);
        CaseFile read = caseFile.orElseThrow(() -> Rejected.document(fault, problems.all()));
        refuseOutOfForce(read, release.edition());
        return judge(read, release);
    }

    private Judgement judge(CaseFile caseFile, Release release) {
        try {
            Outcome outcome =
                    sampled() ? release.evaluateTwice(caseFile) : measures.timed(() -> release.evaluate(caseFile));
            byte[] json = OutcomeJson.write(outcome);
            Recount.check(json);
            return new Judgement(caseFile, release, outcome, json);
        } catch (RuleFailed failed) {
            log.error("Rule failed in release {}: {}", release.edition().version(), failed.getMessage());
            throw Rejected.because(500, "rule-failed", failed.criterion()).with("criterion", failed.criterion());
        } catch (OutcomeDisputed disputed) {
            measures.disputed();
            log.error(
                    "ALARM: outcome disputed in release {}, nothing stored: {}",
                    release.edition().version(),
                    place(disputed));
            throw Rejected.because(500, "disputed");
        }
    }

    /** Where the two differ; what they are is the cadre's and belongs into no log. */
    private static String place(OutcomeDisputed disputed) {
        return String.valueOf(disputed.getMessage()).replaceFirst(":.*", "");
    }

    private boolean sampled() {
        return settings.referenceSample() > 0 && ThreadLocalRandom.current().nextDouble() < settings.referenceSample();
    }

    private static void refuseLongIds(CaseFile caseFile) {
        if (caseFile.cadre().id().length() > LONGEST_ID) {
            throw Rejected.because(400, "id-too-long", LONGEST_ID).at("/cadre/id");
        } else if (caseFile.cadre().unit().length() > LONGEST_ID) {
            throw Rejected.because(400, "id-too-long", LONGEST_ID).at("/cadre/unit");
        }
    }

    private static void refuseOutOfForce(CaseFile caseFile, Edition edition) {
        if (!edition.judges(
                caseFile.appraisal().to(),
                caseFile.appraisal().type(),
                caseFile.cadre().level())) {
            throw Rejected.because(
                            422,
                            "not-in-force",
                            edition.version(),
                            caseFile.appraisal().to())
                    .at("release");
        }
    }
}
