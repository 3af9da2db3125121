package cadre.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import cadre.engine.edition.EditionSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of somebody who has this folder, a text editor and the check: each message says where, what, and how to mend it. */
class PolicyOfficersDayTest {
    private static final String PARAMETERS = "parameters.yaml";
    private static final String RULES = "ecological.drl";
    private static final String CASES = "ecological.cases.yaml";

    @TempDir
    private Path folder;

    @BeforeEach
    void take_the_edition() throws IOException {
        try (var files = Files.list(Path.of("..", "rules", "2026"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void in_the_morning_a_parameter_changes_and_every_case_on_it_says_what_comes_of_it_now() throws IOException {
        String deduction = after(text(PARAMETERS), "ecological.incident.deduction:");
        assertThat(deduction).startsWith("5");
        change(PARAMETERS, "ecological.incident.deduction:", "value: 5", "value: 6");

        Report report = check();

        assertThat(report.problems()).isNotEmpty().allSatisfy(told -> {
            assertThat(told.problem().place().file()).endsWith(".cases.yaml");
            assertThat(told.text()).contains("expect:");
            assertThat(told.text().substring(told.problem().place().column() - 1))
                    .matches("[0-9A-Z\\[\"].*");
        });
        Told first = only(report, "cases.dimension").get(0);
        assertThat(first.problem().message(Locale.ENGLISH)).contains("ecological");
        assertThat(first.problem().remedy(Locale.ENGLISH)).contains("dimensions: { ecological: ");
    }

    @Test
    void she_forgets_its_date() throws IOException {
        change(PARAMETERS, "ecological.incident.deduction:", "from: 2026-01-01, ", "");

        Told told = single();

        assertThat(told.problem().place().file()).isEqualTo(PARAMETERS);
        assertThat(told.text()).contains("value: 5");
        assertThat(told.problem().message(Locale.ENGLISH)).contains("no day");
        assertThat(told.problem().remedy(Locale.ENGLISH)).contains("from: 2026-01-01");
        change(PARAMETERS, "ecological.incident.deduction:", "{ value", "{ from: 2026-01-01, value");
        assertThat(read().problems()).isEmpty();
    }

    @Test
    void she_dates_it_too_late() throws IOException {
        change(PARAMETERS, "ecological.incident.deduction:", "from: 2026-01-01", "from: 2026-03-01");

        Told told = single();

        assertThat(told.text()).contains("2026-03-01");
        assertThat(told.problem().message(Locale.ENGLISH)).contains("ecological.incident.deduction", "E-03");
        assertThat(told.problem().remedy(Locale.ENGLISH)).contains("from: 2026-01-01");
        change(PARAMETERS, "ecological.incident.deduction:", "from: 2026-03-01", "from: 2026-01-01");
        assertThat(read().problems()).isEmpty();
    }

    @Test
    void she_misspells_a_field_and_takes_what_is_proposed() throws IOException {
        change(RULES, "rule \"E-01 ", "actual >= target", "actaul >= target");
        takesWhatIsProposed("actaul", "actual", "E-01");
    }

    @Test
    void she_misspells_an_indicator_and_takes_what_is_proposed() throws IOException {
        change(RULES, "rule \"E-01 ", "\"air-quality-days\"", "\"air-qality-days\"");
        takesWhatIsProposed("air-qality-days", "air-quality-days", "E-01");
    }

    @Test
    void she_writes_a_bare_number_and_moves_it_to_the_parameters() throws IOException {
        change(RULES, "rule \"E-01 ", "actual >= target,", "actual >= target, actual > 0.8,");

        Told told = single();

        assertThat(told.rule()).contains("E-01");
        assertThat(told.problem().message(Locale.ENGLISH)).contains("0.8");
        String remedy = told.problem().remedy(Locale.ENGLISH);
        assertThat(remedy).contains("parameters.yaml", "title", "unit", "reference");
        Matcher binding = Pattern.compile("Parameter\\( name == \"its\\.name\", \\$x : value \\)")
                .matcher(remedy);
        assertThat(binding.find()).isTrue();
        change(RULES, "rule \"E-01 ", "actual > 0.8,", "actual > $x,");
        change(
                RULES,
                "rule \"E-01 ",
                "when\n",
                "when\n    " + binding.group().replace("its.name", "ecological.quality.least") + "\n");
        Files.writeString(folder.resolve(PARAMETERS), text(PARAMETERS) + """
                ecological.quality.least:
                  title: { en: Least that counts, zh: 最低值 }
                  unit: share
                  values: [ { from: 2026-01-01, value: 0.8, reference: practice } ]
                """);
        assertThat(read().problems()).isEmpty();
    }

    @Test
    void she_forgets_a_title_in_chinese() throws IOException {
        change(RULES, "rule \"E-01 ", "    @title_zh(\"环境质量是否达到目标？\")\n", "");

        Told told = single();

        assertThat(told.rule()).contains("E-01");
        assertThat(told.text()).startsWith("rule \"E-01 ");
        assertThat(told.problem().remedy(Locale.ENGLISH)).contains("@title_zh(\"...\")");
        change(RULES, "rule \"E-01 ", "    @dimension", "    @title_zh(\"环境质量是否达到目标？\")\n    @dimension");
        assertThat(read().problems()).isEmpty();

        change(PARAMETERS, "ecological.incident.deduction:", ", zh: ", ", cn: ");
        assertThat(read().problems())
                .extracting(problem -> problem.problem().message(Locale.ENGLISH))
                .contains("The text in Chinese is missing.");
    }

    @Test
    void she_breaks_a_case_and_is_told_what_keeps_the_rule_from_firing() throws IOException {
        change(CASES, "- case: ", "actual: 310, target: 310", "actual: 309, target: 310");

        Report report = check();

        Told told = only(report, "check.should-fire").get(0);
        assertThat(told.problem().place().file()).isEqualTo(CASES);
        assertThat(told.text().substring(told.problem().place().column() - 1)).startsWith("E-01 ]");
        assertThat(told.problem().message(Locale.ENGLISH)).contains("Days of good air exactly on target count");
        assertThat(told.problem().message(Locale.ENGLISH)).contains("E-01", "actual >= target");
        change(CASES, "- case: ", "actual: 309, target: 310", "actual: 310, target: 310");
        assertThat(check().problems()).isEmpty();
    }

    @Test
    void everything_wrong_in_all_files_is_told_in_one_run() throws IOException {
        change(RULES, "rule \"E-01 ", "actual >= target", "actaul >= target");
        change(PARAMETERS, "ecological.incident.deduction:", "from: 2026-01-01, ", "");
        change("grades.cases.yaml", "- case: ", "case: ", "caze: ");
        Files.writeString(folder.resolve("performance.dlr"), "rule");

        assertThat(check().problems())
                .extracting(told -> told.problem().place().file())
                .contains(RULES, PARAMETERS, "grades.cases.yaml", "performance.dlr");
    }

    private void takesWhatIsProposed(String wrong, String right, String rule) throws IOException {
        Told told = single();
        assertThat(told.rule()).contains(rule);
        assertThat(told.problem().message(Locale.ENGLISH)).contains(wrong);
        Matcher proposed = Pattern.compile("Did you mean: (\\S+)\\?")
                .matcher(told.problem().remedy(Locale.ENGLISH));
        assertThat(proposed.matches()).isTrue();
        assertThat(proposed.group(1)).isEqualTo(right);
        List<String> lines = text(RULES).lines().toList();
        String line = lines.get(told.problem().place().line() - 1);
        assertThat(line.substring(told.problem().place().column() - 1)).matches("\"?" + wrong + ".*");
        change(RULES, "rule \"" + rule, wrong, proposed.group(1));
        assertThat(read().problems()).isEmpty();
    }

    private Told single() {
        Report report = read();
        assertThat(report.problems()).as(report.problems().toString()).hasSize(1);
        Told told = report.problems().get(0);
        assertThat(told.problem().place().line()).isPositive();
        return told;
    }

    private static List<Told> only(Report report, String code) {
        List<Told> found = report.problems().stream()
                .filter(told -> told.problem().code().equals(code))
                .toList();
        assertThat(found).as(report.problems().toString()).isNotEmpty();
        return found;
    }

    private Report check() {
        return Check.of(folder, List.of(), new Check.Options(0, false), Progress.NONE);
    }

    private Report read() {
        Problems problems = new Problems();
        return Check.read("2026", EditionSources.belonging(folder, problems));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file), UTF_8);
    }

    private static String after(String text, String mark) {
        String rest = text.substring(text.indexOf(mark));
        return rest.substring(rest.indexOf("value: ") + "value: ".length());
    }

    /** Replaces a text, the first time it stands after a mark. */
    private void change(String file, String mark, String from, String to) throws IOException {
        String text = text(file);
        int at = text.indexOf(from, text.indexOf(mark));
        assertThat(at).as(from).isPositive();
        Files.writeString(folder.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
    }
}
