package cadre.service.command;

import cadre.engine.document.DocumentLimits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through case files one by one: files, folders of them, and files with one on each line (.jsonl). */
final class CaseFiles {
    private static final String LINES = ".jsonl";

    private CaseFiles() {}

    /** Uses a document. */
    @FunctionalInterface
    interface Use {
        void document(String name, byte[] bytes);
    }

    /**
     * Reads the documents of a path, in the order of names and lines; of each no more than it takes to see that it is too long.
     *
     * @throws IOException if the path cannot be read
     */
    static void each(Path path, Use use) throws IOException {
        if (Files.isDirectory(path)) {
            for (Path file : in(path)) {
                each(file, use);
            }
        } else if (path.toString().endsWith(LINES)) {
            try (Lines lines = new Lines(path)) {
                int n = 0;
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    n++;
                    if (line.length > 0) {
                        use.document(path + ":" + n, line);
                    }
                }
            }
        } else {
            try (InputStream in = Files.newInputStream(path)) {
                use.document(path.toString(), in.readNBytes(DocumentLimits.DEFAULT.bytes() + 1));
            }
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".json") || file.toString().endsWith(LINES))
                    .sorted()
                    .toList();
        }
    }

    /** The lines of a file, each cut when it is too long to be a document. */
    static final class Lines implements AutoCloseable {
        private final InputStream in;

        Lines(Path file) throws IOException {
            in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        /** The next line without its end, or null after the last. */
        byte @Nullable [] next() throws IOException {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
            while (next >= 0 && next != '\n') {
                if (next != '\r' && line.size() <= DocumentLimits.DEFAULT.bytes()) {
                    line.write(next);
                }
                next = in.read();
            }
            return line.toByteArray();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
