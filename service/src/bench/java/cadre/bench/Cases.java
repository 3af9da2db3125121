package cadre.bench;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileWriter;
import cadre.engine.cases.CaseFileGenerator;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** An edition and case files generated for it, the same in every run. */
record Cases(Edition edition, Map<String, byte[]> sources) {

    /** Reads the edition from the folder that the property rules.directory names. */
    static Cases of2026() {
        return read(Path.of(System.getProperty("rules.directory", "rules"), "2026"));
    }

    /** Edition 2026 with the 73 rules it had first, which are those that {@link cadre.bench.byhand.ByHand} knows. */
    static Cases ofFirst2026() {
        return read(Path.of(System.getProperty("bench.editions", "service/src/bench/editions"), "2026-first"));
    }

    private static Cases read(Path folder) {
        Problems problems = new Problems();
        EditionSources sources = EditionSources.read(folder, problems).orElseThrow();
        Edition edition = EditionReader.read(sources, problems).orElseThrow();
        try {
            problems.refuse();
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
        return new Cases(edition, sources.files());
    }

    List<CaseFile> generated(int count) {
        CaseFileGenerator generator = new CaseFileGenerator(edition);
        return LongStream.range(0, count).mapToObj(generator::generate).toList();
    }

    static byte[] json(CaseFile caseFile) {
        return CaseFileWriter.write(caseFile).getBytes(StandardCharsets.UTF_8);
    }
}
