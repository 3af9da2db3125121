package cadre.engine.evaluation;

import static cadre.engine.evaluation.Facts.award;
import static cadre.engine.evaluation.Facts.caseFile;
import static cadre.engine.evaluation.Facts.consulted;
import static cadre.engine.evaluation.Facts.deduct;
import static cadre.engine.evaluation.Facts.incident;
import static cadre.engine.evaluation.Facts.indicator;
import static cadre.engine.evaluation.Facts.investigation;
import static cadre.engine.evaluation.Facts.lead;
import static cadre.engine.evaluation.Facts.swing;
import static cadre.engine.evaluation.Facts.unverified;
import static cadre.engine.evaluation.Facts.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.casefile.CaseFile;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.RuleFailed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private final Evaluator evaluator = SmallEdition.ofRules(SmallEdition.RULES).evaluator();

    @Test
    void a_dimension_starts_at_its_start_and_takes_the_points_of_its_findings() {
        Outcome outcome = evaluator.evaluate(caseFile(award("I-1", "3.5"), award("I-2", "4"), deduct("I-3", "0.255")));

        assertThat(outcome.dimensions().get(0).points()).isEqualByComparingTo("7.5");
        assertThat(outcome.dimensions().get(0).score()).isEqualTo(new BigDecimal("87.50"));
        assertThat(outcome.dimensions().get(1).points()).isEqualByComparingTo("-0.255");
        assertThat(outcome.dimensions().get(1).score())
                .as("70.245, rounded once, half up")
                .isEqualTo(new BigDecimal("70.25"));
        assertThat(outcome.total())
                .as("0.6 x 87.50 + 0.4 x 70.25 of the rounded score")
                .isEqualTo(new BigDecimal("80.60"));
        assertThat(outcome.band()).isEqualTo("COMPETENT");
        assertThat(outcome.grade()).isEqualTo("COMPETENT");
        assertThat(outcome.status()).isEqualTo(Outcome.Status.PROPOSED);
    }

    @Test
    void a_score_stays_within_its_dimension() {
        Outcome outcome = evaluator.evaluate(caseFile(deduct("I-1", "99")));
        assertThat(outcome.dimensions().get(1).points()).isEqualByComparingTo("-99");
        assertThat(outcome.dimensions().get(1).score()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void a_total_exactly_on_a_band_gets_that_grade() {
        Outcome exactly = evaluator.evaluate(caseFile(deduct("I-1", "15.5")));
        Outcome below = evaluator.evaluate(caseFile(deduct("I-1", "15.525")));
        assertThat(exactly.total()).isEqualTo(new BigDecimal("70.00"));
        assertThat(exactly.band()).isEqualTo("COMPETENT");
        assertThat(below.total()).isEqualTo(new BigDecimal("69.99"));
        assertThat(below.band()).isEqualTo("BASIC");
    }

    @Test
    void at_most_takes_the_excess_from_the_last_findings() {
        Outcome outcome = evaluator.evaluate(caseFile(award("I-1", "6"), award("I-2", "3"), award("I-3", "4")));

        assertThat(points(outcome)).containsExactly("6", "3", "4");
        assertThat(applied(outcome)).containsExactly("6", "3", "1");
        assertThat(outcome.bounds()).containsExactly(new Outcome.Bound("A-01", "cap.one", new BigDecimal("10")));
    }

    @Test
    void at_most_bounds_the_size_of_a_sum_of_either_sign() {
        Outcome down = evaluator.evaluate(caseFile(swing("I-1", "1", "4"), swing("I-2", "0", "2")));
        assertThat(points(down)).containsExactly("1", "-4", "0", "-2");
        assertThat(applied(down)).containsExactly("1", "-4", "0", "0");

        Outcome up = evaluator.evaluate(caseFile(swing("I-1", "7", "2"), swing("I-2", "9", "1")));
        assertThat(applied(up)).containsExactly("6", "-2", "0", "-1");
    }

    @Test
    void a_waiver_sets_a_share_aside_before_at_most() {
        Outcome outcome = evaluator.evaluate(
                caseFile(award("I-1", "8"), award("I-2", "8"), waiver("W-1", "A-01", "I-1", "0.75")));

        assertThat(applied(outcome)).containsExactly("2", "8");
        assertThat(effects(outcome, Effect.WAIVE)).singleElement().satisfies(line -> {
            assertThat(line.target()).isEqualTo("F-1");
            assertThat(line.share()).isEqualByComparingTo("0.75");
            assertThat(line.appliedShare()).isEqualByComparingTo("0.75");
            assertThat(line.stratum()).isEqualTo(Stratum.ADJUST);
        });
        assertThat(outcome.firings().get(2).facts())
                .as("findings are named as people find them")
                .containsExactly("W-1", "F-1");
        assertThat(outcome.firings().get(2).bound()).containsEntry("x", "F-1");
        assertThat(outcome.firings().get(2).says().en()).isEqualTo("F-1 is set aside by 0.75");
    }

    @Test
    void shares_of_one_finding_add_up_to_at_most_one() {
        Outcome outcome = evaluator.evaluate(caseFile(
                deduct("I-1", "8"), waiver("W-1", "A-02", "I-1", "0.75"), waiver("W-2", "A-02", "I-1", "0.5")));

        assertThat(applied(outcome)).containsExactly("0");
        assertThat(effects(outcome, Effect.WAIVE))
                .extracting(line -> line.appliedShare())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.75"), new BigDecimal("0.25"));
    }

    @Test
    void a_gate_cannot_be_waived() {
        assertThat(grade(incident("N-1", Severity.GRAVE), waiver("W-1", "A-04", "N-1", "1")))
                .isEqualTo("INCOMPETENT");
        Outcome gated =
                evaluator.evaluate(caseFile(incident("N-1", Severity.GRAVE), waiver("W-1", "A-04", "N-1", "1")));
        assertThat(effects(gated, Effect.WAIVE).get(0).appliedShare()).isEqualByComparingTo("0");
    }

    @Test
    void a_cap_lowers_the_grade_unless_wholly_waived_and_leaves_the_band() {
        Evaluator generous = generous();
        Outcome free = generous.evaluate(caseFile(award("I-1", "10")));
        Outcome capped = generous.evaluate(caseFile(award("I-1", "10"), incident("N-1", Severity.MAJOR)));
        Outcome half = generous.evaluate(
                caseFile(award("I-1", "10"), incident("N-1", Severity.MAJOR), waiver("W-1", "A-05", "N-1", "0.5")));
        Outcome waived = generous.evaluate(
                caseFile(award("I-1", "10"), incident("N-1", Severity.MAJOR), waiver("W-1", "A-05", "N-1", "1")));

        assertThat(free.grade()).isEqualTo("EXCELLENT");
        assertThat(capped.band()).isEqualTo("EXCELLENT");
        assertThat(capped.grade()).isEqualTo("COMPETENT");
        assertThat(half.grade()).isEqualTo("COMPETENT");
        assertThat(waived.grade()).isEqualTo("EXCELLENT");
    }

    @Test
    void a_cap_in_the_grade_stratum_sees_the_rounded_dimension_scores() {
        Outcome outcome = evaluator.evaluate(caseFile(deduct("I-1", "60")));
        assertThat(outcome.dimensions().get(1).score()).isEqualByComparingTo("10.5");
        assertThat(outcome.grade()).isEqualTo("INCOMPETENT");
        assertThat(effects(outcome, Effect.CAP)).hasSize(1);
        assertThat(outcome.firings().get(1).says().en())
                .as("a dimension is named by its title")
                .isEqualTo("Two is only 10.5");
        assertThat(outcome.firings().get(1).says().zh()).isEqualTo("二仅10.5");
        assertThat(outcome.firings().get(1).bound()).containsEntry("d", "two");
    }

    @Test
    void ungraded_beats_all() {
        assertThat(grade(incident("N-1", Severity.GRAVE), investigation("V-1"))).isEqualTo(Outcome.NOT_GRADED);
    }

    @Test
    void the_use_stratum_sees_the_result() {
        Outcome outcome = generous().evaluate(caseFile(award("I-1", "10")));
        assertThat(effects(outcome, Effect.RECOMMEND)).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("COMMEND");
            assertThat(line.title()).isEqualTo(new cadre.engine.edition.Titles("Commend", "表彰"));
        });
        assertThat(outcome.firings().get(1).says().en()).isEqualTo("Commended as Excellent");
    }

    @Test
    void a_register_not_consulted_and_a_required_indicator_missing_hold_the_result_by_name() {
        Evaluator strict = SmallEdition.ofRules(SmallEdition.RULES)
                .register("sanctions")
                .register("leads")
                .required("air")
                .evaluator();
        CaseFile.Entry air =
                unverified(new cadre.engine.facts.Indicator("I-1", "air", BigDecimal.ONE, null, null, null, "d"));

        Outcome outcome = strict.evaluate(
                Facts.ofEntries(List.of(new CaseFile.Entry(consulted("leads"), true, null, null), air)));

        assertThat(outcome.status()).isEqualTo(Outcome.Status.HELD);
        assertThat(effects(outcome, Effect.HOLD))
                .extracting(FindingLine::missing)
                .containsExactly("register:sanctions", "indicator:air");
        assertThat(outcome.findings()).extracting(FindingLine::id).containsExactly("F-1", "F-2");
        assertThat(outcome.excluded()).containsExactly(new Outcome.Exclusion("I-1", "UNVERIFIED"));
        assertThat(outcome.unused()).isEmpty();
    }

    @Test
    void a_fact_not_verified_is_excluded_and_only_holds() {
        Outcome outcome =
                evaluator.evaluate(Facts.ofEntries(List.of(unverified(lead("L-1")), unverified(deduct("I-1", "50")))));
        assertThat(outcome.total()).isEqualByComparingTo("76.2");
        assertThat(outcome.status()).isEqualTo(Outcome.Status.HELD);
        assertThat(outcome.excluded()).extracting(Outcome.Exclusion::fact).containsExactly("I-1", "L-1");
    }

    @Test
    void a_fact_no_rule_looks_at_is_listed() {
        Outcome outcome = evaluator.evaluate(caseFile(
                lead("L-1"),
                indicator("I-2", "4", "unheard-of"),
                award("I-1", "4"),
                incident("N-1", Severity.GENERAL)));
        assertThat(outcome.unused()).containsExactly("I-2", "L-1", "N-1");
    }

    @Test
    void an_edition_may_score_without_grading() {
        Evaluator ungrading = SmallEdition.ofRules("""
                        rule "A-06 Ungraded"
                            @title_zh("不定等次") @basis("practice") @says("Under investigation") @says_zh("立案")
                        when
                            exists( Investigation( ) )
                        then
                            findings.ungraded( );
                        end
                        """).withoutGrades().evaluator();
        Outcome outcome = ungrading.evaluate(caseFile(investigation("V-1")));
        assertThat(outcome.band()).isNull();
        assertThat(outcome.grade()).isNull();
        assertThat(outcome.total()).isEqualByComparingTo("76.2");
    }

    @Test
    void sentences_speak_of_dates_and_terms_in_both_languages() {
        Outcome outcome = evaluator.evaluate(caseFile(incident("N-1", Severity.GRAVE), award("I-1", "2.50")));
        assertThat(outcome.firings().get(0).says().en()).isEqualTo("I-1 gives 2.5");
        assertThat(outcome.firings().get(0).says().zh()).isEqualTo("I-1加2.5分");
        assertThat(outcome.firings().get(1).says().en()).isEqualTo("Gate on 2026-05-01");
        assertThat(outcome.firings().get(0).parameters()).containsExactly("cap.one");
    }

    @Test
    void what_the_edition_does_not_judge_is_not_judged() {
        CaseFile tooEarly = new CaseFile(
                caseFile().cadre(),
                new Appraisal(AppraisalType.ANNUAL, LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31")),
                List.of());
        assertThatThrownBy(() -> evaluator.evaluate(tooEarly)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rule_that_waives_what_is_no_finding_fails() {
        Evaluator wrong = SmallEdition.ofRules("""
                        rule "B-01 Waive"
                            @title_zh("容错") @basis("practice") @says("x") @says_zh("x")
                            agenda-group "adjust"
                        when
                            Waiver( $x : id, $s : share )
                        then
                            findings.waive( $x, $s );
                        end
                        """).evaluator();
        assertThatThrownBy(() -> wrong.evaluate(caseFile(waiver("W-1", "A-01", "I-1", "1"))))
                .isInstanceOf(RuleFailed.class)
                .hasMessageContaining("B-01");
    }

    /** Starts high enough for an Excellent. */
    private static Evaluator generous() {
        return SmallEdition.ofRules(SmallEdition.RULES).startingAt("95").evaluator();
    }

    private @org.jspecify.annotations.Nullable String grade(cadre.engine.facts.Fact... facts) {
        return evaluator.evaluate(caseFile(facts)).grade();
    }

    private static List<FindingLine> effects(Outcome outcome, Effect effect) {
        return outcome.findings().stream()
                .filter(line -> line.effect() == effect)
                .toList();
    }

    private static List<String> points(Outcome outcome) {
        return effects(outcome, Effect.POINTS).stream()
                .map(line -> Decimals.plain(java.util.Objects.requireNonNull(line.points())))
                .toList();
    }

    private static List<String> applied(Outcome outcome) {
        return effects(outcome, Effect.POINTS).stream()
                .map(line -> Decimals.plain(java.util.Objects.requireNonNull(line.applied())))
                .toList();
    }
}
