package cadre.service.command;

import cadre.engine.check.Check.Options;
import cadre.engine.check.Report;
import cadre.engine.check.Severity;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.drafting.NewEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/** Begins an edition from an earlier one, in a folder beside it, and checks what it made. */
@Command(
        name = "new-edition",
        description = "Begins an edition from an earlier one, in a folder beside it, and checks it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the edition is begun, and nothing is wrong with it",
            "1:refused, or begun with problems, which are told",
            "2:misused"
        })
final class BeginEdition implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CODE", description = "Its name, such as 2027; a year moves the days in force there.")
    private String code = "";

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "The folder of the earlier edition.")
    private Path from = Path.of("");

    @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or zh.")
    private Language language = Language.EN;

    @Override
    public Integer call() {
        LoggingSystem.get(BeginEdition.class.getClassLoader()).beforeInitialize();
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), language);
        Path to = from;
        try {
            Folder earlier = Folder.read(from);
            Problems problems = new Problems();
            Map<String, byte[]> files = NewEdition.of(earlier.sources(), earlier.edition(), code, problems)
                    .orElseThrow(() -> new Refused(problems.all()));
            to = NewEdition.folder(from, code, problems).orElseThrow(() -> new Refused(problems.all()));
            AllOrNothing.folder(to, files);
            terminal.print(terminal.text(
                    earlier.edition().to() == null ? "new-edition.open" : "new-edition",
                    shown(to),
                    from,
                    earlier.edition().code()));
            Report report = check(shown(to), line, terminal);
            terminal.print(new CheckText(terminal, language.locale()).of(List.of(report)));
            return report.count(Severity.ERROR) == 0 ? Commands.DONE : Commands.REFUSED;
        } catch (Refused refused) {
            terminal.refuse(from.toString(), refused.problems());
        } catch (IOException unwritable) {
            terminal.say("unwritable", to.toString());
        }
        return Commands.REFUSED;
    }

    private static Report check(Path folder, CommandLine line, Terminal terminal) {
        try (Ticker ticker = new Ticker(folder.toString(), line.getErr(), terminal)) {
            return cadre.engine.check.Check.of(folder, List.of(), Options.DEFAULT, ticker);
        }
    }

    /** As one would type it from here. */
    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
