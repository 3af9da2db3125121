package cadre.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import cadre.engine.check.Check;
import cadre.engine.check.Check.Options;
import cadre.engine.check.Progress;
import cadre.engine.check.Report;
import cadre.engine.document.Problems;
import cadre.engine.edition.EditionSources;
import java.util.Map;
import java.util.TreeMap;

/** How the time of a check grows with the edition: rules of one form over fifty indicators, two cases for each rule. */
final class CheckGrowth {
    private static final int INDICATORS = 50;
    private static final int IN_A_FILE = 100;
    private static final int[] SIZES = {100, 250, 500, 1_000};

    private CheckGrowth() {}

    public static void main(String[] arguments) {
        double smallest = 0;
        for (int rules : SIZES) {
            EditionSources sources = sources(rules);
            long begin = System.nanoTime();
            Report report = Check.of("generated", sources, Options.DEFAULT, Progress.NONE);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double each = 1_000 * seconds / rules;
            if (rules == SIZES[1]) {
                smallest = each;
            }
            System.out.printf(
                    "%5d rules, %5d of %5d cases hold, %d problems: %6.1f s, %5.1f ms a rule%s%n",
                    rules,
                    report.counts().holding(),
                    report.counts().cases(),
                    report.problems().size(),
                    seconds,
                    each,
                    smallest == 0 ? " (warming up)" : ", %.2f of that of %d".formatted(each / smallest, SIZES[1]));
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
        StringBuilder parameters = new StringBuilder();
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
                        @title_zh("指标是否达到界限？")
                        @basis("practice")
                        @says("{$actual} reaches {$threshold}")
                        @says_zh("{$actual}达到{$threshold}")
                    when
                        Parameter( name == "threshold.n%d", $threshold : value )
                        Indicator( code == "figure-%d", actual == $threshold, $actual : actual )
                    then
                        findings.flag( );
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
