package cadre.engine.cases;

import cadre.engine.casefile.CaseFile;
import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.Outcome.DimensionLine;
import cadre.engine.evaluation.Outcome.FindingLine;
import cadre.engine.evaluation.Outcome.FiringLine;
import cadre.engine.facts.Effect;
import cadre.engine.inference.RuleFailed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of an edition's cases, whoever evaluated them.
 *
 * @param results in the order of the cases
 * @param coverage for every rule of the edition, in their order
 */
public record CaseRun(List<Result> results, List<Coverage> coverage) {

    /**
     * What came of one case.
     *
     * @param mismatches where the outcome is not as expected; none if the case holds
     */
    public record Result(Scenario scenario, List<Problem> mismatches) {
        public boolean holds() {
            return mismatches.isEmpty();
        }
    }

    /**
     * How well cases prove a rule, counted over those that hold.
     *
     * @param fires in how many cases it is expected to fire
     * @param doesNotFire in how many it is expected not to
     */
    public record Coverage(String criterion, int fires, int doesNotFire) {}

    /** Runs cases through an evaluator of their edition. */
    public static CaseRun of(Edition edition, List<Scenario> scenarios, Function<CaseFile, Outcome> evaluator) {
        return of(
                edition,
                scenarios.stream().map(scenario -> result(scenario, evaluator)).toList());
    }

    /** Cases that have been run, with the coverage they give. */
    public static CaseRun of(Edition edition, List<Result> results) {
        Map<String, Integer> fires = new HashMap<>();
        Map<String, Integer> rests = new HashMap<>();
        results.stream()
                .filter(Result::holds)
                .map(result -> result.scenario().expect())
                .forEach(expect -> {
                    expect.fires().stream().distinct().forEach(id -> fires.merge(id, 1, Integer::sum));
                    expect.doesNotFire().stream().distinct().forEach(id -> rests.merge(id, 1, Integer::sum));
                });
        return new CaseRun(
                results,
                edition.criteria().stream()
                        .map(id -> new Coverage(id, fires.getOrDefault(id, 0), rests.getOrDefault(id, 0)))
                        .toList());
    }

    /** Runs one case. */
    public static Result result(Scenario scenario, Function<CaseFile, Outcome> evaluator) {
        return new Result(scenario, mismatches(scenario, evaluator));
    }

    /** Everything that is not as expected. */
    public List<Problem> mismatches() {
        return results.stream().flatMap(result -> result.mismatches().stream()).toList();
    }

    /** The rules that no case shows firing, or none shows not firing. */
    public List<Problem> gaps(Edition edition) {
        Problems gaps = new Problems();
        Map<String, Place> places = new HashMap<>();
        edition.rules().forEach(rule -> places.put(rule.id(), rule.place()));
        for (Coverage rule : coverage) {
            Place place = Objects.requireNonNull(places.get(rule.criterion()));
            if (rule.fires() == 0) {
                gaps.add("cases.never-fires", place, rule.criterion());
            }
            if (rule.doesNotFire() == 0) {
                gaps.add("cases.never-rests", place, rule.criterion());
            }
        }
        return gaps.all();
    }

    private static List<Problem> mismatches(Scenario scenario, Function<CaseFile, Outcome> evaluator) {
        try {
            return new Comparison(scenario, evaluator.apply(scenario.given())).mismatches();
        } catch (RuleFailed e) {
            return List.of(Problem.of("cases.rule-failed", scenario.place(), scenario.name(), e.criterion()));
        }
    }

    private static final class Comparison {
        private final Scenario scenario;
        private final Outcome outcome;
        private final List<Problem> found = new ArrayList<>();

        Comparison(Scenario scenario, Outcome outcome) {
            this.scenario = scenario;
            this.outcome = outcome;
        }

        List<Problem> mismatches() {
            Expectation expect = scenario.expect();
            Set<String> fired =
                    outcome.firings().stream().map(FiringLine::criterion).collect(Collectors.toSet());
            expect.fires().stream()
                    .filter(rule -> !fired.contains(rule))
                    .forEach(rule -> add("cases.should-fire", "fires " + rule, rule, sorted(fired)));
            expect.doesNotFire().stream()
                    .filter(fired::contains)
                    .forEach(rule -> add("cases.should-not-fire", "does-not-fire " + rule, rule));
            expect.dimensions()
                    .forEach((code, score) -> outcome.dimensions().stream()
                            .filter(line -> line.code().equals(code))
                            .map(DimensionLine::score)
                            .filter(actual -> actual.compareTo(score) != 0)
                            .forEach(actual ->
                                    add("cases.dimension", "dimensions " + code, code, plain(score), plain(actual))));
            expect.total()
                    .filter(total -> total.compareTo(outcome.total()) != 0)
                    .ifPresent(total -> add("cases.total", "total", plain(total), plain(outcome.total())));
            compare("cases.band", expect.band(), outcome.band());
            compare("cases.grade", expect.grade(), outcome.grade());
            compare(
                    "cases.status",
                    expect.status().map(Enum::name),
                    outcome.status().name());
            compare("cases.holds", expect.holds(), findings(Effect.HOLD, Comparison::holder));
            compare("cases.flags", expect.flags(), findings(Effect.FLAG, FindingLine::criterion));
            compare("cases.recommendations", expect.recommendations(), findings(Effect.RECOMMEND, FindingLine::action));
            return found;
        }

        private static @Nullable String holder(FindingLine finding) {
            return finding.criterion() == null ? finding.missing() : finding.criterion();
        }

        private Stream<String> findings(Effect effect, Function<FindingLine, @Nullable String> named) {
            return outcome.findings().stream()
                    .filter(finding -> finding.effect() == effect)
                    .map(finding -> Objects.requireNonNullElse(named.apply(finding), ""));
        }

        private void compare(String code, Optional<String> expected, @Nullable String actual) {
            expected.filter(value -> !value.equals(actual))
                    .ifPresent(value -> add(code, key(code), value, Objects.requireNonNullElse(actual, "-")));
        }

        private void compare(String code, Optional<List<String>> expected, Stream<String> actual) {
            Set<String> all = actual.collect(Collectors.toCollection(TreeSet::new));
            expected.filter(values -> !all.equals(new TreeSet<>(values)))
                    .ifPresent(values -> add(code, key(code), sorted(values), sorted(all)));
        }

        /** The key of an expectation, after which its problem is called. */
        private static String key(String code) {
            return code.substring(code.indexOf('.') + 1);
        }

        private void add(String code, String expectation, String... arguments) {
            found.add(Problem.of(
                    code,
                    scenario.place(expectation),
                    Stream.concat(Stream.of(scenario.name()), Stream.of(arguments))
                            .toArray()));
        }

        private static String sorted(Collection<String> values) {
            return values.isEmpty() ? "-" : String.join(", ", new TreeSet<>(values));
        }

        private static String plain(BigDecimal value) {
            return value.toPlainString();
        }
    }
}
