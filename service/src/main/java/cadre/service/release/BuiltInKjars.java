package cadre.service.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The kjars that the program carries among its resources, put there by the build. */
public final class BuiltInKjars {
    private BuiltInKjars() {}

    /** Their bytes, by file name such as {@code criteria-2026.jar}. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> kjars = new TreeMap<>();
        try {
            for (Resource kjar : new PathMatchingResourcePatternResolver().getResources("classpath*:kjars/*.jar")) {
                kjars.put(Objects.requireNonNull(kjar.getFilename()), kjar.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kjars;
    }
}
