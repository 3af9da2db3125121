package cadre.engine.document;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
    private static final String EDITION = """
            edition: "2026"
            in-force: { from: 2026-01-01, to: }   # a comment
            dimensions:
              ecological: { title: { en: Ecological, zh: 生态环境 }, weight: 15.50 }
            basis: [ a, 'b', "c" ]
            """;

    private final Problems problems = new Problems();

    @Test
    void every_value_knows_its_file_line_column_and_pointer() {
        assertThat(Walk.to("/dimensions/ecological/weight", read(EDITION)))
                .isEqualTo(new Datum.Scalar(
                        new Place("e.yaml", 4, 62, "/dimensions/ecological/weight"), Datum.Kind.NUMBER, "15.50"));
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "15.50, NUMBER", "-3, NUMBER", "0x1F, NUMBER", ".inf, NUMBER", "1e3, NUMBER", "true, BOOLEAN", "yes, TEXT",
        "no, TEXT", "on, TEXT", "null, NOTHING", "~, NOTHING", "2026-01-01, TEXT", "2/3, TEXT", "1_000, TEXT",
        "12:30, TEXT", "'\"15.50\"', TEXT", "<<, TEXT"
    })
    void reads_plain_values_by_the_core_schema(String text, Datum.Kind kind) {
        assertThat(((Datum.Scalar) Walk.to("/a", read("a: " + text))).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1 | document.anchor",
                "a: *x | document.anchor",
                "a: !!str 1 | document.tag",
                "a: !!java.net.URL [x] | document.tag",
                "? [ a ] : 1 | document.key-not-text",
                "[ 1, 2 | document.not-yaml",
                "a: b: c | document.not-yaml",
                "a: '1 | document.not-yaml",
                "@a | document.not-yaml",
            })
    void refuses_what_an_edition_never_needs(String text, String code) {
        read(text);
        assertThat(codes()).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n---\nb: 2\n", "--- a\n--- b\n"})
    void refuses_a_second_document(String text) {
        assertThat(read(text)).isNull();
        assertThat(codes()).containsExactly("document.trailing");
    }

    @Test
    void refuses_directives() {
        read("%YAML 1.1\n---\na: 1\n");
        assertThat(codes()).containsExactly("document.directive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "\n\n"})
    void refuses_an_empty_file(String text) {
        assertThat(read(text)).isNull();
        assertThat(codes()).containsExactly("document.empty");
    }

    @Test
    void refuses_a_repeated_key_with_both_places() {
        read("a: 1\nb: 2\na: 3\n");
        assertThat(problems.all())
                .containsExactly(Problem.of("document.duplicate-key", new Place("e.yaml", 3, 1, "/a"), "a", 1, 1));
    }

    @Test
    void strips_a_byte_order_mark_and_refuses_other_encodings() {
        assertThat(read("\uFEFFa: 1")).isInstanceOf(Datum.Mapping.class);
        assertThat(problems.all()).isEmpty();
        for (Charset charset : List.of(UTF_16LE, Charset.forName("GB18030"))) {
            assertThat(YamlDocument.read("e.yaml", "\uFEFFa: 年".getBytes(charset), problems))
                    .isNull();
        }
        assertThat(codes()).containsExactly("document.not-utf-8", "document.not-utf-8");
    }

    @Test
    void refuses_deep_nesting_in_either_style() {
        read("[".repeat(500_000));
        read("- ".repeat(1_000) + "a");
        read("{a: ".repeat(50_000));
        assertThat(codes()).containsOnly("document.too-deep").hasSize(3);
    }

    @Test
    void a_full_width_colon_is_called_by_its_name_and_read_as_what_was_meant() {
        Datum datum = read("a: { en：Commend, share：0.80, \"zh\": 表彰：好 }");
        assertThat(problems.all())
                .extracting(Problem::code, problem -> problem.place().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("document.full-width-colon", "e.yaml:1:8"),
                        org.assertj.core.groups.Tuple.tuple("document.full-width-colon", "e.yaml:1:23"));
        assertThat(problems.all().get(0).message(java.util.Locale.ENGLISH)).contains("colon after en");
        assertThat(((Datum.Mapping) java.util.Objects.requireNonNull(
                                ((Datum.Mapping) java.util.Objects.requireNonNull(datum))
                                        .entries()
                                        .get("a")))
                        .entries())
                .containsOnlyKeys("en", "share", "zh");
    }

    @Test
    void where_it_keeps_the_rest_from_being_read_the_colon_is_still_what_is_told() {
        read("edition：\"2026\"\nversion: \"2026.1\"\n");
        read("- case: A\n  given：{ incidents: [ ] }\n  expect: { }\n");
        assertThat(problems.all())
                .extracting(Problem::code, problem -> problem.place().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("document.full-width-colon", "e.yaml:1:8"),
                        org.assertj.core.groups.Tuple.tuple("document.full-width-colon", "e.yaml:2:8"));
    }

    @Test
    void a_tab_before_a_line_is_called_by_its_name() {
        read("a:\n\tb: 1\n");
        assertThat(problems.all())
                .extracting(Problem::code, problem -> problem.place().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("document.tab", "e.yaml:2:1"));
    }

    @Test
    void refuses_the_null_character() {
        read("a: \"\\0\"");
        assertThat(codes()).containsExactly("document.null-character");
    }

    @Property(tries = 3_000)
    void never_throws_on_a_mangled_file(@ForAll int at, @ForAll byte with, @ForAll int cut) {
        byte[] whole = EDITION.getBytes(UTF_8);
        whole[Math.floorMod(at, whole.length)] = with;
        byte[] bytes = java.util.Arrays.copyOf(whole, Math.floorMod(cut, whole.length) + 1);
        Problems found = new Problems();
        Datum datum = YamlDocument.read("e.yaml", bytes, found);
        assertThat(datum != null || !found.isEmpty()).isTrue();
    }

    @Property(tries = 2_000)
    void never_throws_on_yaml_like_text(
            @ForAll
                    @net.jqwik.api.constraints.Chars({
                        '-', ' ', ':', '\n', '[', '{', '"', '&', '*', '!', '%', '?', '|', '>', '\t', 'a', '#'
                    })
                    String text) {
        Problems found = new Problems();
        Datum datum = YamlDocument.read("e.yaml", text.getBytes(UTF_8), found);
        assertThat(datum != null || !found.isEmpty()).isTrue();
    }

    private @Nullable Datum read(String text) {
        return YamlDocument.read("e.yaml", text.getBytes(UTF_8), problems);
    }

    private List<String> codes() {
        return problems.all().stream().map(Problem::code).toList();
    }
}
