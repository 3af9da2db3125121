package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class H2StoreTest extends StoreContract {
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add(
                "cadre.database.url",
                () -> "jdbc:h2:file:" + folder.resolve("cadre") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void searching_by_criterion_uses_an_index() {
        String plan = jdbc
                .sql("explain select e.id from evaluation e where " + Criteria.H2.condition()
                        + " order by e.id desc limit 51")
                .param("E-03")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));

        assertThat(plan).containsPattern("(?i)EVALUATION_CRITERION[^\\n]*PRIMARY_KEY|PRIMARY_KEY[^\\n]*CRITERION = ");
    }
}
