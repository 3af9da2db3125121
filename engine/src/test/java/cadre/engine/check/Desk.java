package cadre.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import cadre.engine.edition.EditionSources;
import java.util.Map;
import java.util.TreeMap;

/** An edition with two rules and no problem, for tests to change. */
final class Desk {
    private static final String HEAD = """
            edition: "2026"
            version: "2026.1"
            title: { en: Annual appraisal criteria, zh: 年度考核标准 }
            in-force: { from: 2026-01-01, to: 2026-12-31 }
            applies-to: { types: [ ANNUAL ], levels: [ COUNTY, TOWNSHIP ] }
            basis: [ practice ]
            rounding: { places: 2, mode: HALF_UP }
            dimensions:
              ecological: { title: { en: Ecological, zh: 生态环境 }, weight: 100, start: 60, min: 0, max: 100 }
            grades:
              - { code: EXCELLENT, title: { en: Excellent, zh: 优秀 }, from: 90 }
              - { code: INCOMPETENT, title: { en: Incompetent, zh: 不称职 }, from: 0 }
            actions: { COMMEND: { en: Commend, zh: 表彰 } }
            registers: [ incidents ]
            """;
    private static final String PARAMETERS = """
            quality.floor:
              title: { en: Attainment that earns points, zh: 得分的完成率 }
              unit: share
              values: [ { from: 2026-01-01, value: 0.80, reference: practice } ]
            quality.points:
              title: { en: Points for good air, zh: 优良天数加分 }
              unit: points
              values: [ { from: 2026-01-01, value: 8, reference: practice } ]
            incident.deduction:
              title: { en: Points deducted for one incident, zh: 每起事件扣分 }
              unit: points
              values: [ { from: 2026-01-01, value: 5, reference: practice } ]
            """;
    private static final String INDICATORS = """
            air-quality-days: { title: { en: Days of good air, zh: 优良天数 }, unit: d, scale: 0, direction: HIGHER_IS_BETTER, family: ecological, kind: OUTCOME, required: false }
            """;
    private static final String RULES = """
            rule "E-01 Was the air good?"
                @dimension("ecological")
                @title_zh("空气是否优良？")
                @basis("practice")
                @says("{$actual} days of good air earn {$points} points")
                @says_zh("优良天数{$actual}，加{$points}分")
            when
                Parameter( name == "quality.floor", $floor : value )
                Parameter( name == "quality.points", $points : value )
                Indicator( code == "air-quality-days", $actual : actual, Figures.attainment( actual, target ) >= $floor )
            then
                findings.award( $points );
            end

            rule "E-03 Did an incident happen?"
                @dimension("ecological")
                @title_zh("是否发生事件？")
                @basis("practice")
                @says("A {$severity} incident on {$on} deducts {$points} points")
                @says_zh("{$on}发生{$severity}事件，扣{$points}分")
            when
                Parameter( name == "incident.deduction", $points : value )
                Incident( family == "ecological", $severity : severity, $on : on )
            then
                findings.deduct( $points );
            end
            """;
    private static final String CASES = """
            - case: Four fifths of the target earn points
              given: { indicators: [ { code: air-quality-days, actual: 240, target: 300, unit: d, verified: true } ] }
              expect: { fires: [ E-01 ], does-not-fire: [ E-03 ], dimensions: { ecological: 68 } }
            - case: One day less does not, and an incident deducts
              given:
                indicators: [ { code: air-quality-days, actual: 239, target: 300, unit: d, verified: true } ]
                incidents: [ { family: ecological, severity: SERIOUS, on: 2026-05-01, verified: true } ]
              expect: { fires: [ E-03 ], does-not-fire: [ E-01 ], dimensions: { ecological: 55 } }
            - case: One day less without an incident earns and deducts nothing
              given: { indicators: [ { code: air-quality-days, actual: 239, target: 300, unit: d, verified: true } ] }
              expect: { does-not-fire: [ E-01, E-03 ], dimensions: { ecological: 60 } }
            """;

    private final Map<String, byte[]> files = new TreeMap<>();

    Desk() {
        put("edition.yaml", HEAD);
        put("parameters.yaml", PARAMETERS);
        put("indicators.yaml", INDICATORS);
        put("ecological.drl", RULES);
        put("ecological.cases.yaml", CASES);
    }

    Desk put(String file, String text) {
        files.put(file, text.getBytes(UTF_8));
        return this;
    }

    Desk put(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    Desk without(String file) {
        files.remove(file);
        return this;
    }

    String text(String file) {
        return new String(files.getOrDefault(file, new byte[0]), UTF_8);
    }

    /** Replaces a text that stands there, the first time it does. */
    Desk change(String file, String from, String to) {
        String text = text(file);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return put(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    EditionSources sources() {
        Problems problems = new Problems();
        return EditionSources.of(files, problems).orElseThrow(() -> new AssertionError(problems.all()));
    }

    Report read() {
        return Check.read("desk", sources());
    }

    /** The whole check, without case files made by chance. */
    Report check() {
        return Check.of("desk", sources(), new Check.Options(0, false), Progress.NONE);
    }
}
