package cadre.bench;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileWriter;
import cadre.engine.cases.CaseFileGenerator;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.released.Sealed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** An edition and case files generated for it, the same in every run. */
record Cases(Edition edition, Map<String, byte[]> sources) {

    /** Reads the edition from the folder that the property rules.directory names. */
    static Cases of2026() {
        Problems problems = new Problems();
        Optional<EditionSources> sources = EditionSources.read(rules().resolve("2026"), problems);
        Optional<Edition> edition = sources.flatMap(read -> EditionReader.read(read, problems));
        refuse(problems);
        return new Cases(edition.orElseThrow(), sources.orElseThrow().files());
    }

    /** Release 2026.1 as it was sealed: the one that {@link cadre.bench.byhand.ByHand} knows. */
    static Cases ofRelease20261() {
        Problems problems = new Problems();
        Optional<Sealed> release = Sealed.read(rules().resolve("released/2026.1"), problems);
        refuse(problems);
        return new Cases(
                release.orElseThrow().edition(), release.orElseThrow().sources().files());
    }

    private static Path rules() {
        return Path.of(System.getProperty("rules.directory", "rules"));
    }

    private static void refuse(Problems problems) {
        try {
            problems.refuse();
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }

    List<CaseFile> generated(int count) {
        CaseFileGenerator generator = new CaseFileGenerator(edition);
        return LongStream.range(0, count).mapToObj(generator::generate).toList();
    }

    static byte[] json(CaseFile caseFile) {
        return CaseFileWriter.write(caseFile).getBytes(StandardCharsets.UTF_8);
    }
}
