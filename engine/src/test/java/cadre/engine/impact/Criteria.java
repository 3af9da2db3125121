package cadre.engine.impact;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileWriter;
import cadre.engine.cases.CaseFileGenerator;
import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.inference.Inferences;
import cadre.engine.reference.ReferenceInference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Edition 2026 and what becomes of it when a line is changed, run by the reference. */
final class Criteria {
    static final Edition DECIDED = edition("edition.yaml", text -> text);

    private static final CaseFileGenerator GENERATOR = new CaseFileGenerator(DECIDED);
    private static final Trial AS_DECIDED = trial(DECIDED);

    private Criteria() {}

    static Trial trial(Edition edition) {
        Inferences reference = (day, limits) -> new ReferenceInference(edition, day, limits);
        return new Trial(edition, reference);
    }

    static Study study(Trial trial) {
        return study(trial, Limits.DEFAULT);
    }

    static Study study(Trial trial, Limits limits) {
        return new Study(
                trial,
                digest ->
                        Optional.of(DECIDED).filter(edition -> edition.digest().equals(digest)),
                limits);
    }

    /** Edition 2026 with one file changed. */
    static Edition edition(String file, UnaryOperator<String> change) {
        return edition(Map.of(file, change));
    }

    static Edition edition(Map<String, UnaryOperator<String>> changes) {
        Problems problems = new Problems();
        Map<String, byte[]> files = new TreeMap<>(EditionSources.read(Path.of("../rules/2026"), problems)
                .orElseThrow()
                .files());
        changes.forEach((file, change) -> files.computeIfPresent(
                file,
                (name, bytes) ->
                        change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        Optional<Edition> edition = EditionReader.read(files, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.all().toString());
        }
        return edition.orElseThrow();
    }

    static CaseFile generated(long seed) {
        return GENERATOR.generate(seed);
    }

    static Datum datum(CaseFile caseFile) {
        return datum(CaseFileWriter.write(caseFile));
    }

    static Datum datum(String json) {
        return Objects.requireNonNull(JsonDocument.read(json.getBytes(StandardCharsets.UTF_8), new Problems()));
    }

    /** The case of a seed, decided by edition 2026 and tried by a candidate. */
    static Tried tried(long seed, Trial trial) {
        return tried("case-" + seed, generated(seed), trial);
    }

    static Tried tried(String key, CaseFile caseFile, Trial trial) {
        return new Tried(
                key, Person.of(caseFile), AS_DECIDED.evaluate(caseFile), trial.judge(datum(caseFile), new Problems()));
    }
}
