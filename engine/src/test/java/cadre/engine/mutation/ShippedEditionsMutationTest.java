package cadre.engine.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of every edition in <code>rules/</code> notice every small change, except those named there with a reason. */
class ShippedEditionsMutationTest {
    static List<Path> editions() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "rules"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("edition.yaml")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void no_change_goes_unnoticed_without_a_reason(Path folder) {
        Problems problems = new Problems();
        EditionSources sources = EditionSources.read(folder, problems).orElseThrow();
        Edition edition = EditionReader.read(sources, problems).orElseThrow();
        List<Scenario> cases = CasesReader.read(sources, edition, problems);

        MutationCheck.Result result = MutationCheck.run(sources, edition, cases, (changes, of) -> {});

        assertThat(result.problems()).extracting(Problem::toString).isEmpty();
        assertThat(result.changes()).isGreaterThan(5 * edition.rules().size());
    }
}
