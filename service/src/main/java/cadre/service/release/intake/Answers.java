package cadre.service.release.intake;

import cadre.engine.check.Report;
import cadre.engine.check.Report.Counts;
import cadre.engine.check.Severity;
import cadre.engine.check.Told;
import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * What a confined process answers, as bytes: a kind, its content, and SHA-256 over both. The reader believes nothing: a
 * process that was cut off or led astray gives an {@link IOException} and no half answer.
 */
final class Answers {
    private static final int CHECKED = 0x43414431;
    private static final int KJAR = 0x43414432;
    private static final int DIGEST = 32;
    private static final int MOST_PROBLEMS = 100_000;
    private static final int LONGEST_TEXT = 1 << 20;

    private Answers() {}

    static byte[] of(Report report) {
        return sealed(CHECKED, out -> {
            Counts counts = report.counts();
            for (int count : List.of(
                    counts.rules(),
                    counts.cases(),
                    counts.holding(),
                    counts.covered(),
                    counts.generated(),
                    counts.changes(),
                    counts.unnoticed())) {
                out.writeInt(count);
            }
            List<Told> told = report.problems()
                    .subList(0, Math.min(MOST_PROBLEMS, report.problems().size()));
            out.writeInt(told.size());
            for (Told one : told) {
                write(out, one);
            }
        });
    }

    static byte[] of(byte[] kjar) {
        return sealed(KJAR, out -> out.write(kjar));
    }

    static Checked checked(byte[] answer) throws IOException {
        DataInputStream in = opened(CHECKED, answer);
        Counts counts = new Counts(
                in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
        int size = in.readInt();
        if (size < 0 || size > MOST_PROBLEMS) {
            throw new IOException("the process tells of " + size + " problems");
        }
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            told.add(told(in));
        }
        return new Checked(told, counts);
    }

    static byte[] kjar(byte[] answer) throws IOException {
        return opened(KJAR, answer).readAllBytes();
    }

    private static void write(DataOutputStream out, Told told) throws IOException {
        Problem problem = told.problem();
        text(out, told.severity().name());
        text(out, problem.code());
        text(out, problem.place().file());
        out.writeInt(problem.place().line());
        out.writeInt(problem.place().column());
        text(out, problem.place().pointer());
        out.writeInt(problem.arguments().size());
        for (String argument : problem.arguments()) {
            text(out, argument);
        }
        text(out, told.rule().orElse(""));
        text(out, told.text());
    }

    private static Told told(DataInputStream in) throws IOException {
        Severity severity = severity(text(in));
        String code = text(in);
        Place place = new Place(text(in), in.readInt(), in.readInt(), text(in));
        int size = in.readInt();
        if (size < 0 || size > 100) {
            throw new IOException("a problem has " + size + " arguments");
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            arguments.add(text(in));
        }
        Problem problem = new Problem(code, place, arguments);
        demandTexts(problem);
        String rule = text(in);
        return new Told(severity, problem, rule.isEmpty() ? Optional.empty() : Optional.of(rule), text(in));
    }

    private static Severity severity(String name) throws IOException {
        try {
            return Severity.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("the process tells of no known severity", unknown);
        }
    }

    /** A code without texts would fail only when somebody reads them. */
    private static void demandTexts(Problem problem) throws IOException {
        try {
            problem.message(Locale.ENGLISH);
            problem.remedy(Locale.CHINESE);
        } catch (MissingResourceException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("the process tells of an unknown problem", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Writes the content of an answer. */
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] sealed(int kind, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(kind);
            content.write(out);
            out.flush();
            byte[] digest = digest(bytes.toByteArray());
            out.write(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static DataInputStream opened(int kind, byte[] answer) throws IOException {
        int end = answer.length - DIGEST;
        if (end < Integer.BYTES
                || !MessageDigest.isEqual(
                        digest(Arrays.copyOf(answer, end)), Arrays.copyOfRange(answer, end, answer.length))) {
            throw new IOException("the process left no whole answer");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer, 0, end));
        if (in.readInt() != kind) {
            throw new IOException("the process answered another question");
        }
        return in;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
