package cadre.service.command;

import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.drafting.Consequence;
import cadre.engine.drafting.NewCriterion;
import cadre.engine.edition.Titles;
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

/** Begins a criterion in an edition: a rule, a parameter, and two cases that fail until they are filled in. */
@Command(
        name = "new-criterion",
        description = "Begins a criterion: a rule, a parameter, and two cases that fail until they are filled in.",
        mixinStandardHelpOptions = true)
final class BeginCriterion implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the edition.")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "Such as E-09.")
    private String id = "";

    @Option(names = "--title-en", required = true, paramLabel = "TEXT", description = "Its question in English.")
    private String english = "";

    @Option(names = "--title-zh", required = true, paramLabel = "TEXT", description = "Its question in Chinese.")
    private String chinese = "";

    @Option(
            names = "--effect",
            paramLabel = "EFFECT",
            defaultValue = "award",
            description =
                    "What follows from it: award or deduct points; gate or cap the grade (a panel may set aside a cap"
                            + " and no gate); flag; hold the result; ungraded; recommend. Default: award.")
    private Consequence effect = Consequence.AWARD;

    @Option(
            names = "--dimension",
            paramLabel = "CODE",
            description =
                    "The dimension it counts for; award and deduct need one. For the others, the dimension beside whose"
                            + " criteria it is to stand.")
    private @Nullable String dimension;

    @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or zh.")
    private Language language = Language.EN;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), language);
        try {
            Folder read = Folder.read(folder);
            Problems problems = new Problems();
            Map<String, byte[]> files = new NewCriterion(id, new Titles(english, chinese), effect, dimension)
                    .in(read.sources(), read.edition(), problems)
                    .orElseThrow(() -> new Refused(problems.all()));
            AllOrNothing.files(folder, files);
            terminal.print(terminal.text("new-criterion", id, String.join(", ", files.keySet()), folder));
            return Commands.DONE;
        } catch (Refused refused) {
            terminal.refuse(folder.toString(), refused.problems());
        } catch (IOException unwritable) {
            terminal.say("unwritable", folder.toString());
        }
        return Commands.REFUSED;
    }
}
