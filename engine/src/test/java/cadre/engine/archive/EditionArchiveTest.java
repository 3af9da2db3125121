package cadre.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.rulebook.Rulebook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditionArchiveTest {
    private static final Path SHIPPED = Path.of("..", "rules", "2026-term");
    private static final EditionSources TERM =
            EditionSources.read(SHIPPED, new Problems()).orElseThrow();
    private static final byte[] GOOD = zipped(TERM.files(), "");

    private static byte[] zipped(Map<String, byte[]> files, String folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (!folder.isEmpty()) {
                zip.putNextEntry(new ZipEntry(folder));
                zip.closeEntry();
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static RawZip small() {
        RawZip zip = new RawZip();
        zip.add("edition.yaml", "edition: x");
        return zip;
    }

    private static List<String> codes(byte[] archive) {
        return problems(archive).stream().map(Problem::code).toList();
    }

    private static List<Problem> problems(byte[] archive) {
        return problems(archive, ArchiveLimits.DEFAULT);
    }

    private static List<Problem> problems(byte[] archive, ArchiveLimits limits) {
        try {
            EditionArchive.read(archive, limits);
            return List.of();
        } catch (Refused refused) {
            return refused.problems();
        }
    }

    @Test
    void the_files_may_lie_at_the_top() throws Refused {
        assertThat(EditionArchive.read(GOOD, ArchiveLimits.DEFAULT).digest()).isEqualTo(TERM.digest());
    }

    @Test
    void the_files_may_lie_in_one_folder_whose_name_may_be_chinese() throws Refused {
        assertThat(EditionArchive.read(zipped(TERM.files(), "考核标准 2026/"), ArchiveLimits.DEFAULT)
                        .digest())
                .isEqualTo(TERM.digest());
    }

    @Test
    void what_systems_leave_beside_the_files_is_passed_over() throws Refused {
        RawZip zip = new RawZip();
        zip.add("2026/", "").unixMode(0040755);
        TERM.files().forEach((name, bytes) -> zip.add("2026/" + name, bytes).unixMode(0100644));
        zip.add("2026/.DS_Store", "x");
        zip.add("2026/README.zh.md", "x");
        zip.add("__MACOSX/2026/._edition.yaml", "x");

        assertThat(EditionArchive.read(zip.bytes(), ArchiveLimits.DEFAULT).digest())
                .isEqualTo(TERM.digest());
    }

    @Test
    void of_a_kjar_the_sources_are_read() throws Refused {
        byte[] kjar = Rulebook.compile(EditionReader.read(TERM, new Problems()).orElseThrow(), TERM.files())
                .bytes();

        assertThat(EditionArchive.read(kjar, ArchiveLimits.DEFAULT).digest()).isEqualTo(TERM.digest());
    }

    @Test
    void a_kjar_with_foreign_classes_or_archives_is_refused_and_every_one_is_named() {
        RawZip zip = new RawZip();
        TERM.files().forEach((name, bytes) -> zip.add("META-INF/cadre/edition/" + name, bytes));
        zip.add("cadre/rules/e0/P00/LambdaPredicate00.class", "passed over");
        zip.add("cadre/engine/facts/Figures.class", "foreign");
        zip.add("META-INF/services/javax.script.ScriptEngineFactory", "foreign");
        zip.add("META-INF/versions/17/cadre/rules/e0/P00/LambdaPredicate00.class", "foreign");

        assertThat(problems(zip.bytes()))
                .extracting(Problem::code)
                .containsExactly("archive.foreign-class", "archive.foreign-entry", "archive.foreign-class");
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                item("archive.traversal", zip -> zip.add("../edition.yaml", "x")),
                item("archive.traversal", zip -> zip.add("a/../../edition.yaml", "x")),
                item("archive.traversal", zip -> zip.add("a//b.drl", "x")),
                item("archive.traversal", zip -> zip.add("./b.drl", "x")),
                item("archive.absolute", zip -> zip.add("/etc/passwd", "x")),
                item("archive.absolute", zip -> zip.add("C:/b.drl", "x")),
                item("archive.absolute", zip -> zip.add("b.drl:stream", "x")),
                item("archive.backslash", zip -> zip.add("..\\b.drl", "x")),
                item("archive.name-unseen", zip -> zip.add("b\u0000.drl", "x")),
                item("archive.name-unseen", zip -> zip.add("b\u202elrd.drl", "x")),
                item("archive.name-too-long", zip -> zip.add("x".repeat(300) + ".drl", "x")),
                item("archive.name-not-utf-8", zip -> zip.add("标准.drl", "x").flags = 0),
                item("archive.name-not-utf-8", zip -> {
                    RawZip.Item bad = zip.add("b.drl", "x");
                    bad.name = new byte[] {(byte) 0xc0, (byte) 0xaf};
                    bad.localName = bad.name;
                }),
                item("archive.too-deep", zip -> zip.add("a/a/a/a/a/a/a/a/a/b.drl", "x")),
                item("archive.nested", zip -> zip.add("more.ZIP", "x")),
                item("archive.encrypted", zip -> zip.add("b.drl", "x").flags |= 1),
                item("archive.link", zip -> zip.add("b.drl", "/etc/passwd").unixMode(0120777)),
                item("archive.special", zip -> zip.add("b.drl", "").unixMode(0020666)),
                item("archive.pretends", zip -> zip.add("b.drl", "x").unixMode(0040755)),
                item("archive.pretends", zip -> zip.add("b.drl/", "").unixMode(0100644)),
                item("archive.pretends", zip -> zip.add("b.drl", "x").attributes = 0x10),
                item("archive.method", zip -> zip.add("b.drl", "x").method = 12),
                item("archive.duplicate", zip -> zip.add("edition.yaml", "edition: y")),
                item("archive.duplicate", zip -> zip.add("Edition.YAML", "edition: y")),
                item("archive.duplicate", zip -> zip.add("ｅdition.yaml", "edition: y")),
                item("archive.duplicate", zip -> zip.add("edition.yaml/b.drl", "x")),
                item("archive.headers-differ", zip -> zip.add("b.drl", "x").localName("c.drl")),
                item("archive.headers-differ", zip -> zip.add("b.drl", "x").localSize = 7),
                item("archive.headers-differ", zip -> zip.add("b.drl", "x").extra = new byte[] {1, 0, 0, 0}),
                item(
                        "archive.headers-differ",
                        zip -> zip.add("b.drl", "x").extra = new byte[] {0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 'c'}),
                item("archive.content-differs", zip -> zip.add("b.drl", "xyz").size = 2),
                item("archive.content-differs", zip -> zip.add("b.drl", "xyz").size = 4),
                item("archive.content-differs", zip -> zip.add("b.drl", "xyz").crc ^= 1),
                item("archive.content-differs", zip -> zip.add("b.drl", "xyz").packed = new byte[] {1, 2, 3}),
                item("archive.content-differs", zip -> zip.add("b.drl", "xyz").method = 0),
                item("archive.content-differs", zip -> {
                    RawZip.Item tail = zip.add("b.drl", "xyz");
                    tail.packed = Arrays.copyOf(tail.packed, tail.packed.length + 5);
                }),
                item("archive.expands", zip -> zip.add("b.drl", new byte[2 << 20])),
                item("archive.ratio", zip -> zip.add("b.drl", new byte[1 << 20])),
                item("archive.content-differs", zip -> zip.add("b.drl", new byte[64 << 20]).size = 1),
                item("archive.several-folders", zip -> zip.add("a/b.drl", "x")),
                item("edition.unknown-file", zip -> zip.add("Run.class", "x")));
    }

    private static Arguments item(String code, Consumer<RawZip> adding) {
        return Arguments.of(code, adding);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("entries")
    void an_entry_that_may_not_be_there_is_refused_with_its_name_in_both_languages(
            String code, Consumer<RawZip> adding) {
        RawZip zip = small();
        adding.accept(zip);

        assertThat(problems(zip.bytes())).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(problem.message(language)).isNotBlank().matches("[^\\p{Cntrl}\\u202e]*");
                assertThat(problem.remedy(language)).isNotBlank();
            }
        });
    }

    @Test
    void everything_that_is_wrong_with_entries_is_told_at_once() {
        RawZip zip = small();
        zip.add("../b.drl", "x");
        zip.add("c.drl", "x").unixMode(0120777);
        zip.add("d.drl", "x").flags |= 1;

        assertThat(codes(zip.bytes())).containsExactly("archive.traversal", "archive.link", "archive.encrypted");
    }

    @Test
    void of_thousands_of_problems_fifty_are_told() {
        RawZip zip = new RawZip();
        for (int i = 0; i < 5_000; i++) {
            zip.add("../" + i, "x");
        }

        assertThat(codes(zip.bytes())).hasSize(51).endsWith("archive.more");
    }

    @Test
    void what_two_programs_would_read_in_two_ways_is_refused() {
        byte[] good = small().bytes();
        byte[] other = small().bytes();

        assertThat(codes(concat(good, new byte[] {0}))).containsExactly("archive.trailing");
        assertThat(codes(concat(new byte[] {0}, good))).containsExactly("archive.prepended");
        assertThat(codes(concat("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII), good)))
                .containsExactly("archive.prepended");
        assertThat(codes(concat(other, good))).containsExactly("archive.prepended");
        assertThat(codes(Arrays.copyOf(good, good.length - 5))).containsExactly("archive.torn");
        assertThat(codes(small().bytes(2))).containsExactly("archive.torn");
        assertThat(codes(small().bytes(0))).containsExactly("archive.empty");
        assertThat(codes("not an archive at all, but long enough".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("archive.not-zip");
        assertThat(codes(new byte[0])).containsExactly("archive.not-zip");
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void a_hundred_thousand_entries_are_refused_by_their_number() throws IOException {
        RawZip zip = new RawZip();
        for (int i = 0; i < 65_000; i++) {
            zip.add(Integer.toString(i, 36), "");
        }
        ByteArrayOutputStream beyondZip = new ByteArrayOutputStream();
        try (ZipOutputStream huge = new ZipOutputStream(beyondZip)) {
            huge.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < 100_000; i++) {
                ZipEntry entry = new ZipEntry(Integer.toString(i, 36));
                entry.setSize(0);
                entry.setCrc(0);
                huge.putNextEntry(entry);
                huge.closeEntry();
            }
        }

        assertThat(codes(zip.bytes())).containsExactly("archive.too-many-entries");
        assertThat(problems(beyondZip.toByteArray())).hasSize(1);
    }

    @Test
    void files_that_are_small_alone_may_not_be_large_together() {
        RawZip zip = new RawZip();
        byte[] text = new byte[1 << 20];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ((i * 31) ^ (i >> 8));
        }
        for (int i = 0; i < 20; i++) {
            zip.add("part-" + i + ".drl", text);
        }
        ArchiveLimits roomy = new ArchiveLimits(64 << 20, 100, 1 << 20, 16 << 20, 1_000, 8, 200);

        assertThat(problems(zip.bytes(), roomy))
                .extracting(Problem::code)
                .containsOnly("archive.expands-together")
                .hasSize(4);
    }

    @Property(tries = 1_000)
    void a_byte_changed_anywhere_is_noticed_or_changes_nothing(
            @ForAll @IntRange(max = 1 << 30) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] altered = GOOD.clone();
        altered[place % altered.length] ^= (byte) change;

        try {
            EditionSources read = EditionArchive.read(altered, ArchiveLimits.DEFAULT);
            assertThat(read.digest()).isEqualTo(TERM.digest());
        } catch (Refused refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    @Property(tries = 1_000)
    void a_header_changed_anywhere_is_noticed_or_changes_nothing(
            @ForAll @IntRange(max = 2_000) int fromEnd, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] altered = GOOD.clone();
        altered[altered.length - 1 - fromEnd % altered.length] ^= (byte) change;

        try {
            EditionSources read = EditionArchive.read(altered, ArchiveLimits.DEFAULT);
            assertThat(read.digest()).isEqualTo(TERM.digest());
        } catch (Refused refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }
}
