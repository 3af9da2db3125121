package cadre.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One slip gives one message: what only follows from it is not told. */
class FollowingProblemsTest {
    private static final String CASES = "ecological.cases.yaml";

    @Test
    void a_file_of_cases_that_cannot_be_read_leaves_no_rule_without_cases() {
        assertThat(codes(new Desk().change(CASES, "- case: Four", "- case: [ Four")))
                .containsExactly("document.not-yaml");
    }

    @Test
    void a_case_that_cannot_be_read_leaves_its_rule_neither_without_case_nor_without_twin() {
        assertThat(codes(new Desk().change(CASES, "actual: 240", "actual: many")))
                .containsExactly("document.expected-number");
        assertThat(codes(new Desk().change(CASES, "fires: [ E-01 ]", "fires: [ E-01 ], fire: []")))
                .containsExactly("document.misspelt-key");
    }

    @Test
    void a_rule_that_the_broken_file_does_not_name_is_still_told_to_lack_cases() {
        Desk desk = new Desk().put("other.cases.yaml", "- case: [\n");
        desk.put(
                CASES,
                desk.text(CASES)
                        .replace("E-03", "E-01")
                        .replace("fires: [ E-01 ], does-not-fire: [ E-01 ]", "fires: [ E-01 ]"));
        assertThat(codes(desk)).contains("cases.never-fires", "cases.never-rests");
    }

    @Test
    void a_key_that_is_misspelt_is_not_missing_as_well() {
        assertThat(codes(new Desk().change("parameters.yaml", "unit: points", "unti: points")))
                .containsExactly("document.misspelt-key");
    }

    @Test
    void a_name_taken_twice_is_told_once() {
        assertThat(codes(new Desk()
                        .change(
                                CASES,
                                "One day less without an incident earns and deducts nothing",
                                "Four fifths of the target earn points")))
                .containsExactly("cases.repeated-name");
        assertThat(codes(new Desk().change("ecological.drl", "E-03 Did", "E-01 Did")))
                .containsExactly("language.repeated-id");
        assertThat(codes(new Desk().change("parameters.yaml", "incident.deduction:", "quality.points:")))
                .containsExactly("document.duplicate-key");
    }

    @Test
    void a_full_width_colon_is_the_only_problem() {
        assertThat(codes(new Desk().change("edition.yaml", "en: Ecological", "en：Ecological")))
                .containsExactly("document.full-width-colon");
        assertThat(codes(new Desk().change(CASES, "case: Four", "case：Four")))
                .containsExactly("document.full-width-colon");
    }

    private static List<String> codes(Desk desk) {
        return desk.check().problems().stream()
                .map(told -> told.problem().code())
                .toList();
    }
}
