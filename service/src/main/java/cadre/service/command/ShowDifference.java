package cadre.service.command;

import cadre.engine.difference.Difference;
import cadre.engine.difference.DifferenceJson;
import cadre.engine.difference.DifferenceText;
import cadre.engine.document.Refused;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed from one edition to another, in policy words. */
@Command(
        name = "diff",
        description = "Tells what changed from one edition to another, in policy words.",
        footer = "Exit status: 0 compared, whether anything changed or not; 1 a folder refused; 2 misused.",
        mixinStandardHelpOptions = true)
final class ShowDifference implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder of the edition before.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder of the edition after.")
    private Path after = Path.of("");

    @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or zh.")
    private Language language = Language.EN;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json with both languages.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), language);
        Folder old = read(before, terminal);
        Folder now = read(after, terminal);
        if (old == null || now == null) {
            return Commands.REFUSED;
        }
        Difference difference = Difference.of(old.edition(), old.cases(), now.edition(), now.cases());
        terminal.print(
                format == Format.JSON
                        ? DifferenceJson.write(difference)
                        : DifferenceText.render(difference, language.locale()).stripTrailing());
        return Commands.DONE;
    }

    private static @Nullable Folder read(Path folder, Terminal terminal) {
        try {
            return Folder.read(folder);
        } catch (Refused refused) {
            terminal.refuse(folder.toString(), refused.problems());
            return null;
        }
    }
}
