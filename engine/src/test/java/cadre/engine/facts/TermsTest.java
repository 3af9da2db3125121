package cadre.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/cadre/engine/facts");

    @ParameterizedTest
    @ValueSource(strings = {"terms.properties", "terms_zh.properties"})
    void every_word_has_a_title_and_every_title_has_a_word(String bundle) throws IOException {
        Properties titles = titles(bundle);
        Set<String> own = titles.stringPropertyNames();
        Set<String> words = Stream.of(
                        Vocabulary.types().stream().map(FactType::name),
                        components(own),
                        constants()
                                .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name()))
                .flatMap(names -> names)
                .collect(Collectors.toSet());

        assertThat(own).containsExactlyInAnyOrderElementsOf(words);
        assertThat(titles.values())
                .allSatisfy(title -> assertThat(title.toString())
                        .isNotBlank()
                        .isEqualTo(title.toString().strip()));
    }

    /** Of two keys that could title a component, the one that does. */
    private static Stream<String> components(Set<String> own) {
        return Vocabulary.types().stream()
                .flatMap(type -> type.components().stream()
                        .filter(component -> !component.hidden())
                        .map(component -> own.contains(type.name() + "." + component.name())
                                ? type.name() + "." + component.name()
                                : component.name()));
    }

    @Test
    void chinese_titles_are_chinese_and_english_ones_are_not() throws IOException {
        assertThat(titles("terms_zh.properties").values())
                .allSatisfy(title -> assertThat(title.toString()).containsPattern("\\p{IsHan}"));
        assertThat(titles("terms.properties").values())
                .allSatisfy(title -> assertThat(title.toString()).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void titles_are_found_by_language_whatever_the_country() {
        FactType incident = Vocabulary.type("Incident").orElseThrow();
        FactType.Component severity = incident.component("severity").orElseThrow();
        assertThat(Terms.of(Severity.SERIOUS, Locale.UK)).isEqualTo("serious");
        assertThat(Terms.of(Severity.SERIOUS, Locale.SIMPLIFIED_CHINESE)).isEqualTo("较大");
        assertThat(Terms.of(incident, Locale.FRANCE)).isEqualTo("incident");
        assertThat(Terms.of(incident, Locale.CHINESE)).isEqualTo("事件");
        assertThat(Terms.of(incident, severity, Locale.CHINESE)).isEqualTo("严重程度");
    }

    @Test
    void a_type_may_call_a_component_by_a_title_of_its_own() {
        FactType posting = Vocabulary.type("Posting").orElseThrow();
        FactType project = Vocabulary.type("Project").orElseThrow();
        assertThat(Terms.of(posting, posting.component("completed").orElseThrow(), Locale.ENGLISH))
                .isEqualTo("served out");
        assertThat(Terms.of(project, project.component("completed").orElseThrow(), Locale.ENGLISH))
                .isEqualTo("completed on");
    }

    @Test
    void no_two_constants_of_one_list_share_a_title() {
        constants()
                .collect(Collectors.groupingBy(Enum::getDeclaringClass))
                .values()
                .forEach(list -> List.of(Locale.ENGLISH, Locale.CHINESE)
                        .forEach(language -> assertThat(list)
                                .extracting(constant -> Terms.of(constant, language))
                                .doesNotHaveDuplicates()));
    }

    private static Stream<Enum<?>> constants() {
        return Vocabulary.types().stream()
                .flatMap(type -> type.components().stream())
                .map(component -> component.type().enumeration())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(list -> Stream.of(list.getEnumConstants()))
                .map(constant -> (Enum<?>) constant);
    }

    private static Properties titles(String bundle) throws IOException {
        Properties titles = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            titles.load(reader);
        }
        return titles;
    }
}
