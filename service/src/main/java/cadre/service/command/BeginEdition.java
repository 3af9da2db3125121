package cadre.service.command;

import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.drafting.NewEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins an edition from an earlier one, in a folder beside it. */
@Command(
        name = "new-edition",
        description = "Begins an edition from an earlier one, in a folder beside it.",
        mixinStandardHelpOptions = true)
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
            return Commands.DONE;
        } catch (Refused refused) {
            terminal.refuse(from.toString(), refused.problems());
        } catch (IOException unwritable) {
            terminal.say("unwritable", to.toString());
        }
        return Commands.REFUSED;
    }

    /** As one would type it from here. */
    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
