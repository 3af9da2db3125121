package cadre.engine.evaluation;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.inference.Inferences;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleReader;
import cadre.engine.reference.ReferenceInference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An edition small enough to count by hand: two dimensions, four grades, rules that a test writes. */
final class SmallEdition {
    static final LocalDate DAY = LocalDate.parse("2026-12-31");

    /** Indicators say with their unit what to do: award and deduct give and take their actual, swing does both. */
    static final String RULES = """
            rule "A-01 Award"
                @dimension("one") @title_zh("加分") @basis("practice") @at_most("cap.one")
                @says("{$i} gives {$p}") @says_zh("{$i}加{$p}分")
            when
                Indicator( unit == "award", $i : id, $p : actual )
            then
                findings.award( $p );
            end

            rule "A-02 Deduct"
                @dimension("two") @title_zh("扣分") @basis("practice")
                @says("{$i} takes {$p}") @says_zh("{$i}扣{$p}分")
            when
                Indicator( unit == "deduct", $i : id, $p : actual )
            then
                findings.deduct( $p );
            end

            rule "A-03 Swing"
                @dimension("one") @title_zh("加减分") @basis("practice") @at_most("cap.swing")
                @says("{$i} gives {$p} and takes {$q}") @says_zh("{$i}加{$p}分扣{$q}分")
            when
                Indicator( unit == "swing", target != null, $i : id, $p : actual, $q : target )
            then
                findings.award( $p );
                findings.deduct( $q );
            end

            rule "A-04 Gate"
                @title_zh("一票否决") @basis("practice") @says("Gate on {$on}") @says_zh("{$on}否决")
            when
                Incident( severity == Severity.GRAVE, $on : on )
            then
                findings.gate( "INCOMPETENT" );
            end

            rule "A-05 Cap"
                @title_zh("封顶") @basis("practice") @says("Cap for a {$s} incident") @says_zh("{$s}事件封顶")
            when
                Incident( severity == Severity.MAJOR, $s : severity )
            then
                findings.cap( "COMPETENT" );
            end

            rule "A-06 Ungraded"
                @title_zh("不定等次") @basis("practice") @says("Under investigation") @says_zh("立案")
            when
                exists( Investigation( concluded == null ) )
            then
                findings.ungraded( );
            end

            rule "A-07 Hold"
                @title_zh("暂缓") @basis("practice") @says("Lead {$i} is not verified") @says_zh("线索{$i}未核实")
            when
                Unverified( type == "Lead", $i : id )
            then
                findings.hold( );
            end

            rule "B-01 Waive"
                @title_zh("容错") @basis("practice") @says("{$x} is set aside by {$s}") @says_zh("{$x}容错{$s}")
                agenda-group "adjust"
            when
                Waiver( $c : criterion, $f : fact, $s : share )
                Finding( criterion == $c, subject contains $f, $x : id )
            then
                findings.waive( $x, $s );
            end

            rule "C-01 Balance"
                @title_zh("平衡") @basis("practice") @says("{$d} is only {$v}") @says_zh("{$d}仅{$v}")
                agenda-group "grade"
            when
                Parameter( name == "balance.least", $least : value )
                DimensionScore( $d : dimension, $v : score, score < $least )
            then
                findings.cap( "BASIC" );
            end

            rule "D-01 Commend"
                @title_zh("表彰") @basis("practice") @says("Commended as {$g}") @says_zh("{$g}予以表彰")
                agenda-group "use"
            when
                Result( $g : grade, grade == "EXCELLENT", !held )
            then
                findings.recommend( "COMMEND" );
            end
            """;

    private final Map<String, Object> parameters = new LinkedHashMap<>(Map.of(
            "cap.one", new BigDecimal("10"),
            "cap.swing", new BigDecimal("3"),
            "balance.least", new BigDecimal("20")));
    private final List<String> registers = new ArrayList<>();
    private final Map<String, Edition.IndicatorLine> indicators = new LinkedHashMap<>();
    private final List<RuleFile> files = new ArrayList<>();
    private List<String> starts = List.of("80", "70.5");
    private List<Edition.Grade> grades = List.of(
            grade("EXCELLENT", "Excellent", "优秀", "90"),
            grade("COMPETENT", "Competent", "称职", "70"),
            grade("BASIC", "Basically competent", "基本称职", "60"),
            grade("INCOMPETENT", "Incompetent", "不称职", "0"));

    static SmallEdition ofRules(String... texts) {
        SmallEdition edition = new SmallEdition();
        for (String text : texts) {
            Problems problems = new Problems();
            edition.files.add(RuleReader.read("rules-" + edition.files.size() + ".drl", text, problems));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(problems.all().toString());
            }
        }
        return edition;
    }

    SmallEdition parameter(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    SmallEdition register(String name) {
        registers.add(name);
        return this;
    }

    SmallEdition required(String code) {
        indicators.put(
                code,
                new Edition.IndicatorLine(
                        code,
                        new Titles("Days of good air", "优良天数"),
                        "d",
                        0,
                        Edition.Direction.HIGHER_IS_BETTER,
                        "ecological",
                        Edition.Kind.OUTCOME,
                        true));
        return this;
    }

    SmallEdition startingAt(String start) {
        starts = List.of(start, start);
        return this;
    }

    SmallEdition withoutGrades() {
        grades = List.of();
        return this;
    }

    Evaluator evaluator() {
        Edition edition = edition();
        return evaluator(edition, (day, limits) -> new ReferenceInference(edition, day, limits));
    }

    static Evaluator evaluator(Edition edition, Inferences inferences) {
        return new Evaluator(edition, inferences, Map.of("cadre", "1.0.0", "drools", "10.2.0"));
    }

    Edition edition() {
        Map<String, Edition.ParameterLine> lines = new LinkedHashMap<>();
        parameters.forEach((name, value) -> lines.put(
                name,
                new Edition.ParameterLine(
                        name,
                        new Titles(name, name),
                        "points",
                        List.of(new Edition.DatedValue(LocalDate.parse("2026-01-01"), value, "practice")))));
        return new Edition(
                "2026",
                "2026.1",
                new Titles("Small", "小"),
                LocalDate.parse("2026-01-01"),
                DAY,
                List.of(),
                List.of(),
                List.of("practice"),
                new Edition.Rounding(2, RoundingMode.HALF_UP),
                List.of(
                        dimension("one", "One", "一", "60", starts.get(0)),
                        dimension("two", "Two", "二", "40", starts.get(1))),
                grades,
                Map.of("COMMEND", new Titles("Commend", "表彰")),
                registers,
                lines,
                indicators,
                files,
                "sha256:0");
    }

    private static Edition.Dimension dimension(String code, String en, String zh, String weight, String start) {
        return new Edition.Dimension(
                code,
                new Titles(en, zh),
                new BigDecimal(weight),
                new BigDecimal(start),
                BigDecimal.ZERO,
                BigDecimal.valueOf(100));
    }

    private static Edition.Grade grade(String code, String en, String zh, String from) {
        return new Edition.Grade(code, new Titles(en, zh), new BigDecimal(from));
    }
}
