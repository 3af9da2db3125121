package cadre.engine.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What an outcome says of the programs that made it. */
public final class Versions {
    private static final Map<String, String> ALL = read();

    private Versions() {}

    /** Versions by program, cadre and drools, as the build knew them; always in the same order. */
    public static Map<String, String> all() {
        return ALL;
    }

    private static Map<String, String> read() {
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            Map<String, String> versions = new TreeMap<>();
            properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
            return Collections.unmodifiableMap(versions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
