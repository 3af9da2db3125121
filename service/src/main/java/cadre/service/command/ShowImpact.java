package cadre.service.command;

import cadre.engine.document.Refused;
import cadre.engine.impact.Impact;
import cadre.engine.impact.ImpactJson;
import cadre.engine.impact.ImpactText;
import cadre.engine.impact.Limits;
import cadre.service.release.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells whom an edition would affect, against what was decided, and because of what. */
@Command(
        name = "impact",
        description = "Tells whom an edition would affect, against what was decided, and because of what.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all inputs were compared, whether the candidate can judge them or not",
            "1:an edition was refused, or some inputs could not be compared; the report is about the others",
            "2:misused"
        })
final class ShowImpact implements Callable<Integer> {
    private static final String BUILT_IN = "built-in";
    private static final int MOST_MOVERS = 1_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Case files, folders of them, or files with one on each line (.jsonl).")
    private List<Path> paths = List.of();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            defaultValue = BUILT_IN,
            description = "The edition that decided: a folder, or built-in (the default) for those in force.")
    private String from = BUILT_IN;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "The candidate: the folder of an edition.")
    private Path to = Path.of("");

    @Option(
            names = "--decided",
            paramLabel = "FILE",
            description = "Outcomes that were decided, one a line as evaluate --json prints them, in the order of the"
                    + " case files; without it the case files are evaluated by --from.")
    private @Nullable Path decided;

    @Option(names = "--json", description = "Print the report as JSON, and its digest beside it.")
    private boolean json;

    @Option(
            names = "--movers",
            paramLabel = "N",
            description = "List at most N persons whom it affects (default: 1000); all are counted.")
    private int movers = Limits.DEFAULT.movers();

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Language of the report and of problems: en or zh.")
    private Language language = Language.EN;

    @Override
    public Integer call() {
        LoggingSystem.get(ShowImpact.class.getClassLoader()).beforeInitialize();
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (movers < 0 || movers > MOST_MOVERS) {
            throw new ParameterException(line, "--movers is a number from 0 to " + MOST_MOVERS);
        }
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), language);
        for (Path path : paths) {
            if (!Files.exists(path)) {
                terminal.say("impact.no-such-file", path.toString());
                return CommandLine.ExitCode.USAGE;
            }
        }
        Judges judges = judges(from, terminal);
        Judges candidate = judges == null ? null : judges(to.toString(), terminal);
        if (judges == null || candidate == null) {
            return Commands.REFUSED;
        }
        Release release = candidate.releases().get(0);
        Limits limits = Limits.DEFAULT.withMovers(movers);
        Ticker ticker = new Ticker(to.toString(), line.getErr(), terminal);
        Comparing comparing = new Comparing(judges, release, limits, ticker);
        Impact impact;
        try (ticker;
                comparing) {
            read(comparing);
            impact = comparing.finish();
        }
        return told(impact, comparing, terminal);
    }

    private static @Nullable Judges judges(String edition, Terminal terminal) {
        try {
            return edition.equals(BUILT_IN) ? Judges.builtIn() : Judges.in(Path.of(edition));
        } catch (Refused refused) {
            terminal.refuse(edition, refused.problems());
            return null;
        }
    }

    private void read(Comparing comparing) {
        Path file = decided;
        if (file == null) {
            each(comparing, (name, bytes) -> comparing.add(new Comparing.Input(name, bytes, null)));
            return;
        }
        try (Decisions decisions = new Decisions(file)) {
            each(comparing, (name, bytes) -> {
                try {
                    decisions
                            .of(bytes)
                            .ifPresentOrElse(
                                    outcome -> comparing.add(new Comparing.Input(name, bytes, outcome)),
                                    () -> comparing.leaveOut(new Comparing.LeftOut(
                                            name, List.of(), "impact.not-decided", decisions.next())));
                } catch (IOException unreadable) {
                    comparing.leaveOut(new Comparing.LeftOut(file.toString(), List.of(), "unreadable", ""));
                }
            });
        } catch (IOException unreadable) {
            comparing.leaveOut(new Comparing.LeftOut(file.toString(), List.of(), "unreadable", ""));
        }
    }

    private void each(Comparing comparing, CaseFiles.Use use) {
        for (Path path : paths) {
            try {
                CaseFiles.each(path, use);
            } catch (IOException unreadable) {
                comparing.leaveOut(new Comparing.LeftOut(path.toString(), List.of(), "unreadable", ""));
            }
        }
    }

    private int told(Impact impact, Comparing comparing, Terminal terminal) {
        if (json) {
            byte[] report = ImpactJson.write(impact);
            terminal.print(new String(report, StandardCharsets.UTF_8));
            terminal.note(ImpactJson.digest(report));
        } else {
            terminal.print(ImpactText.render(impact, language.locale())
                    .lines()
                    .map(CheckText::visible)
                    .collect(Collectors.joining("\n")));
        }
        for (Comparing.LeftOut input : comparing.leftOut()) {
            if (input.remark().isEmpty()) {
                terminal.refuse(input.name(), input.problems());
            } else {
                terminal.say(input.remark(), input.name(), input.what());
            }
        }
        if (comparing.missed() > 0) {
            terminal.say(
                    "impact.left-out",
                    comparing.missed(),
                    comparing.given(),
                    comparing.leftOut().size());
        }
        return comparing.missed() > 0 ? Commands.REFUSED : Commands.DONE;
    }
}
