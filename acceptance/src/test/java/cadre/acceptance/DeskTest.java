package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.acceptance.Shell.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy officer types at the desk: begin, compare, read, seal. */
class DeskTest {
    @TempDir
    private Path rules;

    private Path edition = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        edition = Files.createDirectory(rules.resolve("2026"));
        try (Stream<Path> files = Files.list(Shell.HOME.resolve("rules/2026"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, edition.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void the_catalogue_is_a_page_in_the_language_asked_for() throws IOException {
        Path page = rules.resolve("page.html");

        assertThat(cadre("catalogue", edition, "--lang", "zh", "--output", page)
                        .well()
                        .out())
                .isEmpty();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("lang=\"zh-Hans\"", "是否发生生态环境事件？");
        assertThat(cadre("catalogue", edition, "--format", "markdown").well().out())
                .contains("### E-03 Did an ecological incident happen?");
        assertThat(cadre("catalogue", edition, "--output", rules.resolve("no/page.html"))
                        .status())
                .isEqualTo(1);
    }

    @Test
    void a_year_begins_with_an_edition_that_checks_clean_and_differs_only_in_its_days() {
        Done begun = cadre("new-edition", "2027", "--from", edition).well();
        assertThat(begun.out()).contains("./cadre check", "./cadre diff", "2027: nothing is wrong.");

        assertThat(cadre("diff", edition, rules.resolve("2027")).well().out())
                .contains("In force 2027-01-01 to 2027-12-31, before 2026-01-01 to 2026-12-31.")
                .doesNotContain("Criteria", "Numbers", "Cases");
        assertThat(cadre("new-edition", "2027", "--from", edition).err()).contains("is there already");
    }

    @Test
    void a_criterion_begun_is_refused_only_for_its_two_cases() {
        begin("E-09", "--dimension", "ecological").well();

        Done checked = cadre("check", "--facts", "0", edition);
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.out())
                .contains("E-09 applies: fill in what is given", "E-09 does not apply: fill in a twin");
        assertThat(checked.out().lines().filter(line -> line.contains(".yaml:") || line.contains(".drl:")))
                .isNotEmpty()
                .allMatch(line -> line.contains("ecological."));
        assertThat(begin("E-09", "--dimension", "ecological").err()).contains("E-09 already");
        assertThat(begin("E-03", "--dimension", "ecological").status()).isEqualTo(1);
    }

    @Test
    void a_criterion_without_points_is_begun_where_it_belongs_and_refused_only_for_its_two_cases() {
        assertThat(begin("G-10", "--effect", "recommend", "--lang", "zh").well().out())
                .contains("grades.drl", "不影响任何人");
        begin("E-10", "--effect", "Gate", "--dimension", "ecological").well();
        assertThat(begin("E-11", "--effect", "gait").err()).contains("--effect", "GATE");

        assertThat(cadre("check", "--facts", "0", edition)
                        .out()
                        .lines()
                        .filter(line -> line.contains(".yaml:") || line.contains(".drl:")))
                .isNotEmpty()
                .allMatch(line -> line.contains("E-10") || line.contains("G-10") || line.contains(".cases.yaml:"));
    }

    @Test
    void what_changed_is_told_in_policy_words_and_for_programs() throws IOException {
        Path after = Files.createDirectory(rules.resolve("after"));
        for (String file : List.of("edition.yaml", "parameters.yaml", "indicators.yaml")) {
            Files.copy(edition.resolve(file), after.resolve(file));
        }
        try (Stream<Path> files = Files.list(edition)) {
            for (Path file : files.filter(f -> !Files.exists(after.resolve(f.getFileName())))
                    .toList()) {
                Files.copy(file, after.resolve(file.getFileName()));
            }
        }
        Path parameters = after.resolve("parameters.yaml");
        Files.writeString(parameters, Files.readString(parameters).replaceFirst("value: 0.80,", "value: 0.75,"));

        assertThat(cadre("diff", edition, after).well().out())
                .contains("(attainment.floor) falls from 80 % to 75 % from 2026-01-01. Used by ");
        assertThat(cadre("diff", "--lang", "zh", edition, after).well().out()).contains("由80%降低到75%");
        assertThat(cadre("diff", "--format", "json", edition, after).well().out())
                .contains("\"change\":\"parameter-falls\",\"subject\":\"attainment.floor\"");
        assertThat(cadre("diff", edition, edition).well().out()).contains("No change in what it means.");
        assertThat(cadre("diff", edition).status()).isEqualTo(2);
        assertThat(cadre("diff", edition, rules.resolve("missing")).status()).isEqualTo(1);
    }

    @Test
    void a_sealed_edition_that_changes_needs_a_new_version() throws IOException {
        assertThat(cadre("seal", edition, Shell.HOME.resolve("examples/ecological-incident.json"))
                        .well()
                        .out())
                .contains("2026.2");
        assertThat(Shell.in(rules)
                        .run("gzip", "-dc", rules.resolve("released/2026.2/outcomes.jsonl.gz"))
                        .well()
                        .out())
                .contains("{\"case\":\"ecological-incident\",", "{\"case\":\"seed-00\",");
        assertThat(cadre("check", "--facts", "0", edition).status()).isZero();

        Path head = edition.resolve("edition.yaml");
        Files.writeString(head, Files.readString(head).replace("publicity-days: 5", "publicity-days: 6"));
        assertThat(cadre("check", "--facts", "0", edition).out()).contains("2026.3");
        Files.writeString(head, Files.readString(head).replace("\"2026.2\"", "\"2026.3\""));
        assertThat(cadre("check", "--facts", "0", edition).status()).isZero();
    }

    @Test
    void what_cannot_be_read_is_not_left_out_of_a_seal() throws IOException {
        Path broken = Files.writeString(rules.resolve("broken.json"), "{");

        assertThat(cadre("seal", edition, broken).status()).isEqualTo(1);
        assertThat(cadre("seal", edition, rules.resolve("nosuch.json")).err()).contains("nosuch.json");
        assertThat(rules.resolve("released")).doesNotExist();
    }

    private Done begin(String id, Object... more) {
        return cadre(Stream.concat(
                        Stream.of("new-criterion", edition, id, "--title-en", "Is it so?", "--title-zh", "是否如此？"),
                        Stream.of(more))
                .toArray());
    }

    private Done cadre(Object... arguments) {
        return Shell.in(rules)
                .run(Stream.concat(Stream.of(Shell.HOME.resolve("cadre")), Stream.of(arguments))
                        .toArray());
    }
}
