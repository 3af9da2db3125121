package cadre.engine.rulebook;

import static cadre.engine.rulebook.Given.incident;
import static cadre.engine.rulebook.Given.indicator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.facts.DimensionScore;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Finding;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Inference;
import cadre.engine.language.RuleReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;

/**
 * The table "Print defensively" of the design, line by line: what Drools 10.2.0 makes of an author's text, and what it
 * makes of ours. Where a raw expectation fails after an upgrade of Drools, a line of the table may go.
 */
class PrintedDefensivelyTest {
    private static final String FLAG = "findings.flag( );";

    private static List<String> refusals(String when) {
        Problems problems = new Problems();
        RuleReader.read("test.drl", """
                rule "T-01 Test"
                    @title_zh("测试")
                    @basis("practice")
                    @says("said")
                    @says_zh("说")
                when
                    %s
                then
                    findings.flag( );
                end
                """.formatted(when), problems);
        return problems.all().stream().map(Problem::code).toList();
    }

    private static Indicator three(String actual, String target, String baseline) {
        return new Indicator(
                "I-1", "air", new BigDecimal(actual), new BigDecimal(target), new BigDecimal(baseline), null, "d");
    }

    @Test
    void a_decimal_literal_is_binary_to_drools_and_exact_as_printed() {
        Fact tenth = new DimensionScore("ecological", new BigDecimal("0.1"));
        assertThat(RawDrools.rule("DimensionScore( score >= 0.1 )", "1").fires(tenth))
                .isFalse();
        assertThat(Criteria.given("limit", "0.1")
                        .rule("T-01", "Parameter( name == \"limit\", $t : value ) DimensionScore( score >= $t )", FLAG)
                        .fires(tenth))
                .isTrue();
    }

    @Test
    void a_binding_of_an_expression_binds_the_bare_component_and_is_refused() {
        assertThat(RawDrools.rule("Indicator( $x : actual / 3 )", "$x").heard(indicator("air", "9", null)))
                .containsExactly(new BigDecimal("9"));
        assertThat(RawDrools.rule("Indicator( $t : target, $r : actual - $t )", "$r")
                        .heard(indicator("air", "9", "4")))
                .containsExactly(new BigDecimal("9"));
        assertThat(refusals("Indicator( $x : actual / 3 )")).isNotEmpty();
        assertThat(refusals("Indicator( $t : target, $r : actual - $t )")).isNotEmpty();
    }

    @Test
    void a_third_is_zero_to_drools_and_is_refused() {
        assertThat(RawDrools.rule("Indicator( actual > 1/3 )", "1").fires(indicator("air", "0.2", null)))
                .isTrue();
        assertThat(refusals("Indicator( actual > 1/3 )")).isNotEmpty();
    }

    @Test
    void arithmetic_beside_a_comparison_breaks_drools_compiler_and_is_printed_as_calls() {
        for (String when : List.of(
                "Indicator( $a : target, actual < $a * 2B - 2B )",
                "Indicator( 1B + actual < target * 2B )",
                "Indicator( actual > -target )")) {
            assertThatThrownBy(() -> RawDrools.rule(when, "1")).as(when).isInstanceOf(RuntimeException.class);
        }
        Criteria criteria = Criteria.given("two", "2")
                .rule(
                        "T-01",
                        "Parameter( name == \"two\", $b : value ) Indicator( $a : target, actual < $a * $b - $b )",
                        FLAG);
        assertThat(criteria.fires(indicator("air", "5.9", "4"))).isTrue();
        assertThat(criteria.fires(indicator("air", "6", "4"))).isFalse();
    }

    @Test
    void native_arithmetic_rounds_and_throws_on_missing_values_and_printed_calls_do_not() {
        Indicator large = three("10000000000000000000000000000000000", "10000000000000000000000000000000000", "0.1");
        assertThat(RawDrools.rule("Indicator( target < actual + baseline )", "1")
                        .fires(large))
                .isFalse();
        assertThatThrownBy(() -> RawDrools.rule("Indicator( actual < actual + baseline )", "1")
                        .fires(indicator("air", "1", "1")))
                .isInstanceOf(RuntimeException.class);
        Criteria criteria = Criteria.of("Indicator( target < actual + baseline )", FLAG);
        assertThat(criteria.fires(large)).isTrue();
        assertThat(criteria.fires(indicator("air", "1", "1"))).isFalse();
    }

    @Test
    void a_missing_value_passes_unequal_and_negation_in_drools_and_no_printed_comparison() {
        Fact without = indicator("air", "1", null);
        assertThat(RawDrools.rule("Indicator( actual != target )", "1").fires(without))
                .isTrue();
        assertThat(RawDrools.rule("Indicator( !( actual >= target ) )", "1").fires(without))
                .isTrue();
        for (String operator : List.of("==", "!=", "<", "<=", ">", ">=")) {
            assertThat(Criteria.of("Indicator( actual " + operator + " target )", FLAG)
                            .fires(without))
                    .as(operator)
                    .isFalse();
        }
        assertThat(refusals("Indicator( !( actual >= target ) )")).isNotEmpty();
        assertThat(Criteria.of("Indicator( target == null )", FLAG).fires(without))
                .isTrue();
    }

    @Test
    void the_constraint_of_two_functions_has_its_operands_swapped_in_drools_and_not_as_printed() {
        String when = "accumulate( Indicator( $a : actual, $b : target ); $n : sum( $a ), $s : sum( $b ); $s > $n )";
        Fact more = indicator("air", "1", "5");
        Fact less = indicator("air", "5", "1");
        assertThat(RawDrools.rule(when, "1").fires(more)).isFalse();
        assertThat(RawDrools.rule(when, "1").fires(less)).isTrue();
        assertThat(Criteria.of(when, FLAG).fires(more)).isTrue();
        assertThat(Criteria.of(when, FLAG).fires(less)).isFalse();
    }

    @Test
    void several_functions_match_with_nothing_in_drools_and_min_and_max_of_nothing_never_match_as_printed() {
        String one = "accumulate( Indicator( $a : actual ); $m : min( $a ) )";
        String two = "accumulate( Indicator( $a : actual ); $m : min( $a ), $n : max( $a ) )";
        assertThat(RawDrools.rule(one, "1").fires()).isFalse();
        assertThat(RawDrools.rule(two, "1").fires()).isTrue();
        assertThat(Criteria.of(one, FLAG).fires()).isFalse();
        assertThat(Criteria.of(two, FLAG).fires()).isFalse();
        assertThat(Criteria.of(two, FLAG).fires(indicator("air", "1", null))).isTrue();
    }

    @Test
    void two_functions_over_a_join_break_drools_when_run_and_count_as_printed() {
        String when = """
                accumulate( Indicator( $c : code, $a : actual ) and Incident( family == $c, $i : id );
                    $n : count( $i ), $s : sum( $a ) )
                """;
        Fact indicator = indicator("ecological", "2.5", null);
        Fact first = incident("N-1", Severity.SERIOUS, "2026-05-01");
        Fact second = incident("N-2", Severity.SERIOUS, "2026-06-01");
        assertThatThrownBy(() -> RawDrools.rule(when, "$s").heard(indicator, first, second))
                .hasStackTraceContaining("ClassCastException");
        Criteria criteria = Criteria.of(when, "findings.award( $s.multiply( $n ) );");
        assertThat(criteria.points(indicator, first, second)).containsExactly(new BigDecimal("10.0"));
        assertThat(criteria.firings(indicator, first, second).get(0).facts())
                .containsExactly("I-ecological", "N-1", "N-2");
    }

    @Test
    void a_count_does_not_compare_with_decimals_in_drools_and_is_a_decimal_as_printed() {
        String literal = "accumulate( Incident( $i : id ); $n : count( $i ); $n > 0.5B )";
        assertThatThrownBy(() -> RawDrools.rule(literal, "1")).isInstanceOf(RuntimeException.class);
        String when = "Indicator( $l : actual ) accumulate( Incident( $i : id ); $n : count( $i ); $n > $l )";
        Criteria criteria = Criteria.of(when, FLAG);
        Fact incident = incident("N-1", Severity.SERIOUS, "2026-05-01");
        assertThat(criteria.fires(indicator("air", "0.5", null), incident)).isTrue();
        assertThat(criteria.fires(indicator("air", "1", null), incident)).isFalse();
    }

    @Test
    void an_average_keeps_the_scale_of_its_input_a_list_is_reversed_and_both_are_refused() {
        Fact[] facts = {indicator("a", "1", null), indicator("b", "2", null), indicator("c", "2", null)};
        String average = "accumulate( Indicator( $a : actual ); $m : average( $a ) )";
        assertThat(RawDrools.rule(average, "$m").heard((Object[]) facts)).containsExactly(new BigDecimal("2"));
        String list = "accumulate( Indicator( $c : code ); $m : collectList( $c ) )";
        assertThat(RawDrools.rule(list, "$m").heard((Object[]) facts)).containsExactly(List.of("c", "b", "a"));
        assertThat(refusals(average)).isNotEmpty();
        assertThat(refusals(list)).isNotEmpty();
    }

    @Test
    void forall_is_printed_as_none_without() {
        Criteria criteria =
                Criteria.of("forall( Incident( $f : family ) Indicator( code == $f, actual > target ) )", FLAG);
        Fact incident = incident("N-1", Severity.SERIOUS, "2026-05-01");
        assertThat(criteria.fires()).isTrue();
        assertThat(criteria.fires(incident)).isFalse();
        assertThat(criteria.fires(incident, indicator("ecological", "1", "1"))).isFalse();
        assertThat(criteria.fires(incident, indicator("ecological", "2", "1"))).isTrue();
    }

    @Test
    void a_comparison_beside_a_binding_binds_and_compares() {
        Criteria criteria = Criteria.given("limit", "3")
                .rule(
                        "T-01",
                        "Parameter( name == \"limit\", $y : value ) Indicator( $x : actual > $y )",
                        "findings.award( $x );");
        assertThat(criteria.points(indicator("a", "3", null), indicator("b", "4", null)))
                .containsExactly(new BigDecimal("4"));
    }

    @Test
    void a_rule_without_group_fires_again_after_later_findings_in_drools_and_once_as_printed() {
        String when = "accumulate( Finding( $i : id ); $n : count( $i ) )";
        Finding finding = new Finding(
                "T-00:#0", "T-00", Stratum.ASSESS, Effect.FLAG, null, null, List.of(), null, null, null, null, 0);
        List<Object> heard = new ArrayList<>();
        KieSession session = RawDrools.rule(when, "$n").session(heard);
        session.fireAllRules();
        session.insert(finding);
        session.fireAllRules();
        session.dispose();
        assertThat(heard).hasSize(2);
        try (Inference run = Criteria.of(when, FLAG).rulebook().open(Criteria.LAST_DAY, FiringLimits.DEFAULT, true)) {
            assertThat(run.fire(Stratum.ASSESS)).hasSize(1);
            run.insert(finding);
            assertThat(run.fire(Stratum.ADJUST)).isEmpty();
        }
    }

    @Test
    void packages_that_share_a_beginning_lose_a_rule_in_drools_and_one_package_does_not() {
        String subject = "exists( DimensionScore( ) and not( Incident( ) ) )";
        String sibling = "exists( DimensionScore( ) and Indicator( ) )";
        String derives = RawDrools.text("first", "", "Cadre( )", "1")
                .replace("heard.add( 1 )", "insert( new DimensionScore( \"ecological\", java.math.BigDecimal.ONE ) )");
        assertThat(RawDrools.files(Map.of(
                                "first/rules.drl", derives,
                                "second/rules.drl", RawDrools.text("second", "", subject, "1"),
                                "third/rules.drl", RawDrools.text("third", "", sibling, "1")))
                        .fires(Given.cadre()))
                .isFalse();
        Rulebook rulebook = new Criteria()
                .rule("T-01", "Cadre( )", FLAG)
                .rule("T-02", Stratum.GRADE, subject, FLAG)
                .rule("T-03", Stratum.GRADE, sibling, FLAG)
                .rulebook();
        try (Inference run = rulebook.open(Criteria.LAST_DAY, FiringLimits.DEFAULT, true)) {
            run.insert(Given.cadre());
            assertThat(run.fire(Stratum.ASSESS)).hasSize(1);
            run.insert(new DimensionScore("ecological", BigDecimal.ONE));
            assertThat(run.fire(Stratum.GRADE))
                    .extracting(firing -> firing.rule().id())
                    .containsExactly("T-02");
        }
    }

    @Test
    void rules_outside_the_resources_vanish_in_drools_and_are_missed_by_us() {
        assertThat(RawDrools.paths(Map.of("rules/rules.drl", RawDrools.text("raw", "", "Incident( )", "1")))
                        .rules())
                .isZero();
        Criteria criteria = Criteria.of("Incident( )", FLAG);
        assertThatThrownBy(
                        () -> Rulebook.load(Rulebook.compile(new Criteria().edition(), Map.of()), criteria.edition()))
                .isInstanceOf(RulebookBroken.class);
    }

    @Test
    void a_component_named_like_a_word_of_drools_breaks_its_compiler_and_is_read_by_a_call() {
        assertThatThrownBy(() -> RawDrools.rule("Indicator( unit == \"d\" )", "1"))
                .isInstanceOf(RuntimeException.class);
        Criteria criteria = Criteria.of(
                "Cadre( $u : unit ) Indicator( unit == \"d\", unit != $u, $v : unit )", "findings.flag( );");
        assertThat(criteria.fires(Given.cadre(), indicator("air", "1", null))).isTrue();
    }
}
