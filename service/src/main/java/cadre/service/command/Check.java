package cadre.service.command;

import cadre.engine.check.Check.Options;
import cadre.engine.check.Report;
import cadre.engine.check.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks folders of editions: problems and a summary on the output, progress beside it. */
@Command(
        name = "check",
        description = "Checks editions: files, rules, weights, cases. Says what is wrong and how to mend it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:nothing is wrong", "1:there are problems", "2:misused"})
final class Check implements Callable<Integer> {
    private static final int MOST_FACTS = 1_000_000;

    /** How the report is written. */
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of editions, such as rules/2026.")
    private List<Path> folders = List.of();

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "Language of problems: en or zh.")
    private Language language = Language.EN;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, or sarif for code-review tools.")
    private Format format = Format.TEXT;

    @Option(
            names = "--facts",
            paramLabel = "N",
            description = "Compare the evaluators on N case files made by chance (default: 300).")
    private int facts = Options.DEFAULT.facts();

    @Option(
            names = "--mutate",
            description = "Change rules and parameters a little, one change at a time: some case must notice each.")
    private boolean mutate;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Override
    public Integer call() {
        LoggingSystem.get(Check.class.getClassLoader()).beforeInitialize();
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (facts < 0 || facts > MOST_FACTS) {
            throw new ParameterException(line, "--facts is a number from 0 to " + MOST_FACTS);
        }
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), language);
        List<Report> reports = new ArrayList<>();
        for (Path folder : folders) {
            try (Ticker ticker = new Ticker(folder.toString(), line.getErr(), terminal)) {
                reports.add(cadre.engine.check.Check.of(folder, reports, new Options(facts, mutate), ticker));
            }
        }
        switch (format) {
            case TEXT -> terminal.print(new CheckText(terminal, language.locale()).of(reports));
            case JSON -> terminal.print(CheckJson.of(reports));
            case SARIF -> terminal.print(CheckSarif.of(reports, language.locale()));
        }
        return reports.stream().anyMatch(this::fails) ? Commands.REFUSED : Commands.DONE;
    }

    private boolean fails(Report report) {
        return report.count(Severity.ERROR) > 0 || (strict && report.count(Severity.WARNING) > 0);
    }
}
