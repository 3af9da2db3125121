package cadre.engine.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.casefile.CaseFileWriter;
import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.SmallEdition;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.reference.ReferenceInference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CaseFileGeneratorTest {
    private static final Edition SHIPPED =
            EditionReader.read(Path.of("../rules/2026"), new Problems()).orElseThrow();
    private static final Edition SMALL_EDITION = SmallEdition.read();
    private static final CaseFileGenerator GENERATOR = new CaseFileGenerator(SHIPPED);
    private static final CaseFileGenerator SMALL = new CaseFileGenerator(SMALL_EDITION);

    @Property(tries = 500)
    void what_is_written_reads_back_equal(@ForAll long seed) {
        CaseFile caseFile = GENERATOR.generate(seed);
        assertThat(read(CaseFileWriter.write(caseFile), SHIPPED)).contains(caseFile);
    }

    @Property(tries = 200)
    void an_edition_with_few_words_gets_valid_cases_too(@ForAll long seed) {
        CaseFile caseFile = SMALL.generate(seed);
        assertThat(read(CaseFileWriter.write(caseFile), SMALL_EDITION)).contains(caseFile);
    }

    @Property(tries = 50)
    void the_same_seed_gives_the_same_case(@ForAll long seed) {
        assertThat(new CaseFileGenerator(SHIPPED).generate(seed)).isEqualTo(GENERATOR.generate(seed));
    }

    @Test
    void nine_in_ten_rules_every_grade_and_results_held_and_not_come_up_in_a_thousand_cases_and_no_rule_in_all() {
        Evaluator evaluator =
                new Evaluator(SHIPPED, (day, limits) -> new ReferenceInference(SHIPPED, day, limits), Map.of());
        Set<String> fired = new HashSet<>();
        Set<String> rested = new HashSet<>();
        Set<String> grades = new HashSet<>();
        AtomicInteger held = new AtomicInteger();
        LongStream.range(0, 1_000)
                .mapToObj(GENERATOR::generate)
                .map(evaluator::evaluate)
                .forEach(outcome -> {
                    Set<String> here = new HashSet<>();
                    outcome.firings().forEach(firing -> here.add(firing.criterion()));
                    fired.addAll(here);
                    SHIPPED.criteria().stream()
                            .filter(rule -> !here.contains(rule))
                            .forEach(rested::add);
                    grades.add(String.valueOf(outcome.grade()));
                    held.addAndGet(outcome.status() == Outcome.Status.HELD ? 1 : 0);
                });
        assertThat(held.get()).isBetween(300, 700);
        assertThat(rested).containsAll(SHIPPED.criteria());
        assertThat(fired.size() * 10).isGreaterThanOrEqualTo(SHIPPED.criteria().size() * 9);
        assertThat(grades)
                .contains(Edition.NOT_GRADED)
                .containsAll(SHIPPED.grades().stream().map(Edition.Grade::code).toList());
    }

    @Property(tries = 1_000)
    void a_mangled_case_file_is_read_or_refused_and_never_breaks(
            @ForAll long seed, @ForAll int at, @ForAll byte with, @ForAll boolean cut) {
        byte[] bytes = CaseFileWriter.write(SMALL.generate(seed)).getBytes(UTF_8);
        int place = Math.floorMod(at, bytes.length);
        bytes[place] = with;
        Problems problems = new Problems();
        Datum datum = JsonDocument.read(cut ? Arrays.copyOf(bytes, place) : bytes, problems);
        boolean admitted = datum != null
                && CaseFileReader.read(datum, SMALL_EDITION, problems).isPresent();
        assertThat(admitted).isEqualTo(problems.isEmpty());
    }

    private static Optional<CaseFile> read(String json, Edition edition) {
        Problems problems = new Problems();
        Datum datum = Objects.requireNonNull(JsonDocument.read(json.getBytes(UTF_8), problems));
        Optional<CaseFile> read = CaseFileReader.read(datum, edition, problems);
        assertThat(problems.all()).isEmpty();
        return read;
    }
}
