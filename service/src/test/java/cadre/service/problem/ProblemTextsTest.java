package cadre.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemTextsTest {
    private static final Pattern CODE = Pattern.compile("Rejected\\s*\\.because\\(\\s*[a-z0-9]+,\\s*\"([a-z-]+)\"");

    private static Set<String> used() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> codes = files.filter(Files::isRegularFile)
                    .flatMap(file -> CODE.matcher(text(file)).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
            codes.addAll(Set.of(
                    "document",
                    "edition-unsound",
                    "request",
                    "method",
                    "not-found",
                    "not-acceptable",
                    "uri-too-long",
                    "headers-too-large"));
            return codes;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> keys(String bundle) throws IOException {
        Properties properties = new Properties();
        try (var in = ProblemTextsTest.class.getResourceAsStream(bundle);
                var reader = new java.io.InputStreamReader(
                        java.util.Objects.requireNonNull(in), java.nio.charset.StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    @Test
    void every_code_in_use_has_title_detail_and_remedy_in_both_languages() throws IOException {
        Set<String> expected = used().stream()
                .flatMap(code -> Stream.of(code, code + ".detail", code + ".remedy"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys("problems.properties")).isEqualTo(expected);
        assertThat(keys("problems_zh.properties")).isEqualTo(expected);
    }

    @Test
    void a_document_has_all_that_rfc_9457_asks_for_and_what_arguments_say() {
        byte[] english = new ProblemDocument(
                        Rejected.because(409, "already-evaluated", "id-1").with("current", "id-1"),
                        "/here",
                        Locale.ENGLISH)
                .bytes();

        JsonNode document = JsonMapper.shared().readTree(english);

        assertThat(document.path("type").asString()).isEqualTo("urn:cadre:problem:already-evaluated");
        assertThat(document.path("status").asInt()).isEqualTo(409);
        assertThat(document.path("instance").asString()).isEqualTo("/here");
        assertThat(document.path("current").asString()).isEqualTo("id-1");
        assertThat(document.path("detail").asString()).startsWith("id-1 is the current evaluation");
    }
}
