package cadre.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.facts.FactType;
import cadre.engine.facts.Stratum;
import cadre.engine.facts.Vocabulary;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Inference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a component is called and however many a rule binds, the printed text compiles and loads. */
class EveryWordTest {
    private static String everyComponent(FactType type) {
        List<FactType.Component> seen =
                type.components().stream().filter(c -> !c.hidden()).toList();
        return IntStream.range(0, seen.size())
                .mapToObj(i -> "$v%d : %s, %s != null"
                        .formatted(i, seen.get(i).name(), seen.get(i).name()))
                .collect(Collectors.joining(", ", type.name() + "( ", " )"));
    }

    @Test
    void every_component_of_every_type_is_printed_so_that_drools_reads_it() {
        Criteria criteria = new Criteria();
        int n = 0;
        for (FactType type : Vocabulary.types()) {
            if (!type.name().equals("Parameter")) {
                criteria.rule("T-" + ++n, everyComponent(type), "findings.flag( );");
            }
        }
        try (Inference run = criteria.rulebook().open(Criteria.LAST_DAY, FiringLimits.DEFAULT, true)) {
            run.insert(Given.cadre());
            run.insert(Given.appraisal());
            assertThat(run.fire(Stratum.ASSESS))
                    .extracting(firing -> firing.bound().size())
                    .containsExactlyInAnyOrder(6, 3);
        }
    }

    @Test
    void a_rule_of_as_many_patterns_as_the_language_allows_runs() {
        String when = IntStream.range(0, 24)
                .mapToObj(i -> "Indicator( code == \"c%d\", $a%d : actual, $u%d : unit )".formatted(i, i, i))
                .collect(Collectors.joining("\n"));
        Criteria criteria = Criteria.of(when, "findings.award( $a0.add( $a23 ) );");
        assertThat(criteria.firings(IntStream.range(0, 24)
                        .mapToObj(i -> Given.indicator("c" + i, "1", null))
                        .toArray(cadre.engine.facts.Fact[]::new)))
                .singleElement()
                .satisfies(firing -> assertThat(firing.bound()).hasSize(48));
    }

    /** Run in a child process. */
    static final class Starts {
        private Starts() {}

        public static void main(String[] arguments) {
            Rulebook.compile(
                    Criteria.of("Incident( family == \"生态\" )", "findings.flag( );")
                            .edition(),
                    Map.of());
        }
    }

    @Test
    void another_default_charset_is_refused_before_chinese_texts_are_lost() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starts.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).isNotZero();
        assertThat(said).contains("-Dfile.encoding=UTF-8");
    }
}
