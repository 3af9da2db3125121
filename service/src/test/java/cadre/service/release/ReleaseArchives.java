package cadre.service.release;

import cadre.engine.rulebook.Kjar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of editions as policy officers send them in. */
public final class ReleaseArchives {
    private ReleaseArchives() {}

    /** The built-in edition under another version, with one of its files changed. */
    static byte[] edition(String code, String version, String file, UnaryOperator<String> change) {
        Map<String, byte[]> files =
                new TreeMap<>(Kjar.of(Objects.requireNonNull(BuiltInKjars.all().get("criteria-" + code + ".jar")))
                        .sources());
        edit(files, "edition.yaml", text -> text.replaceFirst("(?m)^version:.*$", "version: \"" + version + "\""));
        edit(files, file, change);
        return zip(files);
    }

    private static void edit(Map<String, byte[]> files, String file, UnaryOperator<String> change) {
        files.computeIfPresent(file, (name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return change.apply(text).getBytes(StandardCharsets.UTF_8);
        });
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
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
}
