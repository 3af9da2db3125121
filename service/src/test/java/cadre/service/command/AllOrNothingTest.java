package cadre.service.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllOrNothingTest {
    @TempDir
    private Path room;

    @Test
    void files_change_together_and_new_ones_join_them() throws IOException {
        Files.writeString(room.resolve("a"), "old");
        AllOrNothing.files(room, of(Map.of("a", "new", "b", "begun")));
        assertThat(content()).containsExactly("a=new", "b=begun");
    }

    @Test
    void what_cannot_be_moved_into_place_leaves_every_file_as_it_was() throws IOException {
        Files.writeString(room.resolve("a"), "old");
        Files.createDirectories(room.resolve("c/in-the-way"));
        assertThatThrownBy(() -> AllOrNothing.files(room, of(Map.of("a", "new", "b", "begun", "c", "x", "d", "y"))))
                .isInstanceOf(IOException.class);
        assertThat(content()).containsExactly("a=old");
    }

    @Test
    void what_cannot_be_written_aside_leaves_every_file_as_it_was() throws IOException {
        Files.writeString(room.resolve("a"), "old");
        Files.createDirectories(room.resolve(".b.part/in-the-way"));
        assertThatThrownBy(() -> AllOrNothing.files(room, of(Map.of("a", "new", "b", "begun"))))
                .isInstanceOf(IOException.class);
        assertThat(content()).containsExactly("a=old");
    }

    @Test
    void a_folder_stands_with_all_its_files_and_what_an_earlier_try_left_is_gone() throws IOException {
        Files.createDirectories(room.resolve("released/.2026.1.part/sources"));
        Files.writeString(room.resolve("released/.2026.1.part/sources/stale"), "half");
        AllOrNothing.folder(room.resolve("released/2026.1"), of(Map.of("release.json", "{}", "sources/a", "one")));
        assertThat(content()).containsExactly("released/2026.1/release.json={}", "released/2026.1/sources/a=one");
        assertThat(room.resolve("released/.2026.1.part")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_hold_one_of_its_files_is_not_begun() {
        Path folder = room.resolve("2026.1");
        assertThatThrownBy(() -> AllOrNothing.folder(folder, of(Map.of("a", "one", "a/b", "two"))))
                .isInstanceOf(IOException.class);
        assertThat(room).isEmptyDirectory();
    }

    @Test
    void a_folder_that_is_there_stays_as_it_is() throws IOException {
        Path folder = Files.createDirectory(room.resolve("2026.1"));
        Files.writeString(folder.resolve("a"), "old");
        assertThatThrownBy(() -> AllOrNothing.folder(folder, of(Map.of("a", "new"))))
                .isInstanceOf(IOException.class);
        assertThat(content()).containsExactly("2026.1/a=old");
    }

    private static Map<String, byte[]> of(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
        return files;
    }

    private List<String> content() throws IOException {
        try (Stream<Path> paths = Files.walk(room)) {
            return paths.filter(Files::isRegularFile)
                    .sorted()
                    .map(path -> room.relativize(path) + "=" + read(path))
                    .toList();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
