package cadre.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.casefile.CaseFile;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Fraction;
import cadre.engine.facts.ValueType;
import cadre.engine.facts.Vocabulary;
import cadre.engine.inference.FiringLimits;
import cadre.engine.language.Condition;
import cadre.engine.language.Names;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleGenerator;
import cadre.engine.reference.ReferenceInference;
import cadre.engine.rulebook.Rulebook;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Drools and the reference agree on rules that nobody thought of. */
class GeneratedRulesAgreementTest {
    private static final int EDITIONS = 10;
    private static final int RULES = 50;
    private static final int CASES = 60;
    private static final List<String> CONSTRUCTS = List.of(
            "Parameter( ",
            "Unverified( ",
            "Finding( ",
            "DimensionScore( ",
            "Result( ",
            "not( ",
            "exists( ",
            "forall( ",
            "accumulate( ",
            " and ",
            " : sum( ",
            " : count( ",
            " : min( ",
            " : max( ",
            " == ",
            " != ",
            " < ",
            " <= ",
            " > ",
            " >= ",
            " in ( ",
            " contains ",
            " && ",
            " || ",
            "!",
            " == null",
            " != null",
            " + ",
            " - ",
            " * ",
            "Figures.",
            "findings.award( ",
            "findings.deduct( ",
            "findings.gate( ",
            "findings.cap( ",
            "findings.flag( ",
            "findings.hold( ",
            "findings.ungraded( ",
            "findings.waive( ",
            "findings.recommend( ",
            ".add( ",
            ".subtract( ",
            ".multiply( ",
            ".negate( ",
            ".abs( ",
            ".min( ",
            ".max( ");
    private static final FiringLimits LIMITS = new FiringLimits(100_000, Duration.ofSeconds(30));

    private static final Map<String, Object> PARAMETERS = Map.of(
            "points", new BigDecimal("2.5"),
            "limit", new BigDecimal("0.7"),
            "bound", new BigDecimal("10"),
            "two-thirds", new Fraction(BigInteger.TWO, BigInteger.valueOf(3)));

    private static final Names NAMES = new Names(
            Map.of(
                    "points", ValueType.DECIMAL,
                    "limit", ValueType.DECIMAL,
                    "bound", ValueType.DECIMAL,
                    "two-thirds", ValueType.FRACTION),
            Set.of("air-quality-days", "gdp-growth", "urban-jobs"),
            Set.of("ecological", "harmony"),
            Set.of("sanctions", "leads"),
            Set.of("EXCELLENT", "COMPETENT", "INCOMPETENT"),
            Set.of("ecological", "performance"),
            Set.of("COMMEND", "TRAIN"));

    @Test
    void drools_and_the_reference_agree_on_generated_rules() {
        Random random = new Random(6);
        Set<Rule> fired = new HashSet<>();
        int outcomes = 0;
        for (int i = 0; i < EDITIONS; i++) {
            Edition edition = edition(new RuleGenerator(NAMES).file(random, RULES));
            Rulebook rulebook = Rulebook.load(Rulebook.compile(edition, Map.of()), edition);
            Agreement agreement = new Agreement(
                    SmallEdition.evaluator(edition, rulebook.inferences()),
                    SmallEdition.evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits)));
            RandomFacts facts = new RandomFacts(random, NAMES, edition.criteria());
            List<FactType> types = types(edition);
            for (int n = 0; n < CASES; n++) {
                CaseFile caseFile = facts.caseFile(types, 25);
                Optional<String> difference = agreement.difference(caseFile, LIMITS);
                assertThat(difference).as(() -> told(edition, caseFile)).isEmpty();
                Outcome outcome = agreement.one().evaluate(caseFile, LIMITS);
                outcomes++;
                Set<String> ids = new HashSet<>();
                outcome.firings().forEach(firing -> ids.add(firing.criterion()));
                edition.rules().stream().filter(rule -> ids.contains(rule.id())).forEach(fired::add);
            }
        }
        assertThat(outcomes).isEqualTo(EDITIONS * CASES);
        assertThat(fired).as("rules that fired somewhere").hasSizeGreaterThan(EDITIONS * RULES / 2);
        String texts = fired.stream().map(Rule::source).collect(Collectors.joining("\n"));
        assertThat(CONSTRUCTS).allSatisfy(construct -> assertThat(texts).contains(construct));
    }

    private static String told(Edition edition, CaseFile caseFile) {
        StringBuilder told = new StringBuilder();
        edition.rules().forEach(rule -> told.append(rule.source()).append('\n'));
        caseFile.entries().forEach(entry -> told.append(entry).append('\n'));
        return told.toString();
    }

    /** Types that the rules match and that a case file can have. */
    private static List<FactType> types(Edition edition) {
        Set<String> matched = new TreeSet<>();
        for (Rule rule : edition.rules()) {
            for (Condition condition : rule.when()) {
                if (condition instanceof Condition.Pattern pattern) {
                    matched.add(pattern.type());
                }
            }
        }
        List<FactType> types = new ArrayList<>();
        for (FactType type : Vocabulary.lists().values()) {
            if (matched.contains(type.name())) {
                types.add(type);
            }
        }
        return types;
    }

    private static Edition edition(RuleFile file) {
        Map<String, Edition.ParameterLine> parameters = new HashMap<>();
        PARAMETERS.forEach((name, value) -> parameters.put(
                name,
                new Edition.ParameterLine(
                        name,
                        new Titles(name, name),
                        "points",
                        List.of(new Edition.DatedValue(LocalDate.parse("2026-01-01"), value, "practice")))));
        return new Edition(
                "2026",
                "2026.1",
                new Titles("Generated", "生成"),
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                List.of(),
                List.of(),
                List.of(),
                new Edition.Rounding(2, RoundingMode.HALF_UP),
                List.of(dimension("ecological", 40), dimension("performance", 60)),
                List.of(grade("EXCELLENT", 90), grade("COMPETENT", 60), grade("INCOMPETENT", 0)),
                Map.of("COMMEND", new Titles("Commend", "表彰"), "TRAIN", new Titles("Train", "培训")),
                List.of("sanctions", "leads"),
                parameters,
                Map.of(),
                List.of(file),
                "sha256:0");
    }

    private static Edition.Dimension dimension(String code, int weight) {
        return new Edition.Dimension(
                code,
                new Titles(code, code),
                BigDecimal.valueOf(weight),
                BigDecimal.valueOf(60),
                BigDecimal.ZERO,
                BigDecimal.valueOf(100));
    }

    private static Edition.Grade grade(String code, int from) {
        return new Edition.Grade(code, new Titles(code, code), BigDecimal.valueOf(from));
    }
}
