package cadre.engine.released;

import cadre.engine.casefile.CaseFile;
import cadre.engine.cases.CaseFileGenerator;
import cadre.engine.cases.CaseRun;
import cadre.engine.cases.Scenario;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Evaluator;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Seals an edition: what is released from now on never changes. */
public final class Sealing {
    /** Case files made by chance that are kept of a release, from the seeds 0, 1, 2, ... */
    public static final int GENERATED = 20;

    private Sealing() {}

    /**
     * The files to keep, by their names in the folder of the release.
     *
     * @param cases those of the edition, all of which must hold
     * @param examples more case files to keep, by name; the edition judges them
     * @param evaluator of the edition that says nothing of its programs
     */
    public static Optional<Map<String, byte[]>> of(
            EditionSources sources,
            Edition edition,
            List<Scenario> cases,
            Map<String, CaseFile> examples,
            Evaluator evaluator,
            ReleasedEditions released,
            Problems problems) {
        int before = problems.size();
        problems.addAll(released.check(edition));
        if (problems.size() == before && Files.exists(released.of(edition.version()))) {
            problems.add("released.sealed-already", Place.at("edition.yaml", 0, 0), edition.version());
        }
        problems.addAll(CaseRun.of(edition, cases, evaluator::evaluate).mismatches());
        if (problems.size() > before) {
            return Optional.empty();
        }
        Map<String, CaseFile> kept = new TreeMap<>(examples);
        CaseFileGenerator generator = new CaseFileGenerator(edition);
        for (int seed = 0; seed < GENERATED; seed++) {
            kept.put(String.format(Locale.ROOT, "seed-%02d", seed), generator.generate(seed));
        }
        return Optional.of(Sealed.files(sources, edition, kept, evaluator));
    }
}
