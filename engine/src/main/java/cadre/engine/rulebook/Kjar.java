package cadre.engine.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;

/**
 * An edition in one jar: its sources, its rules as printed for Drools, and what Drools made of them. Compiled bytes differ
 * from build to build; what identifies a kjar is the digest over its sources.
 */
public final class Kjar {
    /** Folder of the edition's sources. */
    static final String SOURCES = "META-INF/cadre/edition/";

    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_ENTRIES = 50_000;

    private final byte[] bytes;
    private final Map<String, byte[]> entries;

    private Kjar(byte[] bytes, Map<String, byte[]> entries) {
        this.bytes = bytes;
        this.entries = entries;
    }

    /**
     * Reads a kjar.
     *
     * @throws RulebookBroken if the bytes are no jar, or it is too large
     */
    public static Kjar of(byte[] bytes) {
        Map<String, byte[]> entries = new TreeMap<>();
        long size = 0;
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(bytes), false)) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    byte[] content = in.readNBytes((int) (MOST_BYTES - size + 1));
                    size += content.length;
                    entries.put(entry.getName(), content);
                }
                if (size > MOST_BYTES || entries.size() > MOST_ENTRIES) {
                    throw new RulebookBroken("the kjar is too large");
                }
            }
        } catch (IOException e) {
            throw new RulebookBroken("not a jar", e);
        }
        if (entries.isEmpty()) {
            throw new RulebookBroken("the kjar is empty");
        }
        return new Kjar(bytes.clone(), entries);
    }

    static Kjar of(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                JarEntry header = new JarEntry(entry.getKey());
                header.setTime(0);
                out.putNextEntry(header);
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Kjar(bytes.toByteArray(), new TreeMap<>(entries));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The edition's sources by their path inside the edition's folder. */
    public Map<String, byte[]> sources() {
        Map<String, byte[]> sources = new TreeMap<>();
        entries.forEach((name, content) -> {
            if (name.startsWith(SOURCES)) {
                sources.put(name.substring(SOURCES.length()), content);
            }
        });
        return sources;
    }

    Map<String, byte[]> entries() {
        return entries;
    }
}
