package cadre.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.DatedValue;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.Titles;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.Firing;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Inference;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleReader;
import cadre.engine.reference.ReferenceInference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small editions around the rules of a test, and what they conclude. */
final class Criteria {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    private final Map<String, List<DatedValue>> parameters = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    static Criteria given(String parameter, Object value) {
        return new Criteria().and(parameter, value);
    }

    static Criteria of(String when, String then) {
        return new Criteria().rule("T-01", when, then);
    }

    Criteria and(String parameter, Object value) {
        return from(LocalDate.of(2026, 1, 1), parameter, value);
    }

    Criteria from(LocalDate day, String parameter, Object value) {
        Object exact = value instanceof String decimal ? new BigDecimal(decimal) : value;
        parameters.computeIfAbsent(parameter, name -> new ArrayList<>()).add(new DatedValue(day, exact, "practice"));
        return this;
    }

    Criteria rule(String id, String when, String then) {
        return rule(id, Stratum.ASSESS, when, then);
    }

    Criteria rule(String id, Stratum stratum, String when, String then) {
        text.append("""
                rule "%s Test"
                    @title_zh("测试")
                    @basis("practice")
                    @dimension("performance")
                    @says("said")
                    @says_zh("说")
                %s
                when
                    %s
                then
                    %s
                end
                """.formatted(
                id, stratum == Stratum.ASSESS ? "" : "    agenda-group \"" + stratum.group() + "\"", when, then));
        return this;
    }

    Edition edition() {
        Problems problems = new Problems();
        RuleFile file = RuleReader.read("test.drl", text.toString(), problems);
        assertThat(problems.all()).isEmpty();
        return edition(List.of(file), parameters);
    }

    static Edition edition(List<RuleFile> files, Map<String, List<DatedValue>> parameters) {
        Map<String, ParameterLine> lines = new LinkedHashMap<>();
        parameters.forEach((name, values) ->
                lines.put(name, new ParameterLine(name, new Titles(name, name), "points", List.copyOf(values))));
        return new Edition(
                "2026",
                "2026.1",
                new Titles("Test", "测试"),
                LocalDate.of(2026, 1, 1),
                LAST_DAY,
                List.of(),
                List.of(),
                List.of(),
                new Edition.Rounding(2, RoundingMode.HALF_UP),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                lines,
                Map.of(),
                files,
                "sha256:test");
    }

    Rulebook rulebook() {
        Edition edition = edition();
        return Rulebook.load(Rulebook.compile(edition, Map.of()), edition);
    }

    /** Every firing of the first stratum, by Drools, sorted; the reference must say the same. */
    List<Firing> firings(Fact... facts) {
        Rulebook rulebook = rulebook();
        List<Firing> byDrools = sorted(rulebook.open(LAST_DAY, FiringLimits.DEFAULT, true), facts);
        List<Firing> byReference =
                sorted(new ReferenceInference(rulebook.edition(), LAST_DAY, FiringLimits.DEFAULT), facts);
        assertThat(byDrools).isEqualTo(byReference);
        return byDrools;
    }

    boolean fires(Fact... facts) {
        return !firings(facts).isEmpty();
    }

    /** Points of the findings, sorted. */
    List<BigDecimal> points(Fact... facts) {
        return firings(facts).stream()
                .flatMap(firing -> firing.findings().stream())
                .map(finding -> java.util.Objects.requireNonNull(finding.points()))
                .sorted()
                .toList();
    }

    private static List<Firing> sorted(Inference inference, Fact... facts) {
        try (inference) {
            for (Fact fact : facts) {
                inference.insert(fact);
            }
            return inference.fire(Stratum.ASSESS).stream()
                    .sorted(Comparator.comparing((Firing f) -> f.rule().id() + f.facts() + f.bound()))
                    .toList();
        }
    }
}
