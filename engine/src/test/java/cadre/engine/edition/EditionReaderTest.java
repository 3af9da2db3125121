package cadre.engine.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Fraction;
import cadre.engine.facts.Level;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionReaderTest {
    private final Problems problems = new Problems();
    private final Map<String, byte[]> files = new TreeMap<>(SmallEdition.files());

    @Test
    void reads_an_edition_as_it_is_written() {
        Edition edition = EditionReader.read(files, problems).orElseThrow(() -> new AssertionError(problems.all()));
        assertThat(edition.code()).isEqualTo("2026");
        assertThat(edition.title()).isEqualTo(new Titles("Annual appraisal criteria", "年度考核标准"));
        assertThat(edition.types()).containsExactly(AppraisalType.ANNUAL);
        assertThat(edition.levels()).containsExactly(Level.COUNTY, Level.TOWNSHIP);
        assertThat(edition.dimensions())
                .extracting(Edition.Dimension::code)
                .containsExactly("ecological", "performance");
        assertThat(edition.grades()).extracting(Edition.Grade::code).containsExactly("EXCELLENT", "INCOMPETENT");
        assertThat(edition.indicators()).containsOnlyKeys("air-quality-days", "gdp-growth");
        assertThat(edition.judges(LocalDate.of(2026, 12, 31), AppraisalType.ANNUAL, Level.COUNTY))
                .isTrue();
        assertThat(edition.judges(LocalDate.of(2027, 1, 1), AppraisalType.ANNUAL, Level.COUNTY))
                .isFalse();
        assertThat(edition.judges(LocalDate.of(2026, 12, 31), AppraisalType.TERM, Level.COUNTY))
                .isFalse();
    }

    @Test
    void a_parameter_has_the_value_of_the_day() {
        Edition.ParameterLine votes =
                Objects.requireNonNull(SmallEdition.read().parameters().get("votes.competent"));
        assertThat(value(votes, LocalDate.of(2026, 6, 30)))
                .contains(new Fraction(BigInteger.TWO, BigInteger.valueOf(3)));
        assertThat(value(votes, LocalDate.of(2026, 7, 1)))
                .contains(new Fraction(BigInteger.valueOf(3), BigInteger.valueOf(4)));
        assertThat(value(votes, LocalDate.of(2019, 12, 31))).isEmpty();
    }

    @Test
    void a_comma_in_a_reference_keeps_the_word_practice() {
        assertThat(SmallEdition.read().parameters().get("ecological.incident.deduction"))
                .satisfies(line -> assertThat(line.values())
                        .containsExactly(new Edition.DatedValue(
                                LocalDate.of(2026, 1, 1), new BigDecimal("5"), "生态文明建设目标评价考核办法 (2016), practice")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edition.yaml | weight: 85 | weight: 84.99 | edition.weights",
                "edition.yaml | from: 90 | from: 0 | edition.grade-order",
                "edition.yaml | from: 0 | from: 1 | edition.lowest-grade",
                "edition.yaml | code: INCOMPETENT | code: NOT_GRADED | edition.reserved-grade",
                "edition.yaml | code: INCOMPETENT | code: EXCELLENT | edition.twice",
                "edition.yaml | code: INCOMPETENT | code: Incompetent | edition.code-in-capitals",
                "edition.yaml | start: 60 | start: 160 | edition.start-outside",
                "edition.yaml | mode: HALF_UP | mode: UNNECESSARY | edition.rounding-unnecessary",
                "edition.yaml | mode: HALF_UP | mode: HALFUP | document.misspelt-word",
                "edition.yaml | places: 2 | places: 11 | edition.out-of-range",
                "edition.yaml | to: 2026-12-31 | to: 2025-12-31 | edition.ends-before-it-begins",
                "edition.yaml | to: 2026-12-31 | to: 2026-11-31 | document.expected-day",
                "edition.yaml | version: \"2026.1\" | version: 2026.1 | document.expected-text",
                "edition.yaml | version: \"2026.1\" | version: \"2026 1\" | edition.version-form",
                "edition.yaml | , zh: 年度考核标准 |  | edition.no-chinese",
                "edition.yaml | registers: [ sanctions, leads ] | registers: [ leads, leads ] | edition.twice",
                "edition.yaml | registers: [ sanctions, leads ] | register: [ leads ] | document.missing-key",
                "edition.yaml | levels: [ COUNTY | levels: [ CONTY | document.misspelt-word",
                "edition.yaml | share: 0.20 | share: 1.20 | edition.share",
                "edition.yaml | tie-break: [ performance ] | tie-break: [ speed ] | document.unknown-word",
                "edition.yaml | publicity-days: 5 | publicity-days: five | document.expected-number",
                "edition.yaml | basis: | bases: | document.missing-key",
                "parameters.yaml | from: 2026-07-01 | from: 2020-01-01 | edition.values-overlap",
                "parameters.yaml | value: 3/4 | value: 0.75 | edition.values-mixed",
                "parameters.yaml | value: 2/3 | value: 2/0 | document.expected-number",
                "parameters.yaml | value: 5 | value: 5 points | document.expected-number",
                "parameters.yaml | unit: points | | document.missing-key",
                "parameters.yaml | votes.competent | Votes.Competent | edition.code-in-small-letters",
                "indicators.yaml | scale: 0 | scale: 0.5 | document.not-whole",
                "indicators.yaml | required: true | required: yes | document.expected-boolean",
                "indicators.yaml | kind: OUTCOME | sort: OUTCOME | document.missing-key",
            })
    void refuses_a_mistake(String file, String right, String wrong, String code) {
        files.computeIfPresent(file, (name, bytes) -> {
            String text = new String(bytes, UTF_8);
            assertThat(text).contains(right);
            return text.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong)
                    .getBytes(UTF_8);
        });
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(codes()).contains(code).hasSizeLessThanOrEqualTo(2);
        assertThat(problems.all()).allSatisfy(problem -> {
            assertThat(problem.place().file()).isEqualTo(file);
            assertThat(problem.place().line()).isPositive();
        });
    }

    @Test
    void a_parameter_with_a_mistake_is_told_once_and_not_by_every_rule() {
        files.put(
                "parameters.yaml",
                SmallEdition.PARAMETERS.replace("unit: points", "units: points").getBytes(UTF_8));
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(problems.all()).extracting(p -> p.place().file()).containsOnly("parameters.yaml");
    }

    @Test
    void refuses_a_rule_whose_words_the_edition_does_not_have() {
        files.put(
                "ecological.drl",
                SmallEdition.RULES
                        .replace("ecological.incident.deduction", "ecological.incident.reduction")
                        .getBytes(UTF_8));
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(codes()).isNotEmpty().allMatch(code -> code.startsWith("language."));
    }

    @Test
    void refuses_a_parameter_that_has_no_value_on_the_first_day() {
        files.put(
                "parameters.yaml",
                SmallEdition.PARAMETERS
                        .replace("from: 2026-01-01", "from: 2026-01-02")
                        .getBytes(UTF_8));
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::code, Problem::arguments)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "edition.parameter-begins-late",
                        List.of("ecological.incident.deduction", "2026-01-02", "2026-01-01", "E-03")));
    }

    @Test
    void refuses_points_that_are_negative_at_any_date() {
        files.put(
                "parameters.yaml",
                SmallEdition.PARAMETERS
                        .replace("from: 2026-01-01, value: 5", "from: 2026-01-01, value: -5")
                        .getBytes(UTF_8));
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::code, Problem::arguments)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "edition.negative-points",
                        List.of("ecological.incident.deduction", "2026-01-01", "-5", "E-03")));
    }

    @Test
    void refuses_a_bound_of_points_that_is_negative_at_a_later_date() {
        files.put("parameters.yaml", (SmallEdition.PARAMETERS + """
                                ecological.incident.most:
                                  title: { en: Most points, zh: 上限 }
                                  unit: points
                                  values:
                                    - { from: 2026-01-01, value: 20, reference: practice }
                                    - { from: 2026-07-01, value: -0.5, reference: practice }
                                """).getBytes(UTF_8));
        files.put(
                "ecological.drl",
                SmallEdition.RULES
                        .replace("@basis", "@at_most(\"ecological.incident.most\")\n    @basis")
                        .getBytes(UTF_8));
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::code, Problem::arguments)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "edition.negative-points", List.of("ecological.incident.most", "2026-07-01", "-0.5", "E-03")));
    }

    @Test
    void tells_the_problems_of_all_files_at_once() {
        files.put(
                "edition.yaml",
                SmallEdition.HEAD.replace("weight: 85", "weight: 80").getBytes(UTF_8));
        files.put(
                "parameters.yaml",
                SmallEdition.PARAMETERS.replace("value: 5", "value: five").getBytes(UTF_8));
        files.put(
                "indicators.yaml",
                SmallEdition.INDICATORS.replace("unit: d", "units: d").getBytes(UTF_8));
        EditionReader.read(files, problems);
        assertThat(problems.all())
                .extracting(p -> p.place().file())
                .contains("edition.yaml", "parameters.yaml", "indicators.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edition.yaml", "parameters.yaml", "indicators.yaml"})
    void refuses_an_edition_without_one_of_its_files(String name) {
        files.remove(name);
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(codes()).contains("edition.missing-file");
    }

    @Test
    void refuses_an_edition_without_rules() {
        files.remove("ecological.drl");
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(codes()).containsExactly("edition.no-rules");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "performance.dlr",
                "Ecological.drl",
                "../edition.yaml",
                "edition.yml",
                "kmodule.xml",
                "a/b.drl",
                ""
            })
    void refuses_a_file_that_does_not_belong_to_an_edition(String name) {
        files.put(name, new byte[0]);
        assertThat(EditionReader.read(files, problems)).isEmpty();
        assertThat(codes()).containsExactly("edition.unknown-file");
    }

    @Test
    void reads_a_folder_and_leaves_notes_alone(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(folder.resolve("README.md"), "how to");
        Files.writeString(folder.resolve(".ecological.drl.swp"), "left over");
        assertThat(EditionReader.read(folder, problems)).contains(SmallEdition.read());
    }

    @Test
    void refuses_folders_and_links_in_the_folder(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Files.createSymbolicLink(folder.resolve("edition.yaml"), folder.resolve("more"));
        assertThat(EditionReader.read(folder, problems)).isEmpty();
        assertThat(codes()).containsExactly("edition.not-a-file", "edition.not-a-file");
    }

    @Test
    void refuses_a_folder_that_is_not_there(@TempDir Path folder) {
        assertThat(EditionReader.read(folder.resolve("2062"), problems)).isEmpty();
        assertThat(codes()).containsExactly("edition.no-folder");
    }

    @Test
    void the_digest_changes_with_every_byte_and_name_and_with_nothing_else() {
        String digest = digest(files);
        assertThat(digest).matches("sha256:[0-9a-f]{64}").isEqualTo(digest(new TreeMap<>(files)));
        Map<String, byte[]> renamed = new TreeMap<>(files);
        renamed.put("ecologica.drl", renamed.remove("ecological.drl"));
        Map<String, byte[]> longer = new TreeMap<>(files);
        longer.put("ecological.drl", (SmallEdition.RULES + "\n").getBytes(UTF_8));
        Map<String, byte[]> withCases = new TreeMap<>(files);
        withCases.put("ecological.cases.yaml", new byte[0]);
        assertThat(List.of(digest, digest(renamed), digest(longer), digest(withCases)))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_digest_is_the_one_the_docstring_describes() {
        assertThat(digest(Map.of("edition.yaml", "a".getBytes(UTF_8))))
                .isEqualTo("sha256:5c5d4536192278f1754d1b33bc2d2504ffe36f52f9c2a84b04114fd357e78fc0");
    }

    @Property(tries = 1_000)
    void a_mangled_edition_is_read_or_refused_and_never_breaks(
            @ForAll @IntRange(max = 3) int which, @ForAll int at, @ForAll byte with, @ForAll boolean cut) {
        Map<String, byte[]> mangled = new TreeMap<>(SmallEdition.files());
        String name = List.copyOf(mangled.keySet()).get(which);
        byte[] bytes = Objects.requireNonNull(mangled.get(name)).clone();
        int place = Math.floorMod(at, bytes.length);
        bytes[place] = with;
        mangled.put(name, cut ? Arrays.copyOf(bytes, place) : bytes);
        Problems found = new Problems();
        assertThat(EditionReader.read(mangled, found).isPresent()).isEqualTo(found.isEmpty());
    }

    private static String digest(Map<String, byte[]> files) {
        return EditionSources.of(files, new Problems()).orElseThrow().digest();
    }

    private static Optional<Object> value(Edition.ParameterLine line, LocalDate day) {
        return line.on(day).map(Edition.DatedValue::value);
    }

    private List<String> codes() {
        return problems.all().stream().map(Problem::code).toList();
    }
}
