package cadre.engine.cases;

import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import cadre.engine.reference.ReferenceInference;
import cadre.engine.rulebook.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The editions of <code>rules/</code>. */
final class ShippedEditions {
    private static final Path RULES = Path.of("..", "rules");

    private static final List<Shipped> ALL = read();

    private ShippedEditions() {}

    /** An edition, its cases, and those who can run its rules. */
    record Shipped(Edition edition, List<Scenario> cases, Evaluator drools, Evaluator reference) {
        Map<String, Evaluator> evaluators() {
            return new TreeMap<>(Map.of("Drools", drools, "reference", reference));
        }
    }

    /** Read and compiled once, for that takes seconds. */
    static List<Shipped> all() {
        return ALL;
    }

    static Shipped of(String code) {
        return ALL.stream()
                .filter(shipped -> shipped.edition().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The edition that judges a case, as the product chooses it. */
    static Optional<Edition> judging(LocalDate lastDay, AppraisalType type, Level level) {
        return ALL.stream()
                .map(Shipped::edition)
                .filter(edition -> edition.judges(lastDay, type, level))
                .findFirst();
    }

    private static List<Shipped> read() {
        try (Stream<Path> folders = Files.list(RULES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("edition.yaml")))
                    .sorted()
                    .map(ShippedEditions::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shipped read(Path folder) {
        Problems problems = new Problems();
        try {
            EditionSources sources = EditionSources.read(folder, problems).orElseThrow(() -> refused(problems));
            Edition edition = EditionReader.read(sources, problems).orElseThrow(() -> refused(problems));
            List<Scenario> cases = CasesReader.read(sources, edition, problems);
            problems.refuse();
            Rulebook rulebook = Rulebook.load(Rulebook.compile(edition, sources.files()), edition);
            return new Shipped(
                    edition,
                    cases,
                    new Evaluator(edition, rulebook.inferences(), Map.of()),
                    new Evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits), Map.of()));
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused refused(Problems problems) {
        return new Refused(problems.all());
    }
}
