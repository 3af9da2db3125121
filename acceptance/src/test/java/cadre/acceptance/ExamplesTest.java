package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example gets what its line in examples/README.md promises, and its points can be added up by hand. */
class ExamplesTest {
    private static final Path EXAMPLES = Shell.HOME.resolve("examples");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern LINE =
            Pattern.compile("\\| \\[([^]]+\\.json)]\\([^)]*\\) \\| ([A-Z_]+) \\| ([0-9.]+) \\| ([A-Z]+) \\|.*");

    private static List<Promise> promises;
    private static List<JsonNode> outcomes;

    private record Promise(String file, String grade, BigDecimal total, String status) {}

    @BeforeAll
    static void evaluate_all_examples_in_one_run() throws IOException {
        promises = Files.readAllLines(EXAMPLES.resolve("README.md")).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Promise(line.group(1), line.group(2), new BigDecimal(line.group(3)), line.group(4)))
                .toList();
        Stream<String> command = Stream.concat(
                Stream.of(Shell.HOME.resolve("cadre").toString(), "evaluate", "--json"),
                promises.stream().map(Promise::file));
        outcomes = Shell.in(EXAMPLES)
                .run(command.toArray())
                .well()
                .out()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    @Test
    void every_case_file_has_its_line() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            promises.stream().map(Promise::file).toList());
        }
        assertThat(outcomes).hasSameSizeAs(promises);
    }

    @TestFactory
    Stream<DynamicTest> an_example_gets_what_its_line_promises() {
        return promises.stream()
                .map(promise -> DynamicTest.dynamicTest(promise.file(), () -> {
                    JsonNode outcome = outcomes.get(promises.indexOf(promise));
                    assertThat(outcome.get("grade").asString()).isEqualTo(promise.grade());
                    assertThat(outcome.get("total").decimalValue()).isEqualByComparingTo(promise.total());
                    assertThat(outcome.get("status").asString()).isEqualTo(promise.status());
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_points_of_an_example_add_up_to_its_total() {
        return promises.stream()
                .map(promise -> DynamicTest.dynamicTest(promise.file(), () -> {
                    JsonNode outcome = outcomes.get(promises.indexOf(promise));
                    BigDecimal sum = BigDecimal.ZERO;
                    for (JsonNode dimension : outcome.get("dimensions")) {
                        BigDecimal score = dimension
                                .get("start")
                                .decimalValue()
                                .add(points(outcome, dimension.get("code").asString()))
                                .max(dimension.get("min").decimalValue())
                                .min(dimension.get("max").decimalValue())
                                .setScale(2, RoundingMode.HALF_UP);
                        assertThat(dimension.get("score").decimalValue()).isEqualByComparingTo(score);
                        sum = sum.add(score.multiply(dimension.get("weight").decimalValue()));
                    }
                    assertThat(outcome.get("total").decimalValue())
                            .isEqualByComparingTo(sum.movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
                }));
    }

    private static BigDecimal points(JsonNode outcome, String dimension) {
        BigDecimal points = BigDecimal.ZERO;
        for (JsonNode finding : outcome.get("findings")) {
            if (finding.path("dimension").asString("").equals(dimension) && finding.hasNonNull("applied")) {
                points = points.add(finding.get("applied").decimalValue());
            }
        }
        return points;
    }
}
