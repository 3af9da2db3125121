package cadre.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.casefile.CaseFileReader;
import cadre.engine.casefile.CaseFileReader.Admitted;
import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.evaluation.Outcome.GradeLine;
import cadre.engine.facts.Effect;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The case files of <code>examples/</code>, held to what its README promises. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Pattern PROMISE = Pattern.compile(
            "^\\| \\[([a-z-]+\\.json)]\\(\\1\\) \\| ([A-Z_]+) \\| ([0-9.]+) \\| ([A-Z]+) \\| .+ \\|$",
            Pattern.MULTILINE);

    /** A line of the table in examples/README.md. */
    record Promise(String file, String grade, BigDecimal total, Outcome.Status status) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Promise> promises() throws IOException {
        return PROMISE.matcher(Files.readString(EXAMPLES.resolve("README.md")))
                .results()
                .map(ExamplesTest::promise)
                .toList();
    }

    private static Promise promise(MatchResult line) {
        return new Promise(
                line.group(1), line.group(2), new BigDecimal(line.group(3)), Outcome.Status.valueOf(line.group(4)));
    }

    @Test
    void every_example_is_promised_something() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(
                            promises().stream().map(Promise::file).toList())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("promises")
    void an_example_gives_what_is_promised(Promise promise) throws Exception {
        Admitted admitted = admitted(promise.file());
        for (Evaluator evaluator : judging(admitted).evaluators().values()) {
            Outcome outcome = evaluator.evaluate(admitted.caseFile());

            assertThat(outcome.grade()).isEqualTo(promise.grade());
            assertThat(outcome.total()).isEqualTo(promise.total());
            assertThat(outcome.status()).isEqualTo(promise.status());
        }
    }

    @ParameterizedTest
    @MethodSource("promises")
    void the_points_of_an_example_add_up_to_its_total_by_hand(Promise promise) throws Exception {
        Outcome outcome = evaluate(promise);

        BigDecimal weighted = BigDecimal.ZERO;
        for (DimensionLine dimension : outcome.dimensions()) {
            BigDecimal score = dimension.start();
            for (FindingLine finding : outcome.findings()) {
                if (finding.effect() == Effect.POINTS && dimension.code().equals(finding.dimension())) {
                    score = score.add(Objects.requireNonNull(finding.applied()));
                }
            }
            score = score.max(dimension.min()).min(dimension.max()).setScale(2, RoundingMode.HALF_UP);
            assertThat(dimension.score()).as(dimension.code()).isEqualTo(score);
            weighted = weighted.add(score.multiply(dimension.weight()));
        }
        BigDecimal total = weighted.movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        assertThat(outcome.total()).isEqualTo(total);
        assertThat(outcome.band())
                .isEqualTo(outcome.scale().grades().stream()
                        .filter(grade -> total.compareTo(grade.from()) >= 0)
                        .findFirst()
                        .map(GradeLine::code)
                        .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("promises")
    void an_example_can_be_added_up_without_long_fractions(Promise promise) throws Exception {
        Outcome outcome = evaluate(promise);

        assertThat(outcome.findings().stream()
                        .map(FindingLine::applied)
                        .filter(Objects::nonNull)
                        .mapToInt(points -> points.stripTrailingZeros().scale()))
                .allMatch(scale -> scale <= 4);
    }

    @Test
    void every_edition_judges_an_example() throws Exception {
        List<String> judging = new ArrayList<>();
        for (Promise promise : promises()) {
            judging.add(admitted(promise.file()).edition().code());
        }

        assertThat(judging)
                .containsAll(ShippedEditions.all().stream()
                        .map(shipped -> shipped.edition().code())
                        .toList());
    }

    private static Outcome evaluate(Promise promise) throws Exception {
        Admitted admitted = admitted(promise.file());
        return judging(admitted).drools().evaluate(admitted.caseFile());
    }

    private static ShippedEditions.Shipped judging(Admitted admitted) {
        return ShippedEditions.of(admitted.edition().code());
    }

    private static Admitted admitted(String file) throws Exception {
        Problems problems = new Problems();
        Datum datum = JsonDocument.read(file, Files.readAllBytes(EXAMPLES.resolve(file)), problems);
        problems.refuse();
        Admitted admitted = CaseFileReader.read(Objects.requireNonNull(datum), ShippedEditions::judging, problems)
                .orElse(null);
        problems.refuse();
        return Objects.requireNonNull(admitted);
    }
}
