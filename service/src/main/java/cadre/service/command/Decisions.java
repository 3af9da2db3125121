package cadre.service.command;

import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes that were decided, one a line as <code>evaluate --json</code> prints them, in the order of the case files. A case
 * file without one is passed over, since <code>evaluate</code> prints nothing of what it refuses.
 */
final class Decisions implements AutoCloseable {
    private final CaseFiles.Lines lines;
    private byte @Nullable [] next;
    private String about = "";

    Decisions(Path file) throws IOException {
        lines = new CaseFiles.Lines(file);
        advance();
    }

    private void advance() throws IOException {
        next = lines.next();
        about = "";
        if (next != null) {
            try {
                Outcome outcome = OutcomeReader.readNumbers(next);
                about = about(
                        outcome.cadre(),
                        outcome.appraisal().type().name(),
                        outcome.appraisal().from().toString(),
                        outcome.appraisal().to().toString());
            } catch (IllegalArgumentException noOutcome) {
                throw new IOException(noOutcome);
            }
        }
    }

    /**
     * The outcome of this case file, if the next line is about it.
     *
     * @throws IOException if a line cannot be read or is no outcome
     */
    Optional<byte[]> of(byte[] caseFile) throws IOException {
        byte[] outcome = next;
        Datum datum = JsonDocument.read(caseFile, new Problems());
        if (outcome == null || datum == null || !about.equals(about(datum))) {
            return Optional.empty();
        }
        advance();
        return Optional.of(outcome);
    }

    /** Whom the next outcome is about, to be told where it does not fit. */
    String next() {
        return about.isEmpty() ? "-" : about;
    }

    private static String about(Datum caseFile) {
        return about(
                text(caseFile, "cadre", "id"),
                text(caseFile, "appraisal", "type"),
                text(caseFile, "appraisal", "from"),
                text(caseFile, "appraisal", "to"));
    }

    private static String about(String... codes) {
        return String.join(" ", codes);
    }

    private static String text(Datum caseFile, String object, String key) {
        return caseFile instanceof Datum.Mapping file
                        && file.entries().get(object) instanceof Datum.Mapping fields
                        && fields.entries().get(key) instanceof Datum.Scalar scalar
                ? scalar.text()
                : "";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
