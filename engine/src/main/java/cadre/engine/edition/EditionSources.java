package cadre.engine.edition;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of an edition, with its cases and what is said of them, by name: all that an edition is made of, and nothing else.
 *
 * <p>A folder may also hold README files ({@code README.md}, {@code README.zh.md}) and files whose names begin with a dot;
 * they do not belong to the edition. Any other file is refused, so that a misspelt name cannot silently take rules out of
 * force; so are folders and symbolic links.
 */
public final class EditionSources {
    public static final String EDITION = "edition.yaml";
    public static final String PARAMETERS = "parameters.yaml";
    public static final String INDICATORS = "indicators.yaml";
    public static final String SURVIVORS = "survivors.yaml";
    static final String RULES = ".drl";
    static final String CASES = ".cases.yaml";

    private static final Pattern NAME = Pattern.compile(
            "edition\\.yaml|parameters\\.yaml|indicators\\.yaml|survivors\\.yaml|[a-z0-9][a-z0-9-]{0,99}(\\.drl|\\.cases\\.yaml)");
    private static final Pattern NEIGHBOUR = Pattern.compile("\\..*|README(\\.[a-z]{2})?\\.md");
    private static final int MOST_FILES = 200;
    private static final int LONGEST_FILE = 1 << 20;

    private final Map<String, byte[]> files;

    private EditionSources(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    /** Reads a folder, if all that stands in it may stand there and no file is longer than 1 MiB. */
    public static Optional<EditionSources> read(Path folder, Problems problems) {
        int before = problems.size();
        EditionSources sources = belonging(folder, problems);
        return problems.size() == before ? Optional.of(sources) : Optional.empty();
    }

    /** The files of a folder that may stand there; all others are told and left out. */
    public static EditionSources belonging(Path folder, Problems problems) {
        int before = problems.size();
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(one -> !isNeighbour(String.valueOf(one.getFileName())))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList()) {
                String name = String.valueOf(entry.getFileName());
                if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    problems.add("edition.not-a-file", Place.at(name, 0, 0), name);
                } else if (Files.size(entry) > LONGEST_FILE) {
                    problems.add("edition.file-too-long", Place.at(name, 0, 0), name, LONGEST_FILE);
                } else {
                    found.put(name, Files.readAllBytes(entry));
                }
            }
        } catch (IOException e) {
            problems.add("edition.no-folder", Place.at(folder.toString(), 0, 0), folder);
        }
        if (found.isEmpty() && problems.size() == before) {
            problems.add("edition.empty-folder", Place.at(folder.toString(), 0, 0), folder);
        }
        refuseForeign(found, problems);
        found.keySet().removeIf(name -> !NAME.matcher(name).matches());
        return new EditionSources(found);
    }

    /** Whether a file of this name may stand beside those of an edition; it is passed over before anything is counted. */
    public static boolean isNeighbour(String name) {
        return NEIGHBOUR.matcher(name).matches();
    }

    /** Takes files by name, if all of them belong to an edition. */
    public static Optional<EditionSources> of(Map<String, byte[]> files, Problems problems) {
        int before = problems.size();
        refuseForeign(files, problems);
        return problems.size() == before ? Optional.of(new EditionSources(files)) : Optional.empty();
    }

    private static void refuseForeign(Map<String, byte[]> files, Problems problems) {
        files.forEach((name, bytes) -> {
            if (!NAME.matcher(name).matches()) {
                problems.add("edition.unknown-file", Place.at(name, 0, 0), name);
            } else if (bytes.length > LONGEST_FILE) {
                problems.add("edition.file-too-long", Place.at(name, 0, 0), name, LONGEST_FILE);
            }
        });
        if (files.size() > MOST_FILES) {
            problems.add("edition.too-many-files", Place.at("", 0, 0), MOST_FILES);
        }
    }

    /** The files by name, in the order of names. */
    public Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    /** The files of cases, in the order of their names. */
    public Map<String, byte[]> cases() {
        Map<String, byte[]> cases = new TreeMap<>(files);
        cases.keySet().removeIf(name -> !name.endsWith(CASES));
        return cases;
    }

    /**
     * SHA-256 over the files in the order of their names (all ASCII): for each the length of the name as 4 bytes, the name,
     * the length of the content as 8 bytes, the content; lengths in bytes, big-endian. Written as "sha256:" and 64
     * hexadecimal digits in lower case.
     */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
                digest.update(ByteBuffer.allocate(4).putInt(nameBytes.length).flip());
                digest.update(nameBytes);
                digest.update(ByteBuffer.allocate(8).putLong(bytes.length).flip());
                digest.update(bytes);
            });
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
