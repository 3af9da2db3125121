package cadre.engine.evaluation;

import static cadre.engine.evaluation.Facts.award;
import static cadre.engine.evaluation.Facts.caseFile;
import static cadre.engine.evaluation.Facts.deduct;
import static cadre.engine.evaluation.Facts.incident;
import static cadre.engine.evaluation.Facts.lead;
import static cadre.engine.evaluation.Facts.swing;
import static cadre.engine.evaluation.Facts.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.facts.Severity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecountTest {
    /** No bound is reached and no dimension is at its end, so that every number of a finding matters. */
    private static final String JSON = json(
            award("I-1", "4"),
            award("I-2", "5"),
            deduct("I-3", "3.5"),
            swing("I-4", "4", "2"),
            incident("N-1", Severity.MAJOR),
            waiver("W-1", "A-02", "I-3", "0.5"),
            waiver("W-2", "A-02", "I-3", "0.25"),
            waiver("W-3", "A-05", "N-1", "0.25"));

    /** Every bound is exceeded, so that it matters, and what is beyond it does not. */
    private static final String BOUNDED = json(
            award("I-1", "6"),
            award("I-2", "7"),
            deduct("I-3", "3.5"),
            swing("I-4", "8", "2"),
            waiver("W-1", "A-02", "I-3", "0.5"),
            waiver("W-2", "A-02", "I-3", "0.75"));

    private static final Pattern NUMBER = Pattern.compile("(?<=[:,\\[])-?\\d+(\\.\\d+)?(?=[,}\\]])");

    @Test
    void an_outcome_as_it_was_written_is_not_disputed() {
        assertThatCode(() -> check(JSON)).doesNotThrowAnyException();
        assertThatCode(() -> check(BOUNDED)).doesNotThrowAnyException();
    }

    @TestFactory
    List<DynamicTest> a_number_altered_is_found() {
        return altered(JSON, "min|max|from|atMost");
    }

    @TestFactory
    List<DynamicTest> a_number_altered_is_found_where_bounds_are_exceeded() {
        return altered(BOUNDED, "min|max|from|points|share");
    }

    private static List<DynamicTest> altered(String json, String untouched) {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher number = NUMBER.matcher(json);
        while (number.find()) {
            String before = json.substring(0, number.start());
            String key = before.substring(before.lastIndexOf(',') + 1);
            if (inside(before, "\"bound\":{") || key.matches(".*\"(" + untouched + ")\":")) {
                continue;
            }
            for (String altered :
                    List.of(number.group() + "1", "1" + number.group().replace("-", ""), "0")) {
                if (new BigDecimal(altered).compareTo(new BigDecimal(number.group())) != 0) {
                    String text = before + altered + json.substring(number.end());
                    tests.add(DynamicTest.dynamicTest(
                            key + number.group() + " -> " + altered + " at " + number.start(), () -> disputed(text)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(70);
        return tests;
    }

    @Test
    void a_limit_moved_across_a_score_or_the_total_is_found() {
        disputed(JSON.replaceFirst("\"min\":0", "\"min\":99"));
        disputed(JSON.replaceFirst("\"max\":100", "\"max\":1"));
        disputed(JSON.replaceFirst("\"from\":90", "\"from\":1"));
        disputed(JSON.replaceFirst("\"from\":70", "\"from\":99"));
    }

    @Test
    void an_altered_grade_status_rounding_or_effect_is_found() {
        assertThat(JSON).contains("\"band\":\"COMPETENT\",\"grade\":\"COMPETENT\"", "\"status\":\"PROPOSED\"");
        disputed(JSON.replace("\"grade\":\"COMPETENT\",\"findings\"", "\"grade\":\"EXCELLENT\",\"findings\""));
        disputed(JSON.replace("\"band\":\"COMPETENT\"", "\"band\":\"BASIC\""));
        disputed(JSON.replace("PROPOSED", "HELD"));
        disputed(JSON.replaceFirst("\"effect\":\"POINTS\"", "\"effect\":\"FLAG\""));
        disputed(JSON.replaceFirst("\"effect\":\"CAP\"", "\"effect\":\"UNGRADED\""));
        disputed(JSON.replaceFirst(
                "\"effect\":\"CAP\",\"grade\":\"COMPETENT\"", "\"effect\":\"GATE\",\"grade\":\"BASIC\""));
        disputed(JSON.replaceFirst("\"dimension\":\"one\"", "\"dimension\":\"two\""));
        disputed(JSON.replaceFirst("\"target\":\"F-\\d+\"", "\"target\":\"F-99\""));
    }

    @Test
    void a_hold_struck_out_is_found() {
        String held = new String(
                OutcomeJson.write(SmallEdition.ofRules(SmallEdition.RULES)
                        .evaluator()
                        .evaluate(Facts.ofEntries(List.of(Facts.unverified(lead("L-1")))))),
                StandardCharsets.UTF_8);
        check(held);
        disputed(held.replace("\"effect\":\"HOLD\"", "\"effect\":\"FLAG\""));
        disputed(held.replace("\"status\":\"HELD\"", "\"status\":\"PROPOSED\""));
    }

    @Test
    void what_is_not_an_outcome_is_disputed() {
        for (String json :
                List.of("", "[]", "{}", "null", "{\"cadre\":7}", JSON + "1", JSON.replace("\"total\"", "\"t\""))) {
            disputed(json);
        }
    }

    private static boolean inside(String before, String opening) {
        int open = before.lastIndexOf(opening);
        return open >= 0 && before.indexOf('}', open) < 0;
    }

    private static void check(String json) {
        Recount.check(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void disputed(String json) {
        assertThat(json).isNotEqualTo(JSON);
        assertThatThrownBy(() -> check(json)).isInstanceOf(OutcomeDisputed.class);
    }

    private static String json(cadre.engine.facts.Fact... facts) {
        return new String(
                OutcomeJson.write(
                        SmallEdition.ofRules(SmallEdition.RULES).evaluator().evaluate(caseFile(facts))),
                StandardCharsets.UTF_8);
    }
}
