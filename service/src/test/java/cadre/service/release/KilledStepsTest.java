package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Postgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kill -9 at every step of the lives of releases: what is left is lawful, holds every step that was told, and goes on. */
@SuppressWarnings("NullAway.Init")
class KilledStepsTest {
    private static final int ROUNDS = 6;

    /** Upload, submit, approve, schedule, enforce, retire. */
    private static final int STEPS_OF_A_LIFE = 6;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void what_a_killed_process_leaves_is_lawful_and_the_next_goes_on(String vendor) throws IOException {
        String url = vendor.equals("h2")
                ? "jdbc:h2:file:" + folder.resolve("cadre") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                : Postgres.newDatabase();
        Path keys = folder.resolve("keys.pem");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long told = killedAfter(1 + round % STEPS_OF_A_LIFE, url, keys);

            ReleaseRegister register = StepsUntilKilled.open(url, keys, RegisterFixture.BUILT_IN);

            assertThat(register.broken()).isEmpty();
            assertThat(told).isGreaterThan(before);
            assertThat(register.revision()).isGreaterThanOrEqualTo(told);
            assertThat(register.standing().inForce()).hasSizeLessThanOrEqualTo(1);
            assertThat(register.standing().broken()).isFalse();
            before = register.revision();
        }
    }

    /** Starts a process, kills it once it has told of so many steps, and gives the last revision it told. */
    private static long killedAfter(int steps, String url, Path keys) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogging.level.root=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StepsUntilKilled.class.getName(),
                        url,
                        keys.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long told = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int heard = 0;
            for (String line = out.readLine(); line != null && heard < steps; line = out.readLine()) {
                if (line.matches("[0-9]+")) {
                    told = Long.parseLong(line);
                    heard++;
                }
            }
            assertThat(heard).isEqualTo(steps);
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
        return told;
    }
}
