package cadre.engine.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is done to a file, the check ends, and says what is wrong or that nothing is. */
class MutilatedFilesTest {
    private static final int FILES = 2_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Test
    void two_thousand_mutilated_files_end_in_problems_or_in_a_clean_edition() {
        List<Path> shipped = shipped();
        int clean = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            Path victim = shipped.get(random.nextInt(shipped.size()));
            Desk desk = new Desk();
            String name = String.valueOf(victim.getFileName());
            byte[] content = random.nextBoolean() && !desk.text(name).isEmpty()
                    ? desk.text(name).getBytes(java.nio.charset.StandardCharsets.UTF_8)
                    : bytes(victim);
            desk.put(name, mutilated(content, random));
            long begin = System.nanoTime();
            Report report = desk.read();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("%s, seed %d", name, seed)
                    .isLessThan(LONGEST);
            assertThat(report.edition().isPresent() || !report.problems().isEmpty())
                    .as("%s, seed %d", name, seed)
                    .isTrue();
            report.problems().stream().limit(5).forEach(told -> {
                assertThat(told.problem().message(Locale.ENGLISH)).isNotBlank();
                assertThat(told.problem().remedy(Locale.CHINESE)).isNotBlank();
            });
            clean += report.problems().isEmpty() ? 1 : 0;
        }
        assertThat(clean).isLessThan(FILES / 2);
    }

    private static byte[] mutilated(byte[] content, Random random) {
        byte[] bytes = content.clone();
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
            case 2 -> swapped(bytes, random);
            default -> {
                byte[] noise = new byte[1 + random.nextInt(2_000)];
                random.nextBytes(noise);
                yield noise;
            }
        };
    }

    /** Words and signs change places; bytes are taken for characters, so nothing is lost. */
    private static byte[] swapped(byte[] bytes, Random random) {
        String[] tokens = new String(bytes, ISO_8859_1).split("(?<=[^A-Za-z0-9])|(?=[^A-Za-z0-9])");
        for (int i = random.nextInt(10); i >= 0; i--) {
            int one = random.nextInt(tokens.length);
            int other = random.nextInt(tokens.length);
            String token = tokens[one];
            tokens[one] = tokens[other];
            tokens[other] = token;
        }
        return String.join("", tokens).getBytes(ISO_8859_1);
    }

    private static List<Path> shipped() {
        try (Stream<Path> files = Files.list(Path.of("..", "rules", "2026"))) {
            return files.filter(file -> file.toString().matches(".*\\.(drl|yaml)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
