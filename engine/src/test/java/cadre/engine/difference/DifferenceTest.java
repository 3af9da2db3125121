package cadre.engine.difference;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.CasesReader;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a small, exact change to edition 2026 is told as. */
class DifferenceTest {
    private static final Map<String, byte[]> FILES = EditionSources.read(Path.of("../rules/2026"), new Problems())
            .orElseThrow()
            .files();

    @Test
    void an_edition_does_not_differ_from_itself() {
        assertThat(told("edition.yaml", text -> text).changes()).isEmpty();
        assertThat(DifferenceText.render(told("edition.yaml", text -> text), Locale.ENGLISH))
                .contains("No change in what it means.");
    }

    @Test
    void comments_order_names_of_variables_and_blanks_mean_nothing() {
        Difference difference = told("ecological.drl", text -> {
            String turned = text.replace("$severity", "$howGrave")
                    .replace("{$on}", "{$day}")
                    .replace("$on : on", "$day : on");
            int second = turned.indexOf("rule \"E-02");
            int third = turned.indexOf("rule \"E-03");
            return "// Another opening.\n" + turned.substring(second, third) + turned.substring(third)
                    + "\n"
                    + turned.substring(turned.indexOf("rule \"E-01"), second)
                            .replace("actual >= target, $code : code", "$code : code,\n   target <= actual");
        });

        assertThat(difference.changes()).isEmpty();
    }

    @Test
    void a_threshold_is_told_with_its_day_and_those_who_use_it() {
        Difference difference = told("parameters.yaml", text -> text.replaceFirst("value: 0.80,", "value: 0.75,"));

        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.code()).isEqualTo("parameter-falls");
            assertThat(change.subject()).isEqualTo("attainment.floor");
            assertThat(change.criteria()).contains("P-02", "P-03");
        });
        assertThat(english(difference))
                .anyMatch(text -> text.contains("(attainment.floor) falls from 80 % to 75 % from 2026-01-01. Used by ")
                        && text.contains("P-02, P-03"));
        assertThat(DifferenceText.render(difference, Locale.CHINESE)).contains("由80%降低到75%", "P-02、P-03");
    }

    @Test
    void a_value_that_is_only_written_otherwise_is_no_change() {
        assertThat(told("parameters.yaml", text -> text.replace("value: 0.80,", "value: 0.8,"))
                        .changes())
                .isEmpty();
    }

    @Test
    void a_value_for_later_is_told_from_its_day() {
        Difference difference = told(
                "parameters.yaml",
                text -> text.replaceFirst(
                        "values: \\[ \\{ from: 2026-01-01, value: 0.80, reference: \"practice\" } ]",
                        "values: [ { from: 2026-01-01, value: 0.80, reference: \"practice\" },"
                                + " { from: 2026-07-01, value: 0.85, reference: \"practice\" } ]"));

        assertThat(english(difference)).singleElement().asString().contains("rises from 80 % to 85 % from 2026-07-01");
    }

    @Test
    void a_condition_that_came_went_or_changed_is_told_as_one() {
        assertThat(english(told(
                        "ecological.drl",
                        text -> text.replace(
                                "$severity : severity, $on",
                                "severity == Severity.SERIOUS, $severity : severity, $on"))))
                .containsExactly("E-03 now also asks: severity is serious.");
        assertThat(english(told(
                        "ecological.drl",
                        text -> text.replace("actual < target, actual < baseline,", "actual < target,"))))
                .containsExactly("E-01-worse no longer asks: actual value is below baseline.");
        assertThat(english(told("ecological.drl", text -> text.replace("Severity.GRAVE", "Severity.MAJOR"))))
                .containsExactly("E-03-grave now asks: severity is major; before: severity is grave.");
    }

    @Test
    void another_consequence_is_told() {
        assertThat(english(told("ecological.drl", text -> text.replaceFirst("findings.gate", "findings.cap"))))
                .singleElement()
                .asString()
                .startsWith("E-03-grave now: The grade is Incompetent or lower, unless a panel");
    }

    @Test
    void what_is_new_and_what_is_repealed_is_told_with_its_question() {
        UnaryOperator<String> renamed = text -> text.replace("rule \"E-05 ", "rule \"E-95 ");
        Map<String, byte[]> changed = new TreeMap<>(FILES);
        change(changed, "ecological.drl", renamed);
        changed.replaceAll((name, bytes) -> name.endsWith(".cases.yaml")
                ? text(bytes).replace("E-05", "E-95").getBytes(StandardCharsets.UTF_8)
                : bytes);

        List<String> told = english(difference(FILES, changed));

        assertThat(told)
                .contains("E-05 is repealed: Was environmental data tampered with?")
                .anyMatch(text -> text.startsWith("E-95 is new: Was environmental data tampered with? The grade is"));
    }

    @Test
    void weights_grades_and_indicators_are_told() {
        assertThat(english(told(
                        "edition.yaml",
                        text -> text.replace("zh: 工作实绩 }, weight: 40", "zh: 工作实绩 }, weight: 35")
                                .replace("zh: 生态环境 }, weight: 15", "zh: 生态环境 }, weight: 20")
                                .replace("zh: 称职 }, from: 70", "zh: 称职 }, from: 72"))))
                .containsExactly(
                        "The weight of Performance falls from 40 to 35.",
                        "The weight of Ecological rises from 15 to 20.",
                        "The grade Competent begins at 72, before at 70: it is harder to reach.");
        assertThat(english(told(
                        "indicators.yaml",
                        text -> text.replace(
                                "family: structure, kind: OUTCOME, required: false",
                                "family: structure, kind: OUTCOME, required: true"))))
                .isNotEmpty()
                .allMatch(text -> text.contains("must now be reported"));
    }

    @Test
    void json_has_every_change_with_its_text() {
        String json =
                DifferenceJson.write(told("ecological.drl", text -> text.replace("Severity.GRAVE", "Severity.MAJOR")));

        assertThat(json)
                .startsWith("{\"before\":{\"edition\":\"2026\"")
                .contains(
                        "\"area\":\"criteria\",\"change\":\"criterion-asks-instead\",\"subject\":\"E-03-grave\"",
                        "E-03-grave now asks: severity is major");
    }

    private static Difference told(String file, UnaryOperator<String> edit) {
        Map<String, byte[]> changed = new TreeMap<>(FILES);
        change(changed, file, edit);
        return difference(FILES, changed);
    }

    private static void change(Map<String, byte[]> files, String name, UnaryOperator<String> edit) {
        files.computeIfPresent(name, (key, bytes) -> edit.apply(text(bytes)).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Difference difference(Map<String, byte[]> before, Map<String, byte[]> after) {
        Read was = read(before);
        Read is = read(after);
        return Difference.of(was.edition(), was.cases(), is.edition(), is.cases());
    }

    private record Read(Edition edition, List<cadre.engine.cases.Scenario> cases) {}

    private static Read read(Map<String, byte[]> files) {
        Problems problems = new Problems();
        EditionSources sources = EditionSources.of(files, problems).orElseThrow();
        Edition edition = EditionReader.read(sources, problems).orElseThrow(() -> new AssertionError(problems.all()));
        return new Read(edition, CasesReader.read(sources, edition, problems));
    }

    private static List<String> english(Difference difference) {
        return difference.changes().stream()
                .map(change -> DifferenceText.sentence(change, Locale.ENGLISH))
                .toList();
    }
}
