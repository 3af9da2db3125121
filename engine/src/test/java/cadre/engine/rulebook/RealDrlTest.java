package cadre.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.facts.ValueType;
import cadre.engine.language.Names;
import cadre.engine.language.RuleGenerator;
import cadre.engine.language.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Rule files are a subset of DRL: Drools' own parser, which nothing else uses, reads every one. */
class RealDrlTest {
    private static final Path EDITIONS = Path.of("../rules");

    static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(EDITIONS)) {
            return found.filter(p -> p.toString().endsWith(".drl")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_parser_of_drools_reads_every_shipped_file(Path file) throws Exception {
        String text = Files.readString(file);
        long rules = text.lines().filter(line -> line.startsWith("rule ")).count();
        assertThat(parsed(text)).isEqualTo(rules).isPositive();
    }

    @Test
    void the_parser_of_drools_reads_every_construct() throws Exception {
        Names names = new Names(
                Map.of("points", ValueType.DECIMAL, "two-thirds", ValueType.FRACTION),
                Set.of("gdp-growth"),
                Set.of("ecological"),
                Set.of("leads"),
                Set.of("EXCELLENT", "COMPETENT"),
                Set.of("ecological"),
                Set.of("COMMEND"));
        String text = RuleText.of(new RuleGenerator(names).file(new Random(11), 60));
        assertThat(parsed(text)).isEqualTo(60);
    }

    private static long parsed(String text) throws DroolsParserException {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL10);
        PackageDescr read = parser.parse(false, text);
        assertThat(parser.getErrors()).isEmpty();
        return read.getRules().size();
    }
}
