package cadre.service.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import cadre.engine.document.Problems;
import cadre.engine.edition.EditionSources;
import java.util.Map;
import java.util.TreeMap;

/** A small edition that judges what no shipped one does: annual appraisals of 2026 at city level. */
public final class CityEdition {
    /** A case of it: with weight w of the ecological dimension, its total is 60 - w/20. */
    public static final String CASE = """
            {
              "cadre": { "id": "%s", "post": "mayor", "level": "CITY", "unit": "U-1", "chief": true, "probation": false },
              "appraisal": { "type": "ANNUAL", "from": "2026-01-01", "to": "2026-12-31" },
              "incidents": [ { "id": "N-1", "family": "ecological", "severity": "SERIOUS", "on": "2026-03-01", "verified": true } ]
            }
            """;

    private static final String HEAD = """
            edition: "city"
            version: "%s"
            title: { en: Criteria for cities, zh: 城市考核标准 }
            in-force: { from: 2026-01-01, to: 2026-12-31 }
            applies-to: { types: [ ANNUAL ], levels: [ CITY ] }
            basis: [ practice ]
            rounding: { places: 2, mode: HALF_UP }
            dimensions:
              ecological: { title: { en: Ecological, zh: 生态环境 }, weight: %d, start: 60, min: 0, max: 100 }
              performance: { title: { en: Performance, zh: 工作实绩 }, weight: %d, start: 60, min: 0, max: 100 }
            grades:
              - { code: EXCELLENT, title: { en: Excellent, zh: 优秀 }, from: 90 }
              - { code: INCOMPETENT, title: { en: Incompetent, zh: 不称职 }, from: 0 }
            registers: [ incidents ]
            """;
    private static final String PARAMETERS = """
            incident.deduction:
              title: { en: Points deducted for one incident, zh: 每起事件扣分 }
              unit: points
              values: [ { from: 2026-01-01, value: 5, reference: practice } ]
            """;
    private static final String INDICATORS = """
            air-quality-days: { title: { en: Days of good air, zh: 优良天数 }, unit: d, scale: 0, direction: HIGHER_IS_BETTER, family: ecological, kind: OUTCOME, required: false }
            """;
    private static final String RULES = """
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
            - case: An incident deducts five points
              given: { incidents: [ { family: ecological, severity: SERIOUS, on: 2026-05-01, verified: true } ] }
              expect: { fires: [ E-03 ], dimensions: { ecological: 55 } }
            - case: Without an incident nothing is deducted
              given: { incidents: [ ] }
              expect: { does-not-fire: [ E-03 ], dimensions: { ecological: 60 } }
            """;

    private CityEdition() {}

    /** Its files. */
    public static Map<String, byte[]> files(String version, int weight) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("edition.yaml", HEAD.formatted(version, weight, 100 - weight).getBytes(UTF_8));
        files.put("parameters.yaml", PARAMETERS.getBytes(UTF_8));
        files.put("indicators.yaml", INDICATORS.getBytes(UTF_8));
        files.put("ecological.drl", RULES.getBytes(UTF_8));
        files.put("ecological.cases.yaml", CASES.getBytes(UTF_8));
        return files;
    }

    static EditionSources sources(String version, int weight) {
        Problems problems = new Problems();
        return EditionSources.of(files(version, weight), problems)
                .orElseThrow(() -> new AssertionError(problems.all()));
    }
}
