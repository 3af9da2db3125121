package cadre.service.command;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.document.Datum;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.released.ReleasedEditions;
import cadre.engine.released.Sealing;
import cadre.engine.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Seals an edition as it is released: keeps its sources and what case files come to, for every later program to reproduce. */
@Command(
        name = "seal",
        description = "Seals an edition as it is released: keeps its sources and what case files come to.",
        mixinStandardHelpOptions = true)
final class Seal implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the edition.")
    private Path folder = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            description = "Case files to keep as well; those that another edition judges are left out.")
    private List<Path> files = List.of();

    @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or zh.")
    private Language language = Language.EN;

    @Override
    public Integer call() {
        LoggingSystem.get(Seal.class.getClassLoader()).beforeInitialize();
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), language);
        Path kept = folder;
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                terminal.say("unreadable", file);
                return Commands.REFUSED;
            }
        }
        try {
            Folder read = Folder.read(folder);
            ReleasedEditions released = ReleasedEditions.beside(folder);
            kept = released.of(read.edition().version());
            Rulebook rulebook = Rulebook.load(
                    Rulebook.compile(read.edition(), read.sources().files()), read.edition());
            Problems problems = new Problems();
            Map<String, byte[]> sealed = Sealing.of(
                            read.sources(),
                            read.edition(),
                            read.cases(),
                            examples(read),
                            new Evaluator(read.edition(), rulebook.inferences(), Map.of()),
                            released,
                            problems)
                    .orElseThrow(() -> new Refused(problems.all()));
            AllOrNothing.folder(kept, sealed);
            terminal.print(terminal.text("sealed", read.edition().version(), kept));
            return Commands.DONE;
        } catch (Refused refused) {
            terminal.refuse(folder.toString(), refused.problems());
        } catch (IOException unwritable) {
            terminal.say("unwritable", kept.toString());
        }
        return Commands.REFUSED;
    }

    private Map<String, CaseFile> examples(Folder read) throws IOException, Refused {
        Map<String, CaseFile> examples = new TreeMap<>();
        for (Path file : files) {
            Problems problems = new Problems();
            String name = String.valueOf(file.getFileName());
            Datum datum = JsonDocument.read(name, Files.readAllBytes(file), problems);
            Optional<CaseFile> caseFile =
                    datum == null ? Optional.empty() : CaseFileReader.read(datum, read.edition(), problems);
            if (problems.all().stream().anyMatch(problem -> !problem.code().equals("casefile.no-edition"))) {
                throw new Refused(problems.all());
            }
            caseFile.ifPresent(found -> examples.put(name.replaceFirst("\\.json$", ""), found));
        }
        return examples;
    }
}
