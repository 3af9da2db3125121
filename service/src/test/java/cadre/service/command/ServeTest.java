package cadre.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
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
    void what_is_no_setting_is_refused() {
        assertThat(serve("8181", "-port")).isEqualTo(2);
        assertThat(said.toString()).contains("8181: not a setting", "-port: not a setting");
    }

    private int serve(String... arguments) {
        return new CommandLine(new Serve(ServeTest.class))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
