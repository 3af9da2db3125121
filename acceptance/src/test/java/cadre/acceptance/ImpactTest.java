package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.acceptance.Shell.Done;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whom a change would affect, as policy staff ask it of files at a terminal. */
class ImpactTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path RULES = Shell.HOME.resolve("rules/2026");

    @TempDir
    private Path folder;

    private final List<Path> cases = new ArrayList<>();
    private Path dearer = RULES;

    @BeforeEach
    void makeIncidentsDearerAndTheBestGradeRarer() throws IOException {
        dearer = Files.createDirectory(folder.resolve("dearer"));
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, dearer.resolve(file.getFileName()));
            }
        }
        change("parameters.yaml", "(?s)(ecological\\.incident\\.deduction:.*?value: )5,", "$140,");
        change("edition.yaml", "from: 90", "from: 99");
        for (String name : List.of("ecological-incident", "strong-county-head", "waived-deduction")) {
            cases.add(Shell.HOME.resolve("examples/" + name + ".json"));
        }
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(dearer.resolve(file));
        String changed = text.replaceFirst(from, to);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(dearer.resolve(file), changed);
    }

    private Done impact(Object... arguments) {
        return run("impact", arguments);
    }

    private Done run(String command, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of(Shell.HOME.resolve("cadre"), command));
        words.addAll(List.of(arguments));
        return Shell.in(folder).run(words.toArray());
    }

    private Object[] with(Object... options) {
        List<Object> words = new ArrayList<>(List.of(options));
        words.addAll(cases);
        return words.toArray();
    }

    private List<JsonNode> outcomes(Path edition) {
        return run("evaluate", with("--json", "--rules", edition))
                .well()
                .out()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static Map<String, String> grades(List<JsonNode> outcomes) {
        Map<String, String> grades = new TreeMap<>();
        outcomes.forEach(outcome -> grades.put(
                outcome.path("cadre").asString(), outcome.path("grade").asString()));
        return grades;
    }

    private static BigDecimal total(List<JsonNode> outcomes) {
        return outcomes.stream()
                .map(outcome -> new BigDecimal(outcome.path("total").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void whom_it_affects_is_what_evaluating_them_by_both_editions_gives() throws IOException {
        List<JsonNode> before = outcomes(RULES);
        List<JsonNode> after = outcomes(dearer);
        Map<String, String> decided = grades(before);
        Map<String, String> wouldBe = grades(after);
        List<String> affected = decided.keySet().stream()
                .filter(cadre -> !Objects.equals(decided.get(cadre), wouldBe.get(cadre)))
                .toList();
        assertThat(affected).isNotEmpty().hasSizeLessThan(decided.size());

        Done done = impact(with("--json", "--to", dearer)).well();

        JsonNode report = JSON.readTree(done.out());
        assertThat(report.at("/all/cases").asInt()).isEqualTo(decided.size());
        assertThat(report.path("totalsDecided").decimalValue()).isEqualByComparingTo(total(before));
        assertThat(report.path("totalsCandidate").decimalValue()).isEqualByComparingTo(total(after));
        assertThat(report.at("/movers/persons")
                        .valueStream()
                        .map(person -> person.path("cadre").asString()))
                .containsExactlyInAnyOrderElementsOf(affected);
        assertThat(done.err()).contains("sha256:");

        Path lines = folder.resolve("cases.jsonl");
        StringBuilder text = new StringBuilder();
        for (Path one : cases) {
            text.append(JSON.readTree(Files.readString(one))).append('\n');
        }
        Files.writeString(lines, text);
        Path outcomes = folder.resolve("decided.jsonl");
        Files.writeString(
                outcomes,
                String.join("\n", before.stream().map(JsonNode::toString).toList()));
        JsonNode again = JSON.readTree(impact("--json", "--to", dearer, "--decided", outcomes, lines)
                .well()
                .out());
        assertThat(counted(again)).isEqualTo(counted(report));
    }

    /** All of a report but its list of persons, who are named by the place of their case files. */
    private static JsonNode counted(JsonNode report) {
        return ((ObjectNode) report.deepCopy()).without("movers");
    }

    @Test
    void it_is_told_in_words_with_its_cause() {
        assertThat(impact(with("--to", dearer)).well().out()).contains("C-1001", "ecological.incident.deduction");
        assertThat(impact(with("--to", dearer, "--lang", "zh")).well().out()).contains("C-1001", "生态");
    }

    @Test
    void what_cannot_be_compared_is_named_and_the_others_are_compared() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{ \"cadre\": {}, \"extra\": 1 }");
        Path decided = folder.resolve("decided.jsonl");
        Files.writeString(
                decided, run("evaluate", "--json", cases.get(1)).well().out());
        cases.add(bad);

        Done refused = impact(with("--json", "--to", dearer));
        Done undecided = impact(with("--json", "--to", dearer, "--decided", decided));

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("bad.json", "extra");
        assertThat(JSON.readTree(refused.out()).at("/all/evaluated").asInt()).isEqualTo(3);
        assertThat(undecided.status()).isEqualTo(1);
        assertThat(undecided.err()).contains("ecological-incident.json", "waived-deduction.json");
        assertThat(JSON.readTree(undecided.out()).at("/all/cases").asInt()).isEqualTo(1);
    }

    @Test
    void a_candidate_that_is_not_sound_and_files_that_are_not_there_are_told() throws IOException {
        Path rule = dearer.resolve("performance.drl");
        Files.writeString(rule, Files.readString(rule).replaceFirst("findings\\.award\\(", "findings.awrad("));

        Done unsound = impact(with("--to", dearer));
        Done missing = impact("--to", RULES, folder.resolve("missing.json"));

        assertThat(unsound.status()).isEqualTo(1);
        assertThat(unsound.out()).isEmpty();
        assertThat(unsound.err()).contains("performance.drl", "awrad");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("missing.json");
    }
}
