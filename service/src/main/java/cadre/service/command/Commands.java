package cadre.service.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands of the program. */
public final class Commands {
    /** Exit status of a command that leaves a server running. */
    public static final int STAYS = -1;

    static final int DONE = 0;
    static final int REFUSED = 1;
    private static final int FAILED = 3;

    private final CommandLine line;

    /**
     * @param service the Spring Boot application that {@code serve} starts
     */
    public Commands(Class<?> service) {
        line = new CommandLine(new Root())
                .addSubcommand("evaluate", new Evaluate())
                .addSubcommand("check", new Check())
                .addSubcommand("catalogue", new ShowCatalogue())
                .addSubcommand("diff", new ShowDifference())
                .addSubcommand("impact", new ShowImpact())
                .addSubcommand("seal", new Seal())
                .addSubcommand("new-edition", new BeginEdition())
                .addSubcommand("new-criterion", new BeginCriterion())
                .addSubcommand("serve", new Serve(service))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, arguments) -> {
                    failure.printStackTrace(command.getErr());
                    return FAILED;
                });
    }

    /**
     * Runs one command and gives its exit status: 0 done, 1 an input refused, 2 misused, 3 the program itself failed or
     * its output could not be written, or
     * {@link #STAYS}.
     */
    public int execute(String... arguments) {
        int status = line.execute(arguments);
        boolean lost = line.getOut().checkError();
        return lost && status == DONE ? FAILED : status;
    }

    @Command(
            name = "cadre",
            description = "Evaluates cadres by published criteria, and explains every result.",
            footer = "In a checkout, ./cadre test runs all tests and ./cadre build takes in what has changed.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root {}
}
