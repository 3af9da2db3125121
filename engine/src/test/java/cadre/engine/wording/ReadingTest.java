package cadre.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.facts.FunctionSignature;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Edition EDITION =
            EditionReader.read(Path.of("../rules/2026"), new Problems()).orElseThrow();

    @Test
    void says_what_a_criterion_asks_and_does_in_both_languages() {
        Reading reading = shipped("E-03-grave");

        assertThat(reading.asks()).singleElement().satisfies(asked -> {
            assertThat(asked.text().en())
                    .isEqualTo("incident: family is “Ecological”; severity is grave; date lies in the period");
            assertThat(asked.text().zh()).startsWith("事件：类别为“生态环境”；严重程度为特别重大");
        });
        assertThat(reading.does()).singleElement().satisfies(does -> {
            assertThat(does.text().en()).startsWith("The grade is Incompetent or lower");
            assertThat(does.text().zh()).contains("不称职");
        });
    }

    @Test
    void names_parameters_indicators_and_places_by_their_titles() {
        Reading reading = shipped("E-04");

        assertThat(reading.asks().get(0).text().en())
                .isEqualTo("Green development index: actual value is above 60 points");
        assertThat(reading.asks().get(0).text().zh()).isEqualTo("绿色发展指数：实际值高于60分");
        assertThat(reading.does().get(0).text().en())
                .isEqualTo(
                        "Adds up to 6 points: none where actual value is 60 points or less, then evenly more, and all"
                                + " of them from 90 points on");
        assertThat(reading.does().get(0).text().zh()).isEqualTo("最高加6分：实际值不高于60分时不加分，其后均匀增加，达到90分时加满");
        assertThat(reading.says().en()).contains("[actual value of Green development index]", "[60]");
        assertThat(reading.parameters())
                .containsExactly("ecological.index.points", "ecological.index.floor", "ecological.index.full");
    }

    @Test
    void a_number_that_changes_within_the_year_is_told_with_its_day() {
        Edition before = EditionReader.read(Path.of("..", "rules", "2025"), new Problems())
                .orElseThrow();
        Reading reading = before.rules().stream()
                .filter(rule -> rule.id().equals("E-03"))
                .map(rule -> Reading.of(rule, before))
                .findFirst()
                .orElseThrow();

        assertThat(reading.does().get(0).text().en()).isEqualTo("Deducts 3 points, from 2025-07-01 on 5 points");
    }

    @Test
    void every_shipped_criterion_can_be_said() {
        for (Rule rule : EDITION.rules()) {
            Reading reading = Reading.of(rule, EDITION);
            reading.asks().forEach(asked -> {
                assertThat(asked.text().en()).as(rule.id()).doesNotContain("$", "{");
                assertThat(asked.text().zh()).as(rule.id()).doesNotContain("$", "{");
            });
            assertThat(reading.does()).as(rule.id()).hasSameSizeAs(rule.then());
        }
    }

    @Test
    void two_counts_of_the_same_facts_are_told_apart() {
        String award = shipped("P-12").does().get(0).text().en();

        assertThat(award).contains("(number 1)", "(number 2)");
    }

    @Test
    void a_long_computation_is_told_piece_by_piece() {
        assertThat(shipped("P-14").does().get(0).text().en())
                .isEqualTo(
                        "Adds up to 1 point, by the least of these: attainment of “Days of residence in the village”;"
                                + " attainment of “Results of poverty alleviation”; satisfied of the survey as a share of"
                                + " respondents of the survey divided by 80 %. None where this is 80 % or less, then evenly more,"
                                + " and all of them from 100 % on");
        assertThat(shipped("P-12").does().get(0).text().zh()).startsWith("加1分乘以");
        assertThat(shipped("W-01").does()).hasSize(2);
        assertThat(shipped("P-08-late").does().get(1).text().en()).isEqualTo("A person should look at it");
    }

    @Test
    void conditions_that_mean_different_things_never_read_the_same() {
        for (Rule rule : EDITION.rules()) {
            List<Asked> asks = Reading.of(rule, EDITION).asks();
            assertThat(asks.stream().map(asked -> asked.text().en()).distinct().count())
                    .as(rule.id())
                    .isEqualTo(asks.stream().map(Asked::key).distinct().count());
        }
    }

    @Test
    void every_function_that_rules_may_call_has_words() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Speech speech = new Speech(EDITION, language);
            assertThat(FunctionSignature.all()).allSatisfy(function -> {
                String said = speech.say(
                        "figure." + function.name(),
                        function.parameters().stream()
                                .map(parameter -> "<" + parameter.label() + ">")
                                .toArray());
                assertThat(said).as(function.name()).contains("<");
            });
        }
    }

    @Test
    void names_of_variables_order_and_direction_do_not_change_the_meaning() {
        assertThat(keys("""
                Indicator( code == "debt-ratio", actual > target, $a : actual )
                Incident( $on : on, severity == Severity.GRAVE )""", "$a", "$on")).isEqualTo(keys("""
                Incident( severity == Severity.GRAVE, $day : on )
                Indicator( target < actual && "debt-ratio" == code, $x : actual )""", "$x", "$day"));
    }

    @Test
    void another_limit_another_fact_or_another_component_does() {
        String a = keys("Indicator( actual > target, $a : actual ) Incident( $on : on )", "$a", "$on");
        assertThat(a)
                .isNotEqualTo(keys("Indicator( actual >= target, $a : actual ) Incident( $on : on )", "$a", "$on"))
                .isNotEqualTo(keys("Indicator( actual > target, $a : target ) Incident( $on : on )", "$a", "$on"))
                .isNotEqualTo(keys("Indicator( actual > target, $a : actual ) Lead( $on : on )", "$a", "$on"));
    }

    private static String keys(String when, String points, String day) {
        Problems problems = new Problems();
        Rule rule = RuleReader.read("a.drl", """
                        rule "A-01 Why?" @dimension("ecological") @title_zh("何") @basis("practice")
                            @says("{%s} {%s}") @says_zh("{%s} {%s}")
                        when %s
                        then findings.award( %s ); end
                        """.formatted(points, day, points, day, when, points), problems)
                .rules()
                .get(0);
        Reading reading = Reading.of(rule, EDITION);
        return reading.asks().stream().map(Asked::key).sorted().toList() + " "
                + reading.does().stream().map(Phrase::key).toList() + reading.saysKey();
    }

    private static Reading shipped(String id) {
        return EDITION.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> Reading.of(rule, EDITION))
                .findFirst()
                .orElseThrow();
    }
}
