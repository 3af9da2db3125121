package cadre.engine.released;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.reference.ReferenceInference;
import cadre.engine.rulebook.Rulebook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was released comes out today as it did then, byte for byte, by Drools and by the reference. */
class GoldenReplayTest {
    private static final Path RULES = Path.of("../rules");
    private static final EditionSources SOURCES =
            EditionSources.read(RULES.resolve("2026"), new Problems()).orElseThrow();
    private static final Edition EDITION =
            EditionReader.read(SOURCES, new Problems()).orElseThrow();
    private static final List<Scenario> CASES = CasesReader.read(SOURCES, EDITION, new Problems());

    @TempDir
    private static Path rules;

    private static ReleasedEditions released = ReleasedEditions.beside(RULES.resolve("2026"));

    @BeforeAll
    static void seal() {
        released = ReleasedEditions.beside(rules.resolve("2026"));
        write(released.of(EDITION.version()), seal(EDITION, new Problems()).orElseThrow());
    }

    static List<Path> kept() {
        return Stream.concat(ReleasedEditions.beside(RULES.resolve("2026")).all().stream(), released.all().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void every_release_comes_out_as_it_was_kept(Path folder) {
        Problems problems = new Problems();
        Sealed sealed = Sealed.read(folder, problems).orElseThrow(() -> new AssertionError(problems.all()));

        assertThat(sealed.outcomes()).hasSizeGreaterThanOrEqualTo(Sealing.GENERATED);
        assertThat(sealed.edition().version()).isEqualTo(String.valueOf(folder.getFileName()));
        assertThat(sealed.differences(reference(sealed.edition()))).isEmpty();
        assertThat(sealed.differences(drools(sealed.edition(), sealed.sources())))
                .isEmpty();
    }

    @Test
    void no_edition_is_other_than_the_release_it_says_it_is() throws IOException {
        try (Stream<Path> folders = Files.list(RULES)) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("edition.yaml"))))
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(ReleasedEditions.beside(folder)
                                    .check(EditionReader.read(folder, new Problems())
                                            .orElseThrow()))
                            .isEmpty());
        }
    }

    @Test
    void an_edition_that_changed_after_its_release_needs_a_new_version() {
        assertThat(released.check(EDITION)).isEmpty();
        assertThat(released.check(edited("edition.yaml", "# The criteria", "# These criteria")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("released.changed");
                    assertThat(problem.remedy(Locale.ENGLISH)).contains("2026.3");
                    assertThat(problem.message(Locale.CHINESE)).contains("2026.2");
                });
        assertThat(released.check(edited("edition.yaml", "\"2026.2\"", "\"2026.3\"")))
                .isEmpty();
    }

    @Test
    void what_is_sealed_is_not_sealed_again() {
        Problems problems = new Problems();

        assertThat(seal(EDITION, problems)).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("released.sealed-already");
    }

    @Test
    void a_program_that_judges_otherwise_is_found_out() {
        Sealed sealed = Sealed.read(released.of("2026.2"), new Problems()).orElseThrow();
        Edition milder = edited("parameters.yaml", "value: 0.80,", "value: 0.70,");

        assertThat(sealed.differences(reference(milder)))
                .isNotEmpty()
                .allSatisfy(
                        problem -> assertThat(problem.message(Locale.ENGLISH)).contains("Release 2026.2", "kept was"));
    }

    @Test
    void kept_sources_and_outcomes_cannot_be_changed_unseen() throws IOException {
        Path copy = rules.resolve("copy/2026.2");
        write(
                copy,
                seal(edited("edition.yaml", "\"2026.2\"", "\"2026.3\""), new Problems())
                        .orElseThrow());
        Files.writeString(
                copy.resolve("sources/ecological.drl"),
                Files.readString(copy.resolve("sources/ecological.drl")) + "// more\n");
        Problems problems = new Problems();
        assertThat(Sealed.read(copy, problems)).isEmpty();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(copy.resolve("outcomes.jsonl.gz")))) {
            out.write("{}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Sealed.read(copy, problems)).isEmpty();
        Files.delete(copy.resolve("release.json"));
        assertThat(Sealed.read(copy, problems)).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::code)
                .contains("released.sources-changed", "released.line", "released.unreadable");
    }

    private static Optional<Map<String, byte[]>> seal(Edition edition, Problems problems) {
        EditionSources sources =
                EditionSources.of(files(edition.version()), problems).orElseThrow();
        return Sealing.of(sources, edition, CASES, Map.of(), reference(edition), released, problems);
    }

    private static Map<String, byte[]> files(String version) {
        return edit("edition.yaml", "\"2026.2\"", "\"" + version + "\"");
    }

    private static Map<String, byte[]> edit(String file, String old, String by) {
        Map<String, byte[]> files = new TreeMap<>(SOURCES.files());
        files.computeIfPresent(file, (name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text).contains(old);
            return text.replace(old, by).getBytes(StandardCharsets.UTF_8);
        });
        return files;
    }

    private static Edition edited(String file, String old, String by) {
        return EditionReader.read(edit(file, old, by), new Problems()).orElseThrow();
    }

    private static Evaluator reference(Edition edition) {
        return new Evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits), Map.of());
    }

    private static Evaluator drools(Edition edition, EditionSources sources) {
        return new Evaluator(
                edition,
                Rulebook.load(Rulebook.compile(edition, sources.files()), edition)
                        .inferences(),
                Map.of());
    }

    private static void write(Path folder, Map<String, byte[]> files) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
