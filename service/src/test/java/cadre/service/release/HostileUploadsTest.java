package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Uploads made to do harm are refused with reasons, nothing of them is stored, and the service goes on. */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1")
@SuppressWarnings("NullAway.Init")
class HostileUploadsTest {
    private static final Map<String, byte[]> SOUND = CityEdition.files("city.hostile", 30);

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private int stored;

    @BeforeEach
    void count() {
        stored = rows();
    }

    private int rows() {
        return jdbc.sql("select (select count(*) from stored_release) + (select count(*) from release_step)")
                .query(Integer.class)
                .single();
    }

    @AfterEach
    void nothing_is_stored_and_the_service_is_unharmed() {
        assertThat(rows()).isEqualTo(stored);
        assertThat(people.as(Role.EVALUATOR)
                        .post("/api/v1/evaluations/preview", Api.example("ecological-incident", "C-after"))
                        .status())
                .isEqualTo(200);
    }

    private Answer uploaded(byte[] archive) {
        Api author = people.as(Role.POLICY_AUTHOR);
        return author.send(author.request("/api/v1/releases")
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(archive)));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(9);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> with(String name, byte[] content) {
        Map<String, byte[]> files = new TreeMap<>(SOUND);
        files.put(name, content);
        return files;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] kjarWithForeignClasses() {
        Map<String, byte[]> files = new TreeMap<>();
        SOUND.forEach((name, bytes) -> files.put("META-INF/cadre/edition/" + name, bytes));
        files.put("cadre/engine/facts/Figures.class", new byte[] {(byte) 0xca, (byte) 0xfe});
        return zip(files);
    }

    /** The last entry of the directory, made a link in the manner of Unix. */
    private static byte[] withLink() {
        byte[] archive = zip(with("zzz.drl", text("/etc/passwd")));
        ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int last = archive.length - 22 - 46 - "zzz.drl".length();
        assertThat(zip.getInt(last)).isEqualTo(0x02014b50);
        zip.put(last + 5, (byte) 3);
        zip.putInt(last + 38, 0120777 << 16);
        return archive;
    }

    private static byte[] hundredThousandEntries() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < 60_000; i++) {
                ZipEntry entry = new ZipEntry(Integer.toString(i, 36));
                entry.setSize(0);
                entry.setCrc(new CRC32().getValue());
                zip.putNextEntry(entry);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Stream<Arguments> archives() {
        return Stream.of(
                Arguments.of("archive.ratio", zip(with("bomb.drl", new byte[1 << 20]))),
                Arguments.of("archive.expands", zip(with("bomb.drl", new byte[100 << 20]))),
                Arguments.of("archive.traversal", zip(with("../../evil.drl", text("x")))),
                Arguments.of("archive.absolute", zip(with("/etc/cron.d/evil", text("x")))),
                Arguments.of("archive.too-many-entries", hundredThousandEntries()),
                Arguments.of("archive.foreign-class", kjarWithForeignClasses()),
                Arguments.of("archive.link", withLink()),
                Arguments.of("archive.nested", zip(with("more.zip", zip(SOUND)))),
                Arguments.of("archive.not-zip", text("no archive, however long it may be")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void an_archive_made_to_do_harm_is_refused(String code, byte[] archive) {
        Answer answer = uploaded(archive);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .path("problems")
                        .valueStream()
                        .map(problem -> problem.path("code").asString()))
                .contains(code);
        assertThat(answer.json().path("problems").valueStream().toList())
                .allSatisfy(
                        problem -> assertThat(problem.path("remedy").asString()).isNotBlank());
    }

    @Test
    void a_body_that_is_too_long_is_refused() {
        assertThat(uploaded(new byte[9 << 20]).status()).isEqualTo(413);
    }

    @Test
    void an_edition_with_wrong_dates_two_rules_of_one_id_and_every_file_of_the_hostile_corpus_is_told_all_of_it()
            throws IOException {
        Map<String, byte[]> files = new TreeMap<>(SOUND);
        files.computeIfPresent(
                "edition.yaml",
                (name, bytes) -> text(new String(bytes, StandardCharsets.UTF_8)
                        .replace("from: 2026-01-01, to: 2026-12-31", "from: 2026-12-31, to: 2026-01-01")));
        files.put("twice.drl", files.getOrDefault("ecological.drl", new byte[0]));
        try (Stream<Path> corpus = Files.list(Path.of("../engine/src/test/resources/hostile"))) {
            for (Path file : corpus.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }

        Answer answer = uploaded(zip(files));

        assertThat(answer.status()).isEqualTo(422);
        List<String> inFiles = answer.json()
                .path("problems")
                .valueStream()
                .map(problem -> problem.path("file").asString())
                .distinct()
                .toList();
        assertThat(inFiles).contains("edition.yaml", "twice.drl").hasSizeGreaterThan(150);
    }
}
