package cadre.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.document.TextFile;
import cadre.engine.facts.ValueType;
import cadre.engine.language.Names;
import cadre.engine.language.RuleChecker;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule files of <code>src/test/resources/hostile</code> that try what rules must not. The language refuses every one; and
 * what happens to each without the language stands in <code>docs/design/hostile.md</code>, as it is.
 */
class HostileCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/hostile");
    private static final Path HARMLESS = Path.of("src/test/resources/harmless.drl");
    private static final Path TABLE = Path.of("../docs/design/hostile.md");
    private static final int CHILDREN = 2;
    private static final Names NAMES = new Names(
            Map.of("limit", ValueType.DECIMAL),
            Set.of("air-quality-days"),
            Set.of("ecological"),
            Set.of(),
            Set.of("EXCELLENT"),
            Set.of("ecological"),
            Set.of("REACHED"));

    @TempDir
    @Nullable
    Path folder;

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void there_are_more_than_sixty() throws IOException {
        assertThat(corpus()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void the_language_refuses_it_at_a_line(Path file) throws IOException {
        List<Problem> problems = problems(file);
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.place().column()).isPositive();
            for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(problem.message(language)).isNotBlank();
                assertThat(problem.remedy(language)).isNotBlank();
            }
        });
    }

    @Test
    void the_same_without_its_harm_is_accepted() throws IOException {
        assertThat(problems(HARMLESS)).isEmpty();
    }

    @Test
    void what_stops_each_without_the_language_is_what_the_table_says() throws Exception {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> stopped = tried(
                Stream.concat(corpus().stream(), Stream.of(HARMLESS)).sorted().toList());
        assertThat(stopped.remove(name(HARMLESS)))
                .as("a rule without harm runs to its end")
                .isEqualTo("NOT STOPPED");
        for (Path file : corpus()) {
            Problem first = problems(file).get(0);
            found.put(
                    name(file),
                    "`%s` %d:%d | %s"
                            .formatted(
                                    first.code(),
                                    first.place().line(),
                                    first.place().column(),
                                    stopped.get(name(file))));
        }
        // The table as it came out this time, to be compared and copied.
        Files.write(
                Path.of("target/hostile.md"),
                found.entrySet().stream()
                        .map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |")
                        .toList());
        Map<String, String> table = table();
        if (Runtime.version().feature() == 17) {
            assertThat(found).isEqualTo(table);
        } else {
            assertThat(notStopped(table)).containsAll(notStopped(found));
        }
    }

    private Map<String, String> tried(List<Path> files) throws Exception {
        Queue<Path> left = new ConcurrentLinkedQueue<>(files);
        Map<String, String> stopped = new ConcurrentHashMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(CHILDREN);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CHILDREN; i++) {
                Path own = Files.createDirectory(
                        java.util.Objects.requireNonNull(folder).resolve("child-" + i));
                all.add(workers.submit(() -> {
                    try (Confinement confinement = new Confinement(own)) {
                        for (Path file = left.poll(); file != null; file = left.poll()) {
                            stopped.put(name(file), confinement.tried(file));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            workers.shutdownNow();
        }
        return stopped;
    }

    private static List<Problem> problems(Path file) throws IOException {
        Problems problems = new Problems();
        String text = TextFile.read(name(file), Files.readAllBytes(file), problems);
        if (text != null) {
            RuleFile rules = RuleReader.read(name(file), text, problems);
            RuleChecker.check(List.of(rules), NAMES, problems);
        }
        return problems.all();
    }

    /** Which layer stops a file first depends on the classes and the compiler that come with Java; whether one does, not. */
    private static Set<String> notStopped(Map<String, String> table) {
        return table.entrySet().stream()
                .filter(row -> row.getValue().contains("NOT STOPPED"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| ", 2))
                .collect(Collectors.toMap(
                        row -> row[0].replace("`", ""), row -> row[1], (first, second) -> second, TreeMap::new));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".drl", "");
    }
}
