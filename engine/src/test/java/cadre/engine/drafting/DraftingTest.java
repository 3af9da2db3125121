package cadre.engine.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.CaseRun;
import cadre.engine.cases.CasesReader;
import cadre.engine.cases.Scenario;
import cadre.engine.difference.Change;
import cadre.engine.difference.Difference;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.edition.Titles;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.facts.Stratum;
import cadre.engine.language.Conclusion;
import cadre.engine.language.Rule;
import cadre.engine.reference.ReferenceInference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftingTest {
    private static final EditionSources SOURCES =
            EditionSources.read(Path.of("../rules/2026"), new Problems()).orElseThrow();
    private static final Read EDITION = read(SOURCES.files());

    private record Read(Edition edition, List<Scenario> cases) {
        List<Problem> mismatches() {
            Evaluator reference =
                    new Evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits), Map.of());
            return CaseRun.of(edition, cases, reference::evaluate).mismatches();
        }
    }

    @Test
    void a_new_edition_is_sound_and_its_cases_hold_for_its_own_year() {
        Read drafted = read(NewEdition.of(SOURCES, EDITION.edition(), "2027", new Problems())
                .orElseThrow());

        assertThat(drafted.edition().code()).isEqualTo("2027");
        assertThat(drafted.edition().version()).isEqualTo("2027.1");
        assertThat(drafted.edition().from()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(drafted.edition().to()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(drafted.mismatches()).isEmpty();
        assertThat(drafted.cases())
                .hasSameSizeAs(EDITION.cases())
                .allSatisfy(scenario ->
                        assertThat(scenario.given().appraisal().to().getYear()).isGreaterThanOrEqualTo(2027));
    }

    @Test
    void it_means_the_same_but_for_when_it_is_in_force() {
        Read drafted = read(NewEdition.of(SOURCES, EDITION.edition(), "2027", new Problems())
                .orElseThrow());

        assertThat(Difference.of(EDITION.edition(), EDITION.cases(), drafted.edition(), drafted.cases())
                        .changes())
                .extracting(Change::code)
                .containsExactly("edition-in-force");
    }

    @Test
    void rules_parameters_and_comments_are_copied_byte_for_byte() {
        Map<String, byte[]> drafted = NewEdition.of(SOURCES, EDITION.edition(), "2027", new Problems())
                .orElseThrow();

        SOURCES.files().forEach((name, bytes) -> {
            if (name.endsWith(".drl") || name.equals("parameters.yaml") || name.equals("indicators.yaml")) {
                assertThat(drafted.get(name)).as(name).isEqualTo(bytes);
            }
        });
        assertThat(text(drafted, "edition.yaml")
                        .replace("2027.1", EDITION.edition().version())
                        .replace("2027", "2026"))
                .isEqualTo(text(SOURCES.files(), "edition.yaml"));
    }

    @Test
    void a_name_that_no_folder_should_have_is_refused() {
        Problems problems = new Problems();

        assertThat(NewEdition.of(SOURCES, EDITION.edition(), "../2027", problems))
                .isEmpty();
        assertThat(NewEdition.of(SOURCES, EDITION.edition(), "2026", problems)).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::code)
                .containsExactly("drafting.edition-code", "drafting.same-edition");
    }

    @Test
    void a_new_criterion_is_sound_and_only_its_two_cases_fail() {
        Read drafted = read(with(criterion("E-09", "ecological")));

        assertThat(drafted.edition().criteria()).contains("E-09");
        assertThat(drafted.mismatches())
                .extracting(problem -> problem.code() + " " + problem.place().file())
                .containsExactly(
                        "cases.should-fire ecological.cases.yaml", "cases.should-not-fire ecological.cases.yaml");
        assertThat(drafted.mismatches()).allSatisfy(problem -> {
            assertThat(problem.message(Locale.ENGLISH)).contains("E-09", "fill in");
            assertThat(problem.message(Locale.CHINESE)).contains("E-09");
        });
    }

    @ParameterizedTest
    @EnumSource(Consequence.class)
    void every_consequence_can_be_begun_in_every_dimension_and_no_other_case_changes(Consequence consequence) {
        for (Edition.Dimension dimension : EDITION.edition().dimensions()) {
            assertThat(read(with(criterion("Z-09", consequence, dimension.code())))
                            .mismatches())
                    .as(dimension.code())
                    .extracting(Problem::code)
                    .containsExactly("cases.should-fire", "cases.should-not-fire");
        }
    }

    @ParameterizedTest
    @EnumSource(Consequence.class)
    void it_is_in_the_stratum_of_its_consequence_and_says_so_in_both_languages(Consequence consequence) {
        Map<String, byte[]> files = with(criterion("Z-09", consequence, "ecological"));
        Rule begun = read(files).edition().rules().stream()
                .filter(rule -> rule.id().equals("Z-09"))
                .findFirst()
                .orElseThrow();

        assertThat(begun.stratum()).isEqualTo(consequence == Consequence.RECOMMEND ? Stratum.USE : Stratum.ASSESS);
        assertThat(begun.then()).extracting(Conclusion::verb).containsExactly(consequence.verb());
        assertThat(begun.notes().says()).startsWith("Z-09: ");
        assertThat(begun.notes().saysZh()).startsWith("Z-09：");
    }

    @Test
    void without_points_and_without_a_dimension_it_stands_beside_those_of_the_same_consequence() {
        assertThat(criterion("Z-09", Consequence.RECOMMEND, null)
                        .in(SOURCES, EDITION.edition(), new Problems())
                        .orElseThrow())
                .containsOnlyKeys("grades.drl", "grades.cases.yaml", "parameters.yaml");
        Problems problems = new Problems();
        assertThat(criterion("Z-09", Consequence.DEDUCT, null).in(SOURCES, EDITION.edition(), problems))
                .isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("drafting.dimension-needed");
    }

    @Test
    void what_stood_in_the_files_stays_byte_for_byte() {
        Map<String, byte[]> changed = criterion("E-09", "ecological")
                .in(SOURCES, EDITION.edition(), new Problems())
                .orElseThrow();

        assertThat(changed).containsOnlyKeys("ecological.drl", "ecological.cases.yaml", "parameters.yaml");
        changed.forEach((name, bytes) -> assertThat(text(changed, name)).startsWith(text(SOURCES.files(), name)));
    }

    @Test
    void an_id_that_is_taken_and_a_dimension_that_is_not_there_are_told_together() {
        Problems problems = new Problems();

        assertThat(criterion("E-03", "ecologic").in(SOURCES, EDITION.edition(), problems))
                .isEmpty();
        assertThat(problems.all())
                .extracting(problem -> problem.message(Locale.ENGLISH) + " " + problem.remedy(Locale.ENGLISH))
                .satisfiesExactly(
                        first -> assertThat(first).contains("E-03 already"),
                        second -> assertThat(second).contains("“ecologic”", "ecological"));
    }

    @Test
    void an_id_or_title_that_cannot_be_is_refused() {
        for (NewCriterion bad : List.of(
                criterion("e09", "ecological"),
                new NewCriterion("E-09", new Titles("Why \"so\"?", "为何？"), Consequence.AWARD, "ecological"),
                new NewCriterion("E-09", new Titles("Why?", " "), Consequence.FLAG, "ecological"))) {
            Problems problems = new Problems();
            assertThat(bad.in(SOURCES, EDITION.edition(), problems))
                    .as(bad.toString())
                    .isEmpty();
            assertThat(problems.all()).isNotEmpty();
        }
    }

    private static NewCriterion criterion(String id, String dimension) {
        return criterion(id, Consequence.AWARD, dimension);
    }

    private static NewCriterion criterion(String id, Consequence consequence, @Nullable String dimension) {
        return new NewCriterion(id, new Titles("Is it so?", "是否如此？"), consequence, dimension);
    }

    private static Map<String, byte[]> with(NewCriterion criterion) {
        Problems problems = new Problems();
        Map<String, byte[]> files = new TreeMap<>(SOURCES.files());
        files.putAll(criterion
                .in(SOURCES, EDITION.edition(), problems)
                .orElseThrow(() -> new AssertionError(problems.all())));
        return files;
    }

    private static Read read(Map<String, byte[]> files) {
        Problems problems = new Problems();
        EditionSources sources = EditionSources.of(files, problems).orElseThrow();
        Edition edition = EditionReader.read(sources, problems).orElseThrow(() -> new AssertionError(problems.all()));
        Read read = new Read(edition, CasesReader.read(sources, edition, problems));
        assertThat(problems.all()).isEmpty();
        return read;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(java.util.Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }
}
