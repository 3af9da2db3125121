package cadre.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.ShippedEditions.Shipped;
import cadre.engine.evaluation.Explanation;
import cadre.engine.evaluation.Explanation.Part;
import cadre.engine.evaluation.Explanation.Part.Entry;
import cadre.engine.evaluation.Explanation.Part.Reason;
import cadre.engine.evaluation.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With the edition at hand an explanation calls parameters by their titles and shows how points were computed. */
class ExplainedPointsTest {
    private static final Shipped EDITION = ShippedEditions.of("2026");

    @Test
    void points_between_two_thresholds_are_computed_before_the_reader() {
        assertThat(grounds("Innovation a fifth above target earns all of its points", "P-03", Locale.ENGLISH))
                .extracting(Entry::label, Entry::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "Computation", "3 ÷ 2.5 = 1.2; 1.2 reaches 1.2: 1.5 points"),
                        org.assertj.core.groups.Tuple.tuple("Values", "actual value = 3, target = 2.5"));
        assertThat(computation("A structure on target earns half", "P-02", Locale.ENGLISH))
                .isEqualTo("48 ÷ 48 = 1; 1.5 × (1 − 0.8) ÷ (1.2 − 0.8) = 0.75 points");
        assertThat(computation("A structure on target earns half", "P-02", Locale.CHINESE))
                .isEqualTo("48 ÷ 48 = 1; 1.5 × (1 − 0.8) ÷ (1.2 − 0.8) = 0.75分");
        assertThat(computation(
                        "Growth itself below the floor earns nothing and offsets nothing", "P-01", Locale.ENGLISH))
                .isEqualTo("1 ÷ 2 = 0.5; 0.5 is not above 0.8: 0 points");
    }

    @Test
    void parameters_are_told_by_title_with_unit_and_by_name() {
        assertThat(grounds("A structure on target earns half", "P-02", Locale.ENGLISH))
                .filteredOn(entry -> entry.label().equals("Parameters"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.value())
                        .contains(
                                "Most points for one indicator of economic structure: 1.5 points (performance.structure.points)",
                                "80 % (attainment.floor)"));
        assertThat(grounds("A structure on target earns half", "P-02", Locale.CHINESE))
                .filteredOn(entry -> entry.label().equals("参数"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.value())
                        .contains("经济结构单项指标最高分：1.5分（performance.structure.points）", "80%（attainment.floor）"));
    }

    @Test
    void points_that_stand_in_a_parameter_need_no_computation() {
        assertThat(grounds("Days of good air exactly on target count", "E-01", Locale.ENGLISH))
                .extracting(Entry::label)
                .doesNotContain("Computation");
    }

    @Test
    void an_edition_that_did_not_judge_adds_nothing() {
        Outcome outcome = outcome("A structure on target earns half");
        assertThat(Explanation.of(outcome, ShippedEditions.of("2025").edition(), Locale.ENGLISH))
                .isEqualTo(Explanation.of(outcome, Locale.ENGLISH));
    }

    /** Every expression of every shipped rule for points that a case fires can be shown in figures. */
    @Test
    void every_computation_of_every_case_comes_to_the_points_found() {
        for (Shipped shipped : ShippedEditions.all()) {
            for (Scenario scenario : shipped.cases()) {
                Outcome outcome = shipped.reference().evaluate(scenario.given());
                reasons(Explanation.of(outcome, shipped.edition(), Locale.ENGLISH))
                        .filter(reason -> shipped.edition().rules().stream()
                                .anyMatch(rule -> rule.id().equals(reason.criterion())
                                        && rule.source().contains("Figures.orElse")
                                        && rule.source().contains("findings.award( Figures.orElse")))
                        .forEach(reason -> assertThat(reason.grounds())
                                .as("%s %s", scenario.name(), reason.criterion())
                                .extracting(Entry::label)
                                .contains("Computation"));
            }
        }
    }

    private static String computation(String name, String criterion, Locale language) {
        String label = language.equals(Locale.CHINESE) ? "计算" : "Computation";
        return grounds(name, criterion, language).stream()
                .filter(entry -> entry.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<Entry> grounds(String name, String criterion, Locale language) {
        return reasons(Explanation.of(outcome(name), EDITION.edition(), language))
                .filter(reason -> reason.criterion().equals(criterion))
                .findFirst()
                .orElseThrow()
                .grounds();
    }

    private static Outcome outcome(String name) {
        return EDITION.cases().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .map(scenario -> EDITION.reference().evaluate(scenario.given()))
                .orElseThrow();
    }

    private static Stream<Reason> reasons(Explanation explanation) {
        return explanation.sections().stream()
                .flatMap(section -> section.parts().stream())
                .<Part>map(part -> part)
                .filter(Reason.class::isInstance)
                .map(Reason.class::cast);
    }
}
