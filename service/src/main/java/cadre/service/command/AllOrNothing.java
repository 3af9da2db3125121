package cadre.service.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes several files so that all of them come to stand or none. They are written aside, under hidden names that readers
 * of editions pass over, and moved into place when all are on the disk.
 */
final class AllOrNothing {
    private AllOrNothing() {}

    /**
     * Makes a folder that is not there yet. Whoever sees it sees all of its files, even if the program is killed.
     *
     * @param files by their names within the folder, which may lie in folders of it
     * @throws IOException if it cannot be made; then nothing is there that was not before
     */
    static void folder(Path folder, Map<String, byte[]> files) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null || Files.exists(folder)) {
            throw new IOException(folder + " cannot be made");
        }
        Files.createDirectories(parent);
        Path aside = aside(parent.resolve(String.valueOf(folder.getFileName())));
        try {
            delete(aside);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = aside.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                write(path, file.getValue());
            }
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            try {
                delete(aside);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    /**
     * Changes files of a folder. If one cannot be moved into place, those before it get back what they were. Killed between
     * two moves, which is between two instants, each file is still whole: as it was, or as it is to be.
     *
     * @param files by their names within the folder
     * @throws IOException if one cannot be written; then every file is as it was
     */
    static void files(Path folder, Map<String, byte[]> files) throws IOException {
        List<Change> changes = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                changes.add(new Change(path, Files.isRegularFile(path) ? Files.readAllBytes(path) : null));
                write(aside(path), file.getValue());
            }
            for (Change change : changes) {
                change.move();
            }
        } catch (IOException e) {
            for (Change change : changes) {
                try {
                    change.undo();
                } catch (IOException left) {
                    e.addSuppressed(left);
                }
            }
            throw e;
        }
    }

    /** One file; moved once its new content stands aside. */
    private static final class Change {
        private final Path path;
        private final byte @Nullable [] before;
        private boolean moved;

        Change(Path path, byte @Nullable [] before) {
            this.path = path;
            this.before = before;
        }

        void move() throws IOException {
            Files.move(aside(path), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            moved = true;
        }

        void undo() throws IOException {
            if (!moved) {
                Files.deleteIfExists(aside(path));
            } else if (before == null) {
                Files.delete(path);
            } else {
                write(aside(path), before);
                move();
            }
        }
    }

    private static Path aside(Path path) {
        return path.resolveSibling("." + path.getFileName() + ".part");
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
