package cadre.engine.released;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.casefile.CaseFileWriter;
import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.OutcomeJson;
import cadre.engine.inference.RuleFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What is kept of a release, in a folder named by its version: its sources, their digest, and what case files came to.
 *
 * <pre>
 * 2026.1/release.json      edition, version, digest
 * 2026.1/outcomes.jsonl.gz a line for each case file: name, what was given, the outcome
 * 2026.1/sources/          the files of the edition
 * </pre>
 *
 * @param digest as it was written down, which must be that of the sources
 */
public record Sealed(EditionSources sources, Edition edition, String digest, List<Kept> outcomes) {
    /** Far above what a release keeps, and far below what would exhaust a small heap. */
    private static final int MOST_BYTES = 32 << 20;

    static final String RELEASE = "release.json";
    static final String OUTCOMES = "outcomes.jsonl.gz";
    static final String SOURCES = "sources";

    private static final String GIVEN = ",\"given\":";
    private static final String OUTCOME = ",\"outcome\":";

    public Sealed {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What a case file came to.
     *
     * @param place of its line
     * @param given the case file as JSON
     * @param outcome canonical JSON that says nothing of the program that made it
     */
    public record Kept(String name, Place place, String given, String outcome) {}

    /**
     * The files to keep, by their names within the folder.
     *
     * @param evaluator of the edition; what it says of its programs is what is kept, so it should say nothing
     */
    public static Map<String, byte[]> files(
            EditionSources sources, Edition edition, Map<String, CaseFile> cases, Evaluator evaluator) {
        Map<String, byte[]> files = new TreeMap<>();
        sources.files().forEach((name, bytes) -> files.put(SOURCES + "/" + name, bytes));
        files.put(
                RELEASE,
                bytes("{\"edition\":\"" + edition.code() + "\",\"version\":\"" + edition.version() + "\",\"digest\":\""
                        + edition.digest() + "\"}\n"));
        StringBuilder lines = new StringBuilder();
        cases.forEach((name, caseFile) -> lines.append("{\"case\":\"")
                .append(name.replaceAll("[^A-Za-z0-9 ._-]", "_"))
                .append('"')
                .append(GIVEN)
                .append(CaseFileWriter.write(caseFile))
                .append(OUTCOME)
                .append(outcome(evaluator, caseFile))
                .append("}\n"));
        files.put(OUTCOMES, packed(lines.toString()));
        return files;
    }

    /** Reads what was kept in a folder; nothing if it is not as it was written. */
    public static Optional<Sealed> read(Path folder, Problems problems) {
        Place place = Place.at(folder.resolve(RELEASE).toString(), 0, 0);
        int before = problems.size();
        try {
            String release = Files.readString(folder.resolve(RELEASE));
            List<String> lines = unpacked(folder.resolve(OUTCOMES));
            Optional<EditionSources> sources = EditionSources.read(folder.resolve(SOURCES), problems);
            Optional<Edition> edition = sources.flatMap(found -> EditionReader.read(found, problems));
            if (edition.isEmpty()) {
                return Optional.empty();
            }
            String digest = edition.get().digest();
            if (!release.contains("\"digest\":\"" + digest + "\"")) {
                problems.add("released.sources-changed", place, edition.get().version());
            }
            List<Kept> outcomes = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                kept(lines.get(i), Place.at(folder.resolve(OUTCOMES).toString(), i + 1, 1), problems)
                        .ifPresent(outcomes::add);
            }
            return problems.size() == before
                    ? Optional.of(new Sealed(sources.orElseThrow(), edition.get(), digest, outcomes))
                    : Optional.empty();
        } catch (IOException e) {
            problems.add("released.unreadable", place, folder);
            return Optional.empty();
        }
    }

    /** Neither text can stand inside what precedes it, for quotes inside of texts are escaped. */
    private static Optional<Kept> kept(String line, Place place, Problems problems) {
        int given = line.indexOf(GIVEN);
        int outcome = line.indexOf(OUTCOME);
        if (!line.startsWith("{\"case\":\"") || given < 0 || outcome < given || !line.endsWith("}")) {
            problems.add("released.line", place);
            return Optional.empty();
        }
        return Optional.of(new Kept(
                line.substring("{\"case\":\"".length(), given - 1),
                place,
                line.substring(given + GIVEN.length(), outcome),
                line.substring(outcome + OUTCOME.length(), line.length() - 1)));
    }

    /**
     * Where a program comes to something else than was kept.
     *
     * @param evaluator of this edition that says nothing of its programs
     */
    public List<Problem> differences(Evaluator evaluator) {
        Problems found = new Problems();
        for (Kept kept : outcomes) {
            Datum datum = JsonDocument.read(kept.place().file(), kept.given().getBytes(StandardCharsets.UTF_8), found);
            Optional<CaseFile> caseFile =
                    datum == null ? Optional.empty() : CaseFileReader.readAgain(datum, edition, found);
            caseFile.ifPresent(given -> compare(kept, given, evaluator, found));
        }
        return found.all();
    }

    private void compare(Kept kept, CaseFile given, Evaluator evaluator, Problems found) {
        try {
            String outcome = outcome(evaluator, given);
            if (!outcome.equals(kept.outcome())) {
                int at = firstDifference(outcome, kept.outcome());
                found.add(
                        "released.outcome-differs",
                        kept.place(),
                        edition.version(),
                        kept.name(),
                        around(kept.outcome(), at),
                        around(outcome, at));
            }
        } catch (RuleFailed failed) {
            found.add(
                    "released.outcome-differs",
                    kept.place(),
                    edition.version(),
                    kept.name(),
                    "",
                    String.valueOf(failed.getMessage()));
        }
    }

    private static int firstDifference(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
    }

    private static String outcome(Evaluator evaluator, CaseFile caseFile) {
        return new String(OutcomeJson.write(evaluator.evaluate(caseFile)), StandardCharsets.UTF_8);
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static List<String> unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " unpacks to more than " + MOST_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
