package cadre.engine.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import cadre.engine.document.Problems;
import java.util.Map;

/** An edition with one rule, for tests of what reads editions and case files. */
public final class SmallEdition {
    public static final String HEAD = """
            edition: "2026"
            version: "2026.1"
            title: { en: Annual appraisal criteria, zh: 年度考核标准 }
            in-force: { from: 2026-01-01, to: 2026-12-31 }
            applies-to: { types: [ ANNUAL ], levels: [ COUNTY, TOWNSHIP ] }
            basis: [ 党政领导干部考核工作条例 (2019) ]
            rounding: { places: 2, mode: HALF_UP }
            dimensions:
              ecological: { title: { en: Ecological, zh: 生态环境 }, weight: 15, start: 60, min: 0, max: 100 }
              performance: { title: { en: Performance, zh: 工作实绩 }, weight: 85, start: 60, min: 0, max: 100 }
            grades:
              - { code: EXCELLENT, title: { en: Excellent, zh: 优秀 }, from: 90 }
              - { code: INCOMPETENT, title: { en: Incompetent, zh: 不称职 }, from: 0 }
            actions: { COMMEND: { en: Commend, zh: 表彰 } }
            registers: [ sanctions, leads ]
            round: { quota: { grade: EXCELLENT, share: 0.20, rounding: FLOOR, tie-break: [ performance ] }, publicity-days: 5 }
            """;
    public static final String PARAMETERS = """
            ecological.incident.deduction:
              title: { en: Points deducted for one ecological incident, zh: 每起生态环境事件扣分 }
              unit: points
              values: [ { from: 2026-01-01, value: 5, reference: 生态文明建设目标评价考核办法 (2016), practice } ]
            votes.competent:
              title: { en: Votes for Competent or better, zh: 优秀和称职票 }
              unit: share
              values:
                - { from: 2020-01-01, value: 2/3, reference: practice }
                - { from: 2026-07-01, value: 3/4, reference: practice }
            """;
    public static final String INDICATORS = """
            air-quality-days: { title: { en: Days of good air, zh: 优良天数 }, unit: d, scale: 0, direction: HIGHER_IS_BETTER, family: ecological, kind: OUTCOME, required: true }
            gdp-growth: { title: { en: Growth, zh: 增速 }, unit: "%", scale: 2, direction: HIGHER_IS_BETTER, family: speed-and-scale, kind: OUTCOME, required: false }
            """;
    public static final String RULES = """
            rule "E-03 Ecological incident"
                @dimension("ecological")
                @title_zh("生态环境事件")
                @basis("生态文明建设目标评价考核办法 (2016), practice")
                @says("A {$severity} incident on {$on} deducts {$points} points")
                @says_zh("{$on} 发生{$severity}事件，扣{$points}分")
            when
                Parameter( name == "ecological.incident.deduction", $points : value )
                Incident( family == "ecological", $severity : severity, $on : on )
            then
                findings.deduct( $points );
            end
            """;

    private SmallEdition() {}

    public static Map<String, byte[]> files() {
        return Map.of(
                "edition.yaml", HEAD.getBytes(UTF_8),
                "parameters.yaml", PARAMETERS.getBytes(UTF_8),
                "indicators.yaml", INDICATORS.getBytes(UTF_8),
                "ecological.drl", RULES.getBytes(UTF_8));
    }

    public static Edition read() {
        Problems problems = new Problems();
        return EditionReader.read(files(), problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }
}
