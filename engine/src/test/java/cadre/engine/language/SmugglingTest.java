package cadre.engine.language;

import static cadre.engine.language.Marked.isAccepted;
import static cadre.engine.language.Marked.isRefused;
import static cadre.engine.language.Marked.rule;
import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that look like one thing to a person or to a whitelist, and are another to a compiler. */
class SmugglingTest {
    private static final String FLAG = "findings.flag( );";

    @Test
    void refuses_a_unicode_escape_that_closes_a_comment() {
        isRefused("backslash", rule("Cadre( )", FLAG + " /* ▶\\u002a\\u002f System.exit( 0 ); /* */"));
    }

    @Test
    void refuses_a_unicode_escape_that_closes_a_text() {
        isRefused("backslash", rule("Cadre( )", "findings.gate( \"x▶\\u0022); System.exit(0); (\\u0022\" );"));
    }

    @Test
    void refuses_a_backslash_wherever_it_stands() {
        isRefused("backslash", rule("Cadre( post == \"a▶\\\"b\" )", FLAG));
        isRefused("backslash", rule("Cadre( ) // c:▶\\temp", FLAG));
        isRefused("backslash", rule("Cadre( ▶\\u0063hief )", FLAG));
        isRefused("backslash", "▶\\" + rule("Cadre( )", FLAG));
        isRefused("backslash", rule("Cadre( )", FLAG).replace("practice", "practice▶\\n"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180E,
                0x2000, 0x2003, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202D, 0x202E, 0x202F,
                0x205F, 0x2060, 0x2063, 0x2066, 0x2067, 0x2069, 0x206F, 0x2800, 0x3164, 0xD800, 0xDFFF, 0xE000, 0xFE0F,
                0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE, 0xFFFF, 0x1D173, 0xE0001, 0xE0041, 0xE0100, 0xF0000, 0x10FFFF,
            })
    void refuses_what_cannot_be_seen_in_code_texts_and_comments(int point) {
        String character = point < 0x10000 ? String.valueOf((char) point) : Character.toString(point);
        isRefused("invisible-character", rule("Cadre(▶" + character + " )", FLAG));
        isRefused("invisible-character", rule("Cadre( post == \"a▶" + character + "b\" )", FLAG));
        isRefused("invisible-character", rule("Cadre( ) // a▶" + character + " b", FLAG));
        isRefused("invisible-character", rule("Cadre( ) /* a▶" + character + " b */", FLAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（", "）", "，", "；", "：", "．", "＝", "！", "＜", "＞", "＆", "｜", "＋", "－", "＊", "／", "＄", "＠", "ａ", "Ｚ", "０",
                "５", "“", "”", "＂", "　", "﹤", "﹥", "﹐"
            })
    void refuses_lookalikes_in_code(String character) {
        isRefused("lookalike-character", rule("Cadre( ▶" + character + " )", FLAG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"а", "с", "е", "ο", "干部", "é", "ß", "٣", "😀", "²½"})
    void refuses_foreign_letters_in_code(String letters) {
        String code =
                Glyphs.lookalike(letters.codePointAt(0)).isPresent() ? "lookalike-character" : "foreign-character";
        isRefused(code, rule("Cadre( ▶" + letters + "hief )", FLAG));
    }

    @Test
    void allows_chinese_and_full_width_characters_in_texts_and_comments() {
        isAccepted(rule("Cadre( post == \"县委书记，（正职）　“一把手”😀\" ) // 说明：（见附件）；“引号”", FLAG));
    }

    @Test
    void shows_which_key_to_press_for_a_lookalike() {
        Problem problem = Marked.problems(rule("Cadre（ chief )", FLAG)).get(0);
        assertThat(problem.message(java.util.Locale.ENGLISH)).contains("（", "U+FF08", "\"(\"");
    }

    @Test
    void tells_curly_quotes_once_and_reads_the_text_in_them() {
        assertThat(Marked.problems(rule("Cadre( post == “x” )", FLAG))).hasSize(1);
    }

    @Test
    void a_comment_cannot_hide_the_end_of_a_rule() {
        isRefused("unclosed-comment", rule("Cadre( )", FLAG) + "▶/* rule \"T-02\" when then end");
        isRefused("text-outside-rule", rule("Cadre( )", FLAG + " end /**/▶System.exit( 0 );"));
        isAccepted(rule("Cadre( /* ) then System.exit( 0 ); end */ )", FLAG));
        isAccepted(rule("Cadre( ) // */ then", FLAG));
    }

    @Test
    void a_line_comment_ends_where_an_editor_shows_its_end() {
        assertThat(Marked.problems(rule("Cadre( )", "// harmless\rSystem.exit( 0 );")))
                .hasSize(1);
    }

    @Test
    void a_text_is_not_code_and_code_is_not_text() {
        isAccepted(rule("Cadre( post == \") then System.exit( 0 ); end rule /* // \" )", FLAG));
        isRefused("unexpected", rule("Cadre( post == \"\"▶\" ) then \" )", FLAG));
        isRefused("unclosed-text", rule("Cadre( post == ▶\"two\n lines\" )", FLAG));
    }

    @Test
    void an_annotation_holds_no_code() {
        isRefused("annotation-value", rule("▶@at_most( \"x\" + System.exit( 0 ) )", "Cadre( )", FLAG));
        isRefused(
                "placeholder-form",
                rule("Cadre( )", FLAG).replace("    @says(\"Found\")", "    ▶@says(\"{System.exit(0)}\")"));
        isRefused(
                "unknown-placeholder",
                rule("Cadre( )", FLAG).replace("    @says(\"Found\")", "    ▶@says(\"{$nobody}\")"));
    }

    @Test
    void names_of_the_engine_cannot_be_named() {
        isRefused("unknown-type", rule("▶Object( )", FLAG));
        isRefused("unknown-type", rule("▶Always( )", FLAG));
        isRefused("unknown-type", rule("▶InitialFact( )", FLAG));
        isRefused("unknown-component", rule("Cadre( ▶class != null )", FLAG));
        isRefused("unknown-component", rule("Cadre( ▶hashCode > 0 )", FLAG));
        isRefused("unknown-component", rule("agenda-group \"use\"", "Finding( ▶stratum != null )", FLAG));
        isRefused(
                "unknown-component",
                rule("agenda-group \"use\"", "Finding( $t : ▶target )", FLAG).replace("$t : ▶", "▶$t : "));
        isRefused("unknown-constant", rule("Cadre( level == ▶Thread.NORM_PRIORITY )", FLAG));
        isRefused("variable-form", rule("Cadre( ▶$_internal : unit )", FLAG));
        isRefused("foreign-call", rule("Cadre( ▶Calc.plus( 1, 1 ) == 1 )", FLAG));
    }

    @Test
    void background_of_a_person_cannot_be_asked() {
        for (String background : new String[] {"name", "sex", "ethnicity", "birthplace", "age"}) {
            isRefused("unknown-component", rule("Cadre( ▶" + background + " == \"x\" )", FLAG));
        }
    }
}
