package cadre.engine.evaluation;

import static cadre.engine.evaluation.Facts.award;
import static cadre.engine.evaluation.Facts.deduct;
import static cadre.engine.evaluation.Facts.incident;
import static cadre.engine.evaluation.Facts.indicator;
import static cadre.engine.evaluation.Facts.lead;
import static cadre.engine.evaluation.Facts.unverified;
import static cadre.engine.evaluation.Facts.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.casefile.CaseFile;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final Outcome outcome = outcome();

    @Test
    void an_explanation_can_be_read_and_added_up_by_hand() {
        assertThat(ExplanationText.render(Explanation.of(outcome, Locale.ENGLISH)))
                .isEqualTo("""
                        Evaluation of cadre C-1001 by the criteria of 2026 (release 2026.1)

                        Result
                          Period             2026-01-01 to 2026-12-31, annual appraisal
                          Provisional grade  Competent
                          Total              82.10
                          Status             Held: something must be resolved before it can be signed
                          Criteria           release 2026.1, sha256:0

                        Scores by dimension
                          Dimension  Start  Points  Score  Weight
                          One           80     +10  90.00    60 %
                          Two         70.5  -0.255  70.25    40 %

                        How the total is made
                          One: 60 % × 90.00 = 54
                          Two: 40 % × 70.25 = 28.1
                          Sum 82.1, rounded to 2 places (half up): 82.10

                        How the grade is made
                          The total 82.10 alone gives: Competent
                          A-05 (Cap for a major incident): the grade is Competent or lower; it stands, because only 25 % of it was set aside by F-11 (B-01)

                        What holds the result until it is resolved
                          F-1: The register of sanctions was not consulted; ask it and evaluate again
                          F-2: A required indicator was not reported, or is not verified: Days of good air
                          A-07: Lead L-1 is not verified

                        Every criterion that applied, and why
                          1. A-01 Award
                             I-1 gives 6
                             F-3: +6 points for One
                             Facts       I-1
                             Parameters  cap.one
                             Values      p = 6
                             Basis       practice
                          2. A-01 Award
                             I-2 gives 7
                             F-4: +7 points for One; all findings of this criterion together count for at most 10 points (cap.one), so +4 counts
                             Facts       I-2
                             Parameters  cap.one
                             Values      p = 7
                             Basis       practice
                          3. A-02 Deduct
                             I-3 takes 3.5
                             F-5: -3.5 points for Two; 100 % is set aside by F-9 (B-01), F-10 (B-01), which leaves 0
                             Facts   I-3
                             Values  p = 3.5
                             Basis   practice
                          4. A-02 Deduct
                             I-4 takes 0.255
                             F-6: -0.255 points for Two
                             Facts   I-4
                             Values  p = 0.255
                             Basis   practice
                          5. A-05 Cap
                             Cap for a major incident
                             F-7: the grade is Competent or lower; it stands, because only 25 % of it was set aside by F-11 (B-01)
                             Facts  N-1
                             Basis  practice
                          6. A-07 Hold
                             Lead L-1 is not verified
                             F-8: holds the result until it is resolved
                             Facts  L-1
                             Basis  practice
                          7. B-01 Waive
                             F-5 is set aside by 0.5
                             F-9: sets 50 % of F-5 aside
                             Facts   W-1, F-5
                             Values  s = 0.5
                             Basis   practice
                          8. B-01 Waive
                             F-5 is set aside by 0.75
                             F-10: sets 75 % of F-5 aside; only 50 % counts, for nothing can be waived twice
                             Facts   W-2, F-5
                             Values  s = 0.75
                             Basis   practice
                          9. B-01 Waive
                             F-7 is set aside by 0.25
                             F-11: sets 25 % of F-7 aside
                             Facts   W-3, F-7
                             Values  s = 0.25
                             Basis   practice

                        Facts that did not count
                          L-1: not verified

                        Facts that no criterion looks at
                          I-9
                        """);
    }

    @Test
    void it_speaks_chinese_too() {
        assertThat(ExplanationText.render(Explanation.of(outcome, Locale.SIMPLIFIED_CHINESE)))
                .startsWith("""
                        干部 C-1001 考核结果说明（标准 2026，发布版本 2026.1）

                        结果
                          考核期    2026-01-01 至 2026-12-31，年度考核
                          暂定等次  称职
                          总分      82.10
                          状态      暂缓：须先解决有关事项方可签署
                          标准      发布版本 2026.1，sha256:0

                        各维度得分
                          维度  基础分  加减分   得分  权重
                          一        80     +10  90.00   60%
                          二      70.5  -0.255  70.25   40%

                        总分如何得出
                          一：60% × 90.00 = 54
                          二：40% × 70.25 = 28.1
                          合计82.1，保留2位小数（四舍五入）：82.10

                        等次如何得出
                          仅按总分82.10：称职
                          A-05（重大事件封顶）：等次不高于称职；F-11（B-01）仅免除25%，故仍然有效

                        待解决事项（解决前结果暂缓）
                          F-1：未查询处分登记，请查询后重新考核
                          F-2：必报指标未报告或未核实：优良天数
                          A-07：线索L-1未核实

                        适用的每条标准及理由
                          1. A-01 加分
                             I-1加6分
                             F-3：一 +6分
                             事实  I-1
                             参数  cap.one
                             数值  p = 6
                             依据  工作惯例
                          2. A-01 加分
                             I-2加7分
                             F-4：一 +7分；本标准各项认定合计最多10分（cap.one），故计+4
                             事实  I-2
                             参数  cap.one
                             数值  p = 7
                             依据  工作惯例
                          3. A-02 扣分
                        """);
    }

    @Test
    void a_stored_outcome_is_explained_in_the_same_words() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(Explanation.of(OutcomeReader.read(OutcomeJson.write(outcome)), language))
                    .isEqualTo(Explanation.of(outcome, language));
        }
    }

    @Test
    void both_languages_have_every_word() {
        ResourceBundle english = Words.in(Locale.ENGLISH);
        ResourceBundle chinese = Words.in(Locale.CHINESE);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(chinese.getString(key)).as(key).isNotBlank();
        }
    }

    private static Outcome outcome() {
        List<CaseFile.Entry> entries = new ArrayList<>();
        for (Fact fact : List.of(
                award("I-1", "6"),
                award("I-2", "7"),
                deduct("I-3", "3.5"),
                deduct("I-4", "0.255"),
                incident("N-1", Severity.MAJOR),
                indicator("I-9", "1", "unheard-of"),
                waiver("W-1", "A-02", "I-3", "0.5"),
                waiver("W-2", "A-02", "I-3", "0.75"),
                waiver("W-3", "A-05", "N-1", "0.25"))) {
            entries.add(new CaseFile.Entry(fact, true, null, null));
        }
        entries.add(unverified(lead("L-1")));
        return SmallEdition.ofRules(SmallEdition.RULES)
                .register("sanctions")
                .required("air")
                .evaluator()
                .evaluate(Facts.ofEntries(entries));
    }
}
