package cadre.service.trace;

import java.nio.file.Path;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class H2ReadingTest extends ReadingContract {
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add(
                "cadre.database.url",
                () -> "jdbc:h2:file:" + folder.resolve("cadre") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }
}
