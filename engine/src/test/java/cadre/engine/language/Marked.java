package cadre.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import java.util.List;
import java.util.Locale;

/** A rule file for tests in which ▶ marks where the first problem is expected. */
record Marked(String text, int line, int column) {
    private static final String MARK = "▶";

    static Marked of(String text) {
        int at = text.indexOf(MARK);
        String before = text.substring(0, Math.max(at, 0));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        String lineBefore = before.substring(before.lastIndexOf('\n') + 1);
        return new Marked(text.replace(MARK, ""), line, 1 + lineBefore.codePointCount(0, lineBefore.length()));
    }

    /** A whole rule with this left and right side. */
    static String rule(String when, String then) {
        return rule("", when, then);
    }

    /** A whole rule of some stratum, such as {@code agenda-group "grade"}. */
    static String rule(String attribute, String when, String then) {
        return """
                rule "T-01 Does it work?"
                    @dimension("ecological")
                    @title_zh("测试")
                    @basis("practice")
                    @says("Found")
                    @says_zh("认定")
                    %s
                when
                    %s
                then
                    %s
                end
                """.formatted(attribute, when, then);
    }

    /** Everything that reading and checking tells. */
    static List<Problem> problems(String text) {
        Problems problems = new Problems();
        RuleFile file = RuleReader.read("t.drl", text, problems);
        RuleChecker.check(List.of(file), SampleNames.NAMES, problems);
        return problems.all();
    }

    /** The first problem is this one, at the mark, and reads well in both languages. */
    static void isRefused(String code, String marked) {
        Marked expected = of(marked);
        List<Problem> problems = problems(expected.text());
        assertThat(problems).as(expected.text()).isNotEmpty();
        Problem first = problems.get(0);
        assertThat(first.code()).as(expected.text() + problems).isEqualTo("language." + code);
        assertThat(first.place().file()).isEqualTo("t.drl");
        assertThat(first.place().line() + ":" + first.place().column())
                .as(expected.text() + first)
                .isEqualTo(expected.line() + ":" + expected.column());
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(first.message(language)).isNotBlank().doesNotContainPattern("\\{\\d");
            assertThat(first.remedy(language)).isNotBlank().doesNotContainPattern("\\{\\d");
        }
    }

    static void isAccepted(String text) {
        assertThat(problems(text)).as(text).isEmpty();
    }
}
