package cadre.service.release;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of releases.
 *
 * @param keyFile where the keys are that sign approvals; if none is named, beside the file of the database, or in data/
 */
@ConfigurationProperties("cadre.releases")
record ReleaseSettings(@Nullable Path keyFile) {
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?([^;]+).*");
    private static final Pattern ELSEWHERE = Pattern.compile("jdbc:h2:(?:mem|tcp|ssl|zip|nio|split)[:a-z]*:.*");
    private static final String NAME = "release-keys.pem";

    Path keys(String database) {
        if (keyFile != null) {
            return keyFile;
        }
        Matcher file = FILE.matcher(database);
        Path beside = file.matches() && !ELSEWHERE.matcher(database).matches()
                ? Path.of(file.group(1)).toAbsolutePath().getParent()
                : null;
        return (beside == null ? Path.of("data") : beside).resolve(NAME);
    }
}
