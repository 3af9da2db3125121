package cadre.service.command;

import cadre.engine.casefile.CaseFileReader;
import cadre.engine.casefile.CaseFileReader.Admitted;
import cadre.engine.document.Datum;
import cadre.engine.document.DocumentLimits;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Explanation;
import cadre.engine.evaluation.ExplanationText;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeJson;
import cadre.engine.inference.RuleFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates case files without a server and says why. Each is tried, whatever is wrong with the others. */
@Command(
        name = "evaluate",
        description = "Evaluates case files without a server, and explains each outcome.",
        mixinStandardHelpOptions = true)
final class Evaluate implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Case files; - reads the standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Judge by the edition in this folder, not by those built in.")
    private @Nullable Path rules;

    @Option(names = "--json", description = "Print outcomes as JSON, one a line.")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Language of explanations and problems: en or zh.")
    private Language language = Language.EN;

    @Override
    public Integer call() {
        logNothing();
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), language);
        Judges judges;
        try {
            judges = rules == null ? Judges.builtIn() : Judges.in(rules);
        } catch (Refused refused) {
            terminal.refuse(String.valueOf(rules), refused.problems());
            return Commands.REFUSED;
        }
        int status = Commands.DONE;
        for (String file : files) {
            try {
                Admitted admitted = admitted(file, judges);
                Outcome outcome = judges.evaluate(admitted);
                terminal.print(json ? onOneLine(outcome) : inWords(file, outcome, admitted.edition()));
            } catch (Refused refused) {
                terminal.refuse(file, refused.problems());
                status = Commands.REFUSED;
            } catch (IOException | InvalidPathException unreadable) {
                terminal.say("unreadable", file);
                status = Commands.REFUSED;
            } catch (RuleFailed failed) {
                terminal.say("rule-failed", file, failed.reason(language.locale()), failed.remedy(language.locale()));
                status = Commands.REFUSED;
            }
        }
        return status;
    }

    /** The output is the command's own; until a server initializes the logging, it denies everything. */
    private static void logNothing() {
        LoggingSystem.get(Evaluate.class.getClassLoader()).beforeInitialize();
    }

    private static Admitted admitted(String file, Judges judges) throws IOException, Refused {
        Problems problems = new Problems();
        Datum datum = JsonDocument.read(file, bytes(file), problems);
        problems.refuse();
        return CaseFileReader.read(Objects.requireNonNull(datum), judges, problems)
                .orElseThrow(() -> new Refused(problems.all()));
    }

    /** No more of it than it takes to see that it is too long. */
    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = file.equals(STANDARD_INPUT) ? standardInput() : Files.newInputStream(Path.of(file))) {
            return in.readNBytes(DocumentLimits.DEFAULT.bytes() + 1);
        }
    }

    /** The standard input, which stays open. */
    private static InputStream standardInput() {
        return new FilterInputStream(System.in) {
            @Override
            public void close() {}
        };
    }

    private static String onOneLine(Outcome outcome) {
        return new String(OutcomeJson.write(outcome), StandardCharsets.UTF_8);
    }

    private String inWords(String file, Outcome outcome, Edition edition) {
        String text = ExplanationText.render(Explanation.of(outcome, edition, language.locale()));
        return files.size() == 1 ? text : "== " + file + "\n" + text;
    }
}
