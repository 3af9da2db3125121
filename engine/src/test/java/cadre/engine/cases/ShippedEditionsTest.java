package cadre.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cadre.engine.cases.ShippedEditions.Shipped;
import cadre.engine.document.Problem;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.Dimension;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of every edition in <code>rules/</code>, by whoever can run its rules. */
class ShippedEditionsTest {
    @TestFactory
    Stream<DynamicNode> cases() {
        return ShippedEditions.all().stream()
                .flatMap(shipped -> shipped.evaluators().entrySet().stream()
                        .map(evaluator -> dynamicContainer(
                                shipped.edition().code() + " by " + evaluator.getKey(),
                                results(
                                        CaseRun.of(shipped.edition(), shipped.cases(), evaluator.getValue()::evaluate),
                                        shipped))));
    }

    private static Stream<DynamicNode> results(CaseRun run, Shipped shipped) {
        Stream<DynamicNode> cases = run.results().stream()
                .map(result -> dynamicTest(
                        named(result.scenario()),
                        () -> assertThat(result.mismatches()).isEmpty()));
        DynamicNode coverage = dynamicTest(
                "every rule fires in a case and rests in another",
                () -> assertThat(run.gaps(shipped.edition()))
                        .extracting(Problem::toString)
                        .isEmpty());
        return Stream.concat(cases, Stream.of(coverage));
    }

    /** The criteria a case is about, then its name. */
    private static String named(Scenario scenario) {
        List<String> fires = scenario.expect().fires();
        List<String> about = fires.isEmpty() ? scenario.expect().doesNotFire() : fires;
        return String.join(" ", about) + ": " + scenario.name();
    }

    @Test
    void there_are_editions_and_each_has_rules_and_cases() {
        assertThat(ShippedEditions.all()).isNotEmpty().allSatisfy(shipped -> {
            assertThat(shipped.edition().rules()).hasSizeGreaterThanOrEqualTo(16);
            assertThat(shipped.cases())
                    .hasSizeGreaterThanOrEqualTo(2 * shipped.edition().rules().size());
        });
    }

    @Test
    void no_case_is_judged_by_two_editions() {
        List<Edition> editions =
                ShippedEditions.all().stream().map(Shipped::edition).toList();
        for (AppraisalType type : AppraisalType.values()) {
            for (Level level : Level.values()) {
                LocalDate.of(2024, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .forEach(day -> assertThat(
                                        editions.stream().filter(edition -> edition.judges(day, type, level)))
                                .as("%s %s %s", day, type, level)
                                .hasSizeLessThanOrEqualTo(1));
            }
        }
    }

    @Test
    void an_edition_differs_from_the_one_before_in_what_it_asks() {
        Edition before = ShippedEditions.of("2025").edition();
        Edition after = ShippedEditions.of("2026").edition();

        assertThat(after.criteria()).contains("E-04", "B-03", "I-10-incident").doesNotContain("P-10-signed");
        assertThat(before.criteria()).contains("P-10-signed").doesNotContain("E-04", "B-03", "I-10-incident");
        assertThat(before.dimensions()).isNotEqualTo(after.dimensions());
        assertThat(Objects.requireNonNull(before.parameters().get("ecological.incident.deduction"))
                        .values())
                .hasSize(2);
    }

    @Test
    void in_2026_speed_and_scale_earn_at_most_a_fifth_of_what_performance_can_earn() {
        Shipped shipped = ShippedEditions.of("2026");
        Dimension performance = shipped.edition().dimensions().stream()
                .filter(dimension -> dimension.code().equals("performance"))
                .findFirst()
                .orElseThrow();
        BigDecimal most = (BigDecimal)
                Objects.requireNonNull(shipped.edition().parameters().get("performance.speed-and-scale.most"))
                        .on(LocalDate.of(2026, 12, 31))
                        .orElseThrow()
                        .value();

        assertThat(most.multiply(BigDecimal.valueOf(5)))
                .isLessThanOrEqualTo(performance.max().subtract(performance.start()));
    }
}
