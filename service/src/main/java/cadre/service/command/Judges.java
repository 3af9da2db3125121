package cadre.service.command;

import cadre.engine.casefile.CaseFileReader.Admitted;
import cadre.engine.casefile.Editions;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Outcome;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import cadre.service.release.BuiltInKjars;
import cadre.service.release.Release;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The editions at hand and what evaluates by them. */
record Judges(List<Release> releases) implements Editions {
    /** Those that the program carries. */
    static Judges builtIn() throws Refused {
        List<Release> releases = new ArrayList<>();
        for (byte[] kjar : BuiltInKjars.all().values()) {
            releases.add(Release.load(kjar));
        }
        return new Judges(releases);
    }

    /**
     * The one in a folder.
     *
     * @throws Refused with all its problems
     */
    static Judges in(Path folder) throws Refused {
        Problems problems = new Problems();
        EditionSources sources = EditionSources.read(folder, problems).orElseThrow(() -> new Refused(problems.all()));
        return new Judges(List.of(Release.compile(sources)));
    }

    @Override
    public Optional<Edition> judging(LocalDate lastDay, AppraisalType type, Level level) {
        return releases.stream()
                .map(Release::edition)
                .filter(edition -> edition.judges(lastDay, type, level))
                .findFirst();
    }

    /**
     * Evaluates a case that one of these editions admitted.
     *
     * @throws cadre.engine.inference.RuleFailed if a rule concludes what cannot be
     */
    Outcome evaluate(Admitted admitted) {
        return releases.stream()
                .filter(release -> release.digest().equals(admitted.edition().digest()))
                .findFirst()
                .orElseThrow()
                .evaluate(admitted.caseFile());
    }
}
