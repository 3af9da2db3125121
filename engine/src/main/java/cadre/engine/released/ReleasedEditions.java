package cadre.engine.released;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which releases are kept, beside the folders of the editions.
 *
 * @param folder may not exist yet
 */
public record ReleasedEditions(Path folder) {
    private static final String NAME = "released";

    /** For an edition's folder: <code>rules/released</code> for <code>rules/2026</code>. */
    public static ReleasedEditions beside(Path edition) {
        return new ReleasedEditions(edition.toAbsolutePath().normalize().resolveSibling(NAME));
    }

    /** Where the release of this version is kept, or would be. */
    public Path of(String version) {
        return folder.resolve(version);
    }

    /** All that is kept, by version; a hidden folder is one whose writing was broken off. */
    public List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(Files::isDirectory)
                    .filter(version -> !String.valueOf(version.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with an edition as a release: it says it is a version that was released, and is another. */
    public List<Problem> check(Edition edition) {
        Path kept = of(edition.version());
        if (!Files.exists(kept)) {
            return List.of();
        }
        Problems problems = new Problems();
        Optional<Sealed> sealed = Sealed.read(kept, problems);
        sealed.filter(found -> !found.digest().equals(edition.digest()))
                .ifPresent(found -> problems.add(
                        "released.changed",
                        Place.at("edition.yaml", 1, 1),
                        edition.version(),
                        next(edition.version())));
        return problems.all();
    }

    /** The version after a version: 2026.2 after 2026.1. */
    private static String next(String version) {
        int dot = version.lastIndexOf('.');
        String last = version.substring(dot + 1);
        return dot > 0 && last.matches("[0-9]{1,9}")
                ? version.substring(0, dot + 1) + (Integer.parseInt(last) + 1)
                : version + ".1";
    }
}
