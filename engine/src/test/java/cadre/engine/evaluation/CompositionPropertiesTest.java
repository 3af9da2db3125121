package cadre.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.casefile.CaseFile;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.facts.Effect;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every outcome, whatever the facts. */
class CompositionPropertiesTest {
    private static final Evaluator EVALUATOR =
            SmallEdition.ofRules(SmallEdition.RULES).register("sanctions").evaluator();
    private static final Evaluator REORDERED = SmallEdition.ofRules(reversed(SmallEdition.RULES))
            .register("sanctions")
            .evaluator();

    @Property(tries = 500)
    void a_score_is_start_and_the_sum_of_its_findings_within_bounds(@ForAll("cases") CaseFile caseFile) {
        Outcome outcome = EVALUATOR.evaluate(caseFile);
        for (DimensionLine line : outcome.dimensions()) {
            BigDecimal sum = line.start().add(sum(outcome, line.code()));
            BigDecimal within = sum.max(line.min()).min(line.max());
            assertThat(line.score().subtract(within).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
            assertThat(line.score()).isBetween(line.min(), line.max());
        }
    }

    @Property(tries = 500)
    void no_criterion_counts_for_more_than_its_bound_or_more_than_it_found(@ForAll("cases") CaseFile caseFile) {
        Outcome outcome = EVALUATOR.evaluate(caseFile);
        Map<String, BigDecimal> sums = new HashMap<>();
        for (FindingLine line : points(outcome)) {
            BigDecimal points = Objects.requireNonNull(line.points());
            BigDecimal applied = Objects.requireNonNull(line.applied());
            assertThat(applied.abs()).isLessThanOrEqualTo(points.abs());
            assertThat(applied.signum() * points.signum()).isNotNegative();
            sums.merge(String.valueOf(line.criterion()), applied, BigDecimal::add);
        }
        for (Outcome.Bound bound : outcome.bounds()) {
            assertThat(Objects.requireNonNull(sums.get(bound.criterion())).abs())
                    .isLessThanOrEqualTo(bound.atMost());
        }
    }

    @Property(tries = 500)
    void shares_of_a_finding_add_up_to_at_most_one(@ForAll("cases") CaseFile caseFile) {
        Outcome outcome = EVALUATOR.evaluate(caseFile);
        Map<String, BigDecimal> sums = new HashMap<>();
        for (FindingLine line : outcome.findings()) {
            if (line.effect() == Effect.WAIVE) {
                BigDecimal share = Objects.requireNonNull(line.appliedShare());
                assertThat(share).isBetween(BigDecimal.ZERO, Objects.requireNonNull(line.share()));
                sums.merge(Objects.requireNonNull(line.target()), share, BigDecimal::add);
            }
        }
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(BigDecimal.ONE));
    }

    @Property(tries = 500)
    void a_gate_always_wins_and_ungraded_beats_all(@ForAll("cases") CaseFile caseFile) {
        Outcome outcome = EVALUATOR.evaluate(caseFile);
        boolean ungraded = outcome.findings().stream().anyMatch(line -> line.effect() == Effect.UNGRADED);
        boolean gate = outcome.findings().stream().anyMatch(line -> line.effect() == Effect.GATE);
        if (ungraded) {
            assertThat(outcome.grade()).isEqualTo(Outcome.NOT_GRADED);
        } else if (gate) {
            assertThat(outcome.grade()).isEqualTo("INCOMPETENT");
        } else {
            List<String> codes = outcome.scale().grades().stream()
                    .map(Outcome.GradeLine::code)
                    .toList();
            assertThat(codes.indexOf(outcome.grade())).isGreaterThanOrEqualTo(codes.indexOf(outcome.band()));
        }
    }

    @Property(tries = 300)
    void the_order_of_facts_and_of_rules_never_matters(@ForAll("cases") CaseFile caseFile, @ForAll Random random) {
        byte[] bytes = OutcomeJson.write(EVALUATOR.evaluate(caseFile));
        List<CaseFile.Entry> shuffled = new ArrayList<>(caseFile.entries());
        Collections.shuffle(shuffled, random);

        assertThat(OutcomeJson.write(REORDERED.evaluate(Facts.ofEntries(shuffled))))
                .isEqualTo(bytes);
    }

    @Property(tries = 500)
    void every_outcome_comes_to_the_same_when_counted_again(@ForAll("cases") CaseFile caseFile) {
        byte[] bytes = OutcomeJson.write(EVALUATOR.evaluate(caseFile));
        Recount.check(bytes);
        assertThat(OutcomeJson.write(OutcomeReader.read(bytes))).isEqualTo(bytes);
        Outcome numbers = OutcomeReader.readNumbers(bytes);
        Outcome decision = OutcomeReader.readDecision(bytes);
        assertThat(decision)
                .usingRecursiveComparison()
                .ignoringFields("firings", "bounds", "excluded", "unused", "engine")
                .isEqualTo(numbers);
        assertThat(decision.firings()).isEmpty();
    }

    @Provide
    Arbitrary<CaseFile> cases() {
        Arbitrary<BigDecimal> points = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(30))
                .ofScale(3);
        Arbitrary<Fact> award = points.map(p -> Facts.award("", p.toString()));
        Arbitrary<Fact> deduct = points.map(p -> Facts.deduct("", p.toString()));
        Arbitrary<Fact> swing =
                Combinators.combine(points, points).as((p, q) -> Facts.swing("", p.toString(), q.toString()));
        Arbitrary<Fact> incident = Arbitraries.of(Severity.class).map(severity -> Facts.incident("", severity));
        Arbitrary<Fact> waiver = Combinators.combine(
                        Arbitraries.of("A-01", "A-02", "A-03", "A-04", "A-05"),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.of("0.25", "0.5", "0.75", "1"))
                .as((criterion, fact, share) -> Facts.waiver("", criterion, "X-" + fact, share));
        Arbitrary<Fact> rest = Arbitraries.of(
                Facts.lead(""), Facts.consulted("sanctions"), Facts.consulted("leads"), Facts.investigation(""));
        Arbitrary<Fact> fact = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, award),
                net.jqwik.api.Tuple.of(4, deduct),
                net.jqwik.api.Tuple.of(4, swing),
                net.jqwik.api.Tuple.of(2, incident),
                net.jqwik.api.Tuple.of(6, waiver),
                net.jqwik.api.Tuple.of(1, rest));
        Arbitrary<Boolean> verified =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(9, true), net.jqwik.api.Tuple.of(1, false));
        return Combinators.combine(fact, verified)
                .as((f, v) -> new CaseFile.Entry(f, v, null, null))
                .list()
                .ofMaxSize(12)
                .map(CompositionPropertiesTest::numbered);
    }

    private static CaseFile numbered(List<CaseFile.Entry> entries) {
        List<CaseFile.Entry> numbered = new ArrayList<>();
        for (CaseFile.Entry entry : entries) {
            Fact fact = Facts.withId(entry.fact(), "X-" + numbered.size());
            numbered.add(new CaseFile.Entry(fact, entry.verified(), null, null));
        }
        return Facts.ofEntries(numbered);
    }

    private static BigDecimal sum(Outcome outcome, String dimension) {
        return points(outcome).stream()
                .filter(line -> dimension.equals(line.dimension()))
                .map(line -> Objects.requireNonNull(line.applied()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<FindingLine> points(Outcome outcome) {
        return outcome.findings().stream()
                .filter(line -> line.effect() == Effect.POINTS)
                .toList();
    }

    /** The same rules in the opposite order, each in a file of its own. */
    private static String[] reversed(String rules) {
        List<String> files = new ArrayList<>(Arrays.asList(rules.split("(?=rule \")")));
        Collections.reverse(files);
        return files.toArray(String[]::new);
    }
}
