package cadre.service.command;

import cadre.engine.document.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Starts the HTTP service; further settings are passed on to Spring Boot. */
@Command(
        name = "serve",
        description = "Starts the service, on loopback only, with its database in a file.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private static final String OWN = "cadre.";

    /** The program's own settings; one that nobody reads would leave the service on another database than was meant. */
    private static final List<String> SETTINGS =
            List.of("cadre.database.url", "cadre.evaluation.reference-sample", "cadre.releases.key-file");

    private final Class<?> service;

    @Spec
    private @Nullable CommandSpec spec;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    Serve(Class<?> service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Terminal terminal = new Terminal(line.getOut(), line.getErr(), Language.EN);
        boolean misused = false;
        for (String setting : settings) {
            misused |= refused(setting, terminal);
        }
        if (misused) {
            return CommandLine.ExitCode.USAGE;
        }
        Environment started =
                SpringApplication.run(service, settings.toArray(String[]::new)).getEnvironment();
        terminal.say(
                "listening",
                started.getProperty("server.address", "127.0.0.1"),
                started.getProperty("local.server.port", ""),
                database(started.getProperty("cadre.database.url", "")));
        return Commands.STAYS;
    }

    private static boolean refused(String setting, Terminal terminal) {
        if (!setting.startsWith("--")) {
            terminal.say("no-setting", setting);
            return true;
        }
        int end = setting.indexOf('=');
        String name = setting.substring(2, end < 0 ? setting.length() : end);
        if (!name.startsWith(OWN)
                || SETTINGS.stream().anyMatch(known -> plain(known).equals(plain(name)))) {
            return false;
        }
        Optional<String> near = Nearest.to(name, SETTINGS);
        terminal.say("unknown-setting", name, near.orElse(String.join(", ", SETTINGS)));
        return true;
    }

    /** Spring reads referenceSample and reference-sample alike. */
    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Where the data is, without a password. */
    private static String database(String url) {
        return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }
}
