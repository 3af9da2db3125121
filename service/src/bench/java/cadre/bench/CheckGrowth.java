package cadre.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import cadre.engine.check.Check;
import cadre.engine.check.Check.Options;
import cadre.engine.check.Progress;
import cadre.engine.check.Report;
import cadre.engine.document.Problems;
import cadre.engine.edition.EditionSources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * How the processor time of a check grows with the edition: rules of one form over fifty indicators, two cases for each
 * rule. Every size is measured in a JVM of its own that has checked a small edition before, in another order every round.
 */
final class CheckGrowth {
    private static final int INDICATORS = 50;
    private static final int IN_A_FILE = 100;
    private static final int WARMING_UP = 100;
    private static final List<Integer> SIZES = List.of(250, 500, 1_000);

    private CheckGrowth() {}

    /** Argument: rounds. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        Map<Integer, List<Turn>> turns = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            List<Integer> order = new ArrayList<>(SIZES);
            Collections.shuffle(order, new Random(round));
            for (int rules : order) {
                turns.computeIfAbsent(rules, size -> new ArrayList<>()).add(turn(rules));
            }
        }
        report("the checking thread", Turn::thread, turns);
        report("the whole process, compiling its own code included", Turn::process, turns);
    }

    private static Turn turn(int rules) throws IOException {
        try (JavaProcess process =
                new JavaProcess(List.of("-Xmx1g", "-XX:+UseSerialGC"), Checking.class, String.valueOf(rules))) {
            return process.turn();
        }
    }

    private static void report(String what, ToLongFunction<Turn> time, Map<Integer, List<Turn>> turns) {
        System.out.printf("%n%s%n", what);
        int smallest = SIZES.get(0);
        double[] base = seconds(time, turns.get(smallest));
        turns.forEach((rules, measured) -> {
            double[] seconds = seconds(time, measured);
            double[] against = new double[seconds.length];
            Arrays.setAll(against, i -> seconds[i] / rules / (base[i] / smallest));
            System.out.printf(
                    "%5d rules: seconds %s; a rule against that of %d: %s%n",
                    rules, Spread.of(seconds), smallest, Spread.of(against));
        });
    }

    private static double[] seconds(ToLongFunction<Turn> time, List<Turn> turns) {
        return turns.stream().mapToDouble(turn -> time.applyAsLong(turn) / 1e9).toArray();
    }

    /** One check in a fresh JVM. */
    static final class Checking {
        private Checking() {}

        /** Argument: rules. */
        public static void main(String[] arguments) {
            int rules = Integer.parseInt(arguments[0]);
            EditionSources warmingUp = sources(WARMING_UP);
            EditionSources sources = sources(rules);
            demandClean(check(warmingUp), WARMING_UP);
            Turn.Begun turn = Turn.begin();
            Report report = check(sources);
            demandClean(report, rules);
            turn.end();
        }

        private static Report check(EditionSources sources) {
            return Check.of("generated", sources, Options.DEFAULT, Progress.NONE);
        }

        /** What was measured is a check that found nothing, and looked at everything. */
        private static void demandClean(Report report, int rules) {
            if (!report.problems().isEmpty()
                    || report.counts().rules() != rules
                    || report.counts().holding() != 2 * rules) {
                throw new IllegalStateException(report.counts() + " " + report.problems());
            }
        }
    }

    private static EditionSources sources(int rules) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("edition.yaml", """
                edition: "2026"
                version: "2026.1"
                title: { en: Generated, zh: 生成的标准 }
                in-force: { from: 2026-01-01, to: 2026-12-31 }
                basis: [ practice ]
                rounding: { places: 2, mode: HALF_UP }
                dimensions:
                  ecological: { title: { en: Ecological, zh: 生态环境 }, weight: 100, start: 60, min: 0, max: 100 }
                registers: [ incidents ]
                """.getBytes(UTF_8));
        StringBuilder indicators = new StringBuilder();
        for (int i = 0; i < INDICATORS; i++) {
            indicators.append(("figure-%d: { title: { en: Figure %d, zh: 指标%d }, unit: d, scale: 0,"
                            + " direction: HIGHER_IS_BETTER, family: ecological, kind: OUTCOME, required: false }%n")
                    .formatted(i, i, i));
        }
        files.put("indicators.yaml", indicators.toString().getBytes(UTF_8));
        StringBuilder parameters = new StringBuilder("""
                points.each:
                  title: { en: Points for one threshold, zh: 每项加分 }
                  unit: points
                  values: [ { from: 2026-01-01, value: 0.04, reference: practice } ]
                """);
        StringBuilder text = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            parameters.append("""
                    threshold.n%d:
                      title: { en: Threshold %d, zh: 界限%d }
                      unit: d
                      values: [ { from: 2026-01-01, value: %d, reference: practice } ]
                    """.formatted(i, i, i, i));
            text.append("""
                    rule "X-%d Does figure %d reach its threshold?"
                        @dimension("ecological")
                        @title_zh("指标是否达到界限？")
                        @basis("practice")
                        @says("{$actual} reaches {$threshold}: {$points} points")
                        @says_zh("{$actual}达到{$threshold}，加{$points}分")
                    when
                        Parameter( name == "points.each", $points : value )
                        Parameter( name == "threshold.n%d", $threshold : value )
                        Indicator( code == "figure-%d", actual == $threshold, $actual : actual )
                    then
                        findings.award( $points );
                    end
                    """.formatted(i, i, i, i % INDICATORS));
            cases.append("""
                    - case: Figure %d on its threshold
                      given: { indicators: [ { code: figure-%d, actual: %d, unit: d, verified: true } ] }
                      expect: { fires: [ X-%d ] }
                    - case: Figure %d beside its threshold
                      given: { indicators: [ { code: figure-%d, actual: %d, unit: d, verified: true } ] }
                      expect: { does-not-fire: [ X-%d ] }
                    """.formatted(i, i % INDICATORS, i, i, i, i % INDICATORS, i + 1, i));
            if ((i + 1) % IN_A_FILE == 0 || i + 1 == rules) {
                files.put("topic-%d.drl".formatted(i / IN_A_FILE), text.toString().getBytes(UTF_8));
                files.put("topic-%d.cases.yaml".formatted(i / IN_A_FILE), cases.toString().getBytes(UTF_8));
                text.setLength(0);
                cases.setLength(0);
            }
        }
        files.put("parameters.yaml", parameters.toString().getBytes(UTF_8));
        Problems problems = new Problems();
        return EditionSources.of(files, problems).orElseThrow(() -> new AssertionError(problems.all()));
    }
}
