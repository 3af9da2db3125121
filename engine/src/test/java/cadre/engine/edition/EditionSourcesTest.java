package cadre.engine.edition;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No rule is taken out of force by what stands, or does not stand, beside it. */
@SuppressWarnings("NullAway.Init")
class EditionSourcesTest {
    private static final Path SHIPPED = Path.of("..", "rules", "2026");

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @Test
    void a_folder_without_a_file_of_an_edition_is_refused() throws IOException {
        Files.writeString(folder.resolve("README.md"), "nothing else");

        assertThat(EditionSources.read(folder, problems)).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("edition.empty-folder");
    }

    @Test
    void hidden_files_push_nothing_out() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        for (int i = 0; i < 300; i++) {
            Files.createFile(folder.resolve(".a" + i));
        }

        assertThat(EditionSources.read(folder, problems).orElseThrow().files().keySet())
                .isEqualTo(EditionSources.read(SHIPPED, problems)
                        .orElseThrow()
                        .files()
                        .keySet());
    }

    @Test
    void parameters_that_change_every_day_are_refused_before_anything_is_compiled() {
        Map<String, byte[]> files = new HashMap<>(
                EditionSources.read(SHIPPED, problems).orElseThrow().files());
        String values = IntStream.range(0, 33)
                .mapToObj(day -> "{ from: " + LocalDate.of(2026, 1, 1).plusDays(day)
                        + ", value: 0.75, reference: \"practice\" }")
                .collect(Collectors.joining(", ", "values: [ ", " ]"));
        files.computeIfPresent(
                "parameters.yaml",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replaceFirst("(?s)(balance\\.least:.*?)values: [^\\n]*", "$1" + values)
                        .getBytes(StandardCharsets.UTF_8));

        EditionReader.read(files, problems);

        assertThat(problems.all()).extracting(Problem::code).containsExactly("edition.too-many-changes");
    }
}
