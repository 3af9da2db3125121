package cadre.engine.document;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private final Problems problems = new Problems();

    @Test
    void every_value_knows_its_pointer_line_and_column() {
        Datum datum = read("{\"a\": [1,\n  {\"b/c\": \"年\"}]}");
        assertThat(Walk.to("/a/1", datum).place()).isEqualTo(new Place("", 2, 3, "/a/1"));
        assertThat(Walk.to("/a/1/b~1c", datum))
                .isEqualTo(new Datum.Scalar(new Place("", 2, 11, "/a/1/b~1c"), Datum.Kind.TEXT, "年"));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void a_number_keeps_its_text() {
        assertThat(text(read("79.9950"))).isEqualTo("79.9950");
        assertThat(text(read("1e999999"))).isEqualTo("1e999999");
        assertThat(text(read("9".repeat(3_000)))).hasSize(3_000);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "{\"a\": NaN}",
                "[1, Infinity]",
                "{'a': 1}",
                "{\"a\": 1,}",
                "[1 /* two */]",
                "// nothing\n1",
                "{\"a\": 01}",
                "{\"a\": .5}",
                "{\"a\": +5}",
                "{\"a\"}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"line\nbreak\"}",
                "{\"a\": tru}",
                "[",
                "]",
                "{\"a\": 1",
                "\"open"
            })
    void refuses_what_json_does_not_have(String text) {
        assertThat(read(text)).isNull();
        assertThat(codes()).containsExactly("document.not-json");
    }

    @Test
    void tells_where_the_text_stops_being_json() {
        read("{\"a\": 1,\n \"b\": NaN}");
        assertThat(problems.all().get(0).place().line()).isEqualTo(2);
        assertThat(problems.all().get(0).arguments()).containsExactly("\"b\": NaN}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "\uFEFF"})
    void refuses_an_empty_body(String text) {
        assertThat(read(text)).isNull();
        assertThat(codes()).containsExactly("document.empty");
    }

    @Test
    void refuses_what_follows_the_value() {
        assertThat(read("{} {}")).isNull();
        assertThat(codes()).containsExactly("document.trailing");
    }

    @Test
    void tells_every_repeated_key_with_both_places() {
        read("{\"a\": 1,\n\"a\": 2, \"b\": {\"c\": 1, \"c\": 1}}");
        assertThat(problems.all())
                .extracting(p -> p.place().pointer(), Problem::arguments)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/a", List.of("a", "1", "2")),
                        org.assertj.core.groups.Tuple.tuple("/b/c", List.of("c", "2", "15")));
    }

    @Test
    void refuses_the_null_character_wherever_it_stands() {
        read("{\"a\": \"x\\u0000\", \"b\\u0000\": 1}");
        assertThat(codes()).containsExactly("document.null-character", "document.null-character");
    }

    @Test
    void refuses_half_a_character() {
        read("[\"\\ud83d\", \"\\ude00\", \"\\ud83d\\ude00\"]");
        assertThat(codes()).containsExactly("document.lone-surrogate", "document.lone-surrogate");
    }

    @Test
    void strips_a_byte_order_mark() {
        assertThat(text(read("\uFEFF1"))).isEqualTo("1");
    }

    @Test
    void refuses_other_encodings() {
        assertThat(JsonDocument.read("{\"a\": 1}".getBytes(UTF_16), problems)).isNull();
        assertThat(JsonDocument.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, problems))
                .isNull();
        assertThat(JsonDocument.read(new byte[] {'"', (byte) 0xE4, (byte) 0xB8}, problems))
                .isNull();
        assertThat(codes()).containsOnly("document.not-utf-8").hasSize(3);
    }

    @Test
    void refuses_ten_megabytes_after_reading_one() throws IOException {
        byte[] large = ("[" + "1,".repeat(5_000_000) + "1]").getBytes(UTF_8);
        InputStream stream = new ByteArrayInputStream(large);
        assertThat(JsonDocument.read(stream, DocumentLimits.DEFAULT, problems)).isNull();
        assertThat(stream.available()).isEqualTo(large.length - DocumentLimits.DEFAULT.bytes() - 1);
        assertThat(codes()).containsExactly("document.too-long");
    }

    @Test
    void refuses_deep_nesting() {
        read("[".repeat(500_000));
        read("{\"a\":".repeat(100_000));
        assertThat(codes()).containsExactly("document.too-deep", "document.too-deep");
        assertThat(read("[".repeat(32) + "]".repeat(32))).isNotNull();
    }

    @Test
    void refuses_more_values_and_longer_names_than_a_case_has() {
        read("[" + "[],".repeat(200_000) + "[]]");
        read("{\"" + "a".repeat(1_000) + "\": 1}");
        read(("{\"" + "a".repeat(100) + "\":").repeat(3) + "1}}}");
        assertThat(codes())
                .containsExactly("document.too-many-values", "document.pointer-too-long", "document.pointer-too-long");
    }

    @Test
    void refuses_a_text_that_is_too_long_and_reads_on() {
        assertThat(read("[\"" + "a".repeat(5_000) + "\", \"\\u0000\"]")).isNotNull();
        assertThat(codes()).containsExactly("document.text-too-long", "document.null-character");
    }

    @Test
    void stops_telling_when_there_are_too_many_problems() {
        read("{" + "\"a\":1,".repeat(100_000) + "\"a\":1}");
        assertThat(problems.size()).isBetween(DocumentLimits.PROBLEMS, DocumentLimits.PROBLEMS + 5);
        assertThat(codes()).last().isEqualTo("document.too-many-problems");
    }

    @Property(tries = 2_000)
    void never_throws_on_bytes(@ForAll byte[] bytes) {
        assertThatCode(() -> JsonDocument.read(bytes, new Problems())).doesNotThrowAnyException();
    }

    @Property(tries = 2_000)
    void never_throws_on_a_mangled_document(@ForAll int from, @ForAll int to, @ForAll byte with) {
        byte[] bytes = "{\"cadre\": {\"id\": \"C-1\", \"chief\": true}, \"list\": [1.5, null, \"年度\"]}".getBytes(UTF_8);
        bytes[Math.floorMod(from, bytes.length)] = with;
        bytes[Math.floorMod(to, bytes.length)] = bytes[Math.floorMod(from, bytes.length)];
        Problems found = new Problems();
        Datum datum = JsonDocument.read(bytes, found);
        assertThat(datum != null || !found.isEmpty()).isTrue();
    }

    private @Nullable Datum read(String text) {
        return JsonDocument.read(text.getBytes(UTF_8), problems);
    }

    private static String text(@Nullable Datum datum) {
        assertThat(datum).isInstanceOf(Datum.Scalar.class);
        return datum instanceof Datum.Scalar scalar ? scalar.text() : "";
    }

    private List<String> codes() {
        return problems.all().stream().map(Problem::code).toList();
    }
}
