package cadre.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEXTS = Path.of("src/main/resources/cadre/engine");

    static List<String> areas() throws IOException {
        try (Stream<Path> found = Files.list(TEXTS)) {
            return found.filter(area -> Files.exists(area.resolve("problems.properties")))
                    .map(area -> area.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void every_problem_has_a_message_and_a_remedy_in_both_languages(String area) throws IOException {
        Set<String> used = used(area);
        assertThat(used).isNotEmpty();
        for (String bundle : List.of("problems.properties", "problems_zh.properties")) {
            Set<String> keys = texts(area, bundle).stringPropertyNames();
            assertThat(keys)
                    .as(bundle)
                    .containsExactlyInAnyOrderElementsOf(used.stream()
                            .flatMap(code -> Stream.of(code, code + ".remedy"))
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void both_languages_say_the_same_things(String area) throws IOException {
        Properties english = texts(area, "problems.properties");
        Properties chinese = texts(area, "problems_zh.properties");
        english.forEach((key, text) -> assertThat(placeholders(chinese.getProperty(key.toString())))
                .as(area + "." + key)
                .isEqualTo(placeholders(text.toString())));
    }

    @Test
    void words_of_the_program_are_told_in_the_language_of_the_reader() {
        Place place = Place.at("a.drl", 1, 1);
        Problem grade = Problem.of("language.unknown-code", place, "grade", "grade", "GOOD");
        assertThat(grade.message(Locale.ENGLISH)).isEqualTo("There is no grade \"grade\".");
        assertThat(grade.message(Locale.CHINESE)).isEqualTo("没有名为“grade”的等次。");
        Problem type = Problem.of("language.argument-type", place, "share", "decimal", "Severity");
        assertThat(type.message(Locale.ENGLISH)).isEqualTo("share takes a number here, not Severity.");
        assertThat(type.message(Locale.CHINESE)).isEqualTo("share 此处需要数，不是Severity。");
    }

    private static Set<String> placeholders(String written) {
        String text = written.replace(":word}", "}");
        int arguments = new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
        Object[] names = new Object[arguments];
        for (int i = 0; i < arguments; i++) {
            names[i] = "<<" + i + ">>";
        }
        String filled = new MessageFormat(text, Locale.ROOT).format(names);
        return Pattern.compile("<<\\d+>>")
                .matcher(filled)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties texts(String area, String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(area).resolve(bundle))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> used(String area) throws IOException {
        Pattern code = Pattern.compile("\"" + area + "\\.(?!yaml)([a-z0-9-]+)\"");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> code.matcher(text(file)).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
