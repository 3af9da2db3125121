package cadre.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;

/** A setting that nobody reads must not start a service that is set otherwise than was meant. */
class ServeTest {
    private final StringWriter said = new StringWriter();

    @Test
    void a_misspelt_setting_is_refused_with_the_nearest() {
        assertThat(serve("--cadre.databse.url=jdbc:h2:mem:x")).isEqualTo(2);
        assertThat(said.toString()).contains("cadre.databse.url", "Did you mean: cadre.database.url");
    }

    @Test
    void every_setting_that_the_service_reads_is_known() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));

        List<String> read = scan.findCandidateComponents("cadre.service").stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()),
                        getClass().getClassLoader()))
                .flatMap(type ->
                        names(type.getAnnotation(ConfigurationProperties.class).value(), type))
                .toList();

        assertThat(read).hasSizeGreaterThan(20);
        assertThat(Serve.SETTINGS).containsAll(read);
    }

    /** Names as Spring writes them; of a map, those of its keys are not looked at. */
    private static Stream<String> names(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() != Map.class)
                .map(component -> prefix + "."
                        + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    @Test
    void what_is_no_setting_is_refused() {
        assertThat(serve("8181", "-port")).isEqualTo(2);
        assertThat(said.toString()).contains("8181: not a setting", "-port: not a setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.address=0.0.0.0", "--server.address=::", "--server.Address=192.0.2.1"})
    void a_demonstration_beyond_loopback_is_refused(String address) {
        assertThat(serve("--demo", address)).isEqualTo(2);
        assertThat(said.toString()).contains("A demonstration listens on loopback only");
    }

    private int serve(String... arguments) {
        return new CommandLine(new Serve(ServeTest.class))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
