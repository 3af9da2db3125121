package cadre.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private final Problems problems = new Problems();
    private final Values values = new Values(problems);

    @ParameterizedTest
    @CsvSource({
        "79.995, 79.995",
        "-0.10, -0.10",
        "0, 0",
        "1e3, 1000",
        "1.5E-3, 0.0015",
        "1e29, 100000000000000000000000000000"
    })
    void reads_a_decimal_exactly_with_its_scale(String text, String plain) {
        assertThat(values.decimal(number(text)).map(BigDecimal::toPlainString)).contains(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999, document.number-too-long",
        "1e-999999, document.number-too-long",
        "1e99999999999999, document.number-too-long",
        "1e30, document.number-too-long",
        "1234567890123456789012345678901, document.number-too-long",
        "0.1234567890123456789012345678901, document.number-too-long",
        "+1, document.number-form",
        ".5, document.number-form",
        "5., document.number-form",
        "007, document.number-form",
        "0x1F, document.number-form",
        ".nan, document.number-form",
    })
    void refuses_a_number_that_is_too_long_or_oddly_written(String text, String code) {
        assertThat(values.decimal(number(text))).isEmpty();
        assertThat(codes()).containsExactly(code);
    }

    @Property
    void a_decimal_never_needs_more_than_thirty_digits(
            @ForAll long unscaled, @ForAll @IntRange(min = -50, max = 50) int scale) {
        BigDecimal value = BigDecimal.valueOf(unscaled, scale);
        Optional<BigDecimal> read = new Values(new Problems()).decimal(number(value.toString()));
        assertThat(read.map(v -> v.toPlainString().length()).orElse(0)).isLessThanOrEqualTo(Values.DIGITS + 3);
        read.ifPresent(v -> assertThat(v).isEqualByComparingTo(value));
    }

    @Test
    void a_count_is_whole_and_not_negative() {
        assertThat(values.count(number("5.0"))).contains(new BigDecimal("5"));
        assertThat(values.count(number("0.5"))).isEmpty();
        assertThat(values.count(number("-1"))).isEmpty();
        assertThat(codes()).containsExactly("document.not-whole", "document.negative");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-29", "2026-1-1", "2026-13-01", "20260101", "0202-05-01", "9999-01-01", "+2026-01-01"})
    void refuses_a_day_that_is_not_in_the_calendar(String text) {
        assertThat(values.day(text(text))).isEmpty();
        assertThat(problems.size()).isEqualTo(1);
    }

    @Test
    void a_number_in_quotes_is_not_a_number_and_a_bare_number_is_not_a_text() {
        assertThat(values.decimal(text("5"))).isEmpty();
        assertThat(values.text(number("5"))).isEmpty();
        assertThat(codes()).containsExactly("document.expected-number", "document.expected-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u202Eb", "a\u200Bb", "\u0007"})
    void refuses_texts_that_cannot_be_seen(String text) {
        assertThat(values.text(text(text))).isEmpty();
        assertThat(problems.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a+b", "a#1", "a\u3000b"})
    void refuses_a_record_number_that_could_be_taken_for_two(String text) {
        assertThat(values.identifier(text(text))).isEmpty();
        assertThat(codes()).containsExactly("document.identifier-form");
    }

    @Test
    void takes_record_numbers_as_offices_write_them() {
        for (String id : List.of("C-1001", "〔2026〕12号", "N.7/3", "干部_1")) {
            assertThat(values.identifier(text(id))).contains(id);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x3164, 0x2800, 0xFE0F, 0xE000, 0x115F, 0xFFA0, 0xE0101, 0xF0000, 0x0301})
    void an_identifier_has_no_character_that_shows_as_nothing_or_joins_another(int c) {
        assertThat(values.identifier(text("e" + Character.toString(c) + "-1"))).isEmpty();
        assertThat(codes()).containsExactly("document.identifier-lookalike");
    }

    @Test
    void an_identifier_keeps_letters_written_as_one_character() {
        assertThat(values.identifier(text("\u00E9-\u53BF-1"))).contains("\u00E9-\u53BF-1");
    }

    @Test
    void suggests_the_nearest_word() {
        assertThat(values.word(text("SERIOS"), List.of("GENERAL", "SERIOUS"))).isEmpty();
        assertThat(values.word(text("nonsense"), List.of("GENERAL", "SERIOUS"))).isEmpty();
        assertThat(problems.all().get(0)).isEqualTo(Problem.of("document.misspelt-word", place(), "SERIOS", "SERIOUS"));
        assertThat(problems.all().get(1))
                .isEqualTo(Problem.of("document.unknown-word", place(), "nonsense", "GENERAL, SERIOUS"));
    }

    @Test
    void a_key_nobody_asks_for_is_refused_with_what_was_meant() {
        Datum.Mapping mapping = new Datum.Mapping(
                place(), java.util.Map.of("acutal", number("1"), "unit", text("d"), "zzz", number("2")));
        Fields fields = Fields.of(mapping, problems).orElseThrow();
        fields.required("actual");
        fields.required("unit");
        fields.refuseOthers();
        assertThat(codes())
                .containsExactlyInAnyOrder("document.missing-key", "document.misspelt-key", "document.unknown-key");
    }

    private static Datum number(String text) {
        return new Datum.Scalar(place(), Datum.Kind.NUMBER, text);
    }

    private static Datum text(String text) {
        return new Datum.Scalar(place(), Datum.Kind.TEXT, text);
    }

    private static Place place() {
        return new Place("", 1, 1, "/x");
    }

    private List<String> codes() {
        return problems.all().stream().map(Problem::code).toList();
    }
}
