package cadre.engine.evaluation;

import static cadre.engine.evaluation.Facts.award;
import static cadre.engine.evaluation.Facts.caseFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.engine.edition.Titles;
import cadre.engine.facts.Fraction;
import cadre.engine.facts.Severity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OutcomeJsonTest {
    private final Outcome outcome =
            SmallEdition.ofRules(SmallEdition.RULES).evaluator().evaluate(caseFile(award("I-1", "2.50")));

    @Test
    void an_outcome_is_written_in_a_fixed_order_without_noise() {
        assertThat(text(outcome)).isEqualTo("""
                        {"cadre":"C-1001",\
                        "appraisal":{"type":"ANNUAL","from":"2026-01-01","to":"2026-12-31"},\
                        "release":{"edition":"2026","version":"2026.1","digest":"sha256:0"},\
                        "scale":{"places":2,"rounding":"HALF_UP","grades":[\
                        {"code":"EXCELLENT","title":{"en":"Excellent","zh":"优秀"},"from":90},\
                        {"code":"COMPETENT","title":{"en":"Competent","zh":"称职"},"from":70},\
                        {"code":"BASIC","title":{"en":"Basically competent","zh":"基本称职"},"from":60},\
                        {"code":"INCOMPETENT","title":{"en":"Incompetent","zh":"不称职"},"from":0}]},\
                        "status":"PROPOSED",\
                        "dimensions":[\
                        {"code":"one","title":{"en":"One","zh":"一"},"weight":60,"start":80,"min":0,"max":100,\
                        "points":2.5,"score":82.50},\
                        {"code":"two","title":{"en":"Two","zh":"二"},"weight":40,"start":70.5,"min":0,"max":100,\
                        "points":0,"score":70.50}],\
                        "total":77.70,"band":"COMPETENT","grade":"COMPETENT",\
                        "findings":[{"id":"F-1","firing":1,"criterion":"A-01","stratum":"assess","effect":"POINTS",\
                        "dimension":"one","points":2.5,"applied":2.5}],\
                        "firings":[{"n":1,"criterion":"A-01","title":{"en":"Award","zh":"加分"},"basis":"practice",\
                        "says":{"en":"I-1 gives 2.5","zh":"I-1加2.5分"},"bound":{"i":"I-1","p":2.5},\
                        "facts":["I-1"],"parameters":["cap.one"]}],\
                        "bounds":[{"criterion":"A-01","parameter":"cap.one","atMost":10}],\
                        "excluded":[],"unused":[],"engine":{"cadre":"1.0.0","drools":"10.2.0"}}""");
    }

    @Test
    void values_of_every_type_are_written_and_come_back_as_texts_and_decimals() {
        Map<String, Object> bound = new LinkedHashMap<>();
        bound.put("decimal", new BigDecimal("1E+3"));
        bound.put("fraction", new Fraction(BigInteger.TWO, BigInteger.valueOf(3)));
        bound.put("text", "a \"quoted\" \\ line\n\u0001 优 \uD83D\uDE00");
        bound.put("date", LocalDate.parse("2026-05-01"));
        bound.put("truth", true);
        bound.put("constant", Severity.SERIOUS);
        bound.put("list", List.of("N-1", "N-2"));

        Outcome read = OutcomeReader.read(OutcomeJson.write(with(bound)));

        assertThat(read.firings().get(0).bound())
                .isEqualTo(Map.of(
                        "decimal", new BigDecimal("1000"),
                        "fraction", "2/3",
                        "text", "a \"quoted\" \\ line\n\u0001 优 \uD83D\uDE00",
                        "date", "2026-05-01",
                        "truth", true,
                        "constant", "SERIOUS",
                        "list", List.of("N-1", "N-2")));
        assertThat(text(with(bound))).contains("\"decimal\":1000,", "\\n\\u0001 优");
    }

    @Test
    void equal_decimals_are_written_alike() {
        for (String same : List.of("2.5", "2.50", "2.5000", "0.25E1", "25E-1")) {
            assertThat(text(with(Map.of("p", new BigDecimal(same))))).contains("\"p\":2.5}");
        }
        for (String zero : List.of("0", "0.00", "0E+5", "-0.0")) {
            assertThat(text(with(Map.of("p", new BigDecimal(zero))))).contains("\"p\":0}");
        }
    }

    @Property(tries = 300)
    void any_text_comes_back_as_it_was_in_the_utf8_of_the_platform(@ForAll String text) {
        String known = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        byte[] json = OutcomeJson.write(with(Map.of("text", text)));
        assertThat(OutcomeReader.read(json).firings().get(0).bound()).containsEntry("text", known);
        assertThat(new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(json);
    }

    @Test
    void fields_that_a_store_adds_are_passed_over() {
        String stored = "{\"id\":\"7\"," + text(outcome).substring(1);
        assertThat(text(OutcomeReader.read(stored.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(text(outcome));
    }

    @Test
    void what_is_not_an_outcome_is_not_read() {
        for (String json : List.of("", "{", "[]", "{}", "null", "7")) {
            assertThatThrownBy(() -> OutcomeReader.read(json.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> OutcomeReader.readDecision(json.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Outcome with(Map<String, Object> bound) {
        return new Outcome(
                outcome.cadre(),
                outcome.appraisal(),
                outcome.release(),
                outcome.scale(),
                outcome.status(),
                outcome.dimensions(),
                outcome.total(),
                outcome.band(),
                outcome.grade(),
                outcome.findings(),
                List.of(new Outcome.FiringLine(
                        1, "A-01", new Titles("", ""), "", new Titles("", ""), bound, List.of(), List.of())),
                outcome.bounds(),
                outcome.excluded(),
                outcome.unused(),
                outcome.engine());
    }

    private static String text(Outcome outcome) {
        return new String(OutcomeJson.write(outcome), StandardCharsets.UTF_8);
    }
}
