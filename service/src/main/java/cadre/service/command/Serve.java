package cadre.service.command;

import cadre.engine.document.Nearest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Starts the HTTP service; further settings are passed on to Spring Boot. */
@Command(
        name = "serve",
        description = "Starts the service, on loopback only, with its database in a file.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private static final String OWN = "cadre.";
    private static final String DEMO_FILE = "cadre.demo.file";
    private static final String ADDRESS = "server.address";

    /** The program's own settings; one that nobody reads would leave the service on another database than was meant. */
    static final List<String> SETTINGS = List.of(
            "cadre.access.held-back",
            "cadre.access.oidc.audience",
            "cadre.access.oidc.cadre-claim",
            "cadre.access.oidc.client-id",
            "cadre.access.oidc.client-secret",
            "cadre.access.oidc.clock-skew",
            "cadre.access.oidc.issuer",
            "cadre.access.oidc.keys-believed",
            "cadre.access.oidc.roles-claim",
            "cadre.access.oidc.roles.administrator",
            "cadre.access.oidc.roles.auditor",
            "cadre.access.oidc.roles.cadre",
            "cadre.access.oidc.roles.evaluator",
            "cadre.access.oidc.roles.policy-approver",
            "cadre.access.oidc.roles.policy-author",
            "cadre.access.oidc.roles.reviewer",
            "cadre.access.oidc.scope",
            "cadre.access.oidc.units-claim",
            "cadre.access.scrape-token",
            "cadre.database.url",
            "cadre.evaluation.reference-sample",
            "cadre.limit.at-once",
            "cadre.limit.body",
            "cadre.limit.caller-at-once",
            "cadre.limit.caller-per-second",
            "cadre.limit.per-second",
            "cadre.search.longest",
            "cadre.releases.key-file",
            "cadre.releases.exchange.every",
            "cadre.releases.exchange.heartbeat",
            "cadre.releases.exchange.again",
            "cadre.releases.exchange.recalled",
            "cadre.releases.confinement.megabytes",
            "cadre.releases.confinement.processor-time",
            "cadre.releases.confinement.deadline",
            "cadre.releases.confinement.checks",
            "cadre.releases.confinement.waiting",
            "cadre.trace.why-asked",
            "cadre.trace.window",
            "cadre.impact.threads",
            "cadre.impact.lease",
            "cadre.impact.chunk",
            DEMO_FILE);

    private final Class<?> service;

    @Option(
            names = "--demo",
            description = "A demonstration on loopback: one user for each role, and the examples evaluated.")
    private boolean demo;

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
        if (demo && isBeyondLoopback()) {
            terminal.say("demo.beyond-loopback");
            return CommandLine.ExitCode.USAGE;
        }
        return start(terminal);
    }

    private int start(Terminal terminal) {
        SpringApplication application = new SpringApplication(service);
        AtomicBoolean begun = new AtomicBoolean(true);
        // Before the service says that it is ready.
        application.addListeners((ApplicationListener<ApplicationStartedEvent>)
                started -> begun.set(begin(started.getApplicationContext(), terminal)));
        List<String> all = new ArrayList<>(settings);
        if (demo) {
            application.setDefaultProperties(Map.of("cadre.data", "demo"));
            all.add("--" + ADDRESS + "=127.0.0.1");
        }
        ConfigurableApplicationContext running;
        try {
            running = application.run(all.toArray(String[]::new));
        } catch (RuntimeException told) {
            terminal.say("not-started");
            return Commands.REFUSED;
        }
        if (!begun.get()) {
            running.close();
            return Commands.REFUSED;
        }
        Environment started = running.getEnvironment();
        terminal.say(
                "listening", Listening.at(running).orElse(""), database(started.getProperty("cadre.database.url", "")));
        return Commands.STAYS;
    }

    private boolean begin(ConfigurableApplicationContext context, Terminal terminal) {
        FirstStart first = new FirstStart(context, terminal);
        if (demo) {
            return first.demonstration(Path.of(context.getEnvironment().getProperty(DEMO_FILE, "data/demo.env")));
        }
        first.administrator();
        return true;
    }

    /** Asked for by an argument or in the environment. */
    private boolean isBeyondLoopback() {
        Stream<String> given = settings.stream()
                .filter(setting -> setting.startsWith("--") && setting.contains("="))
                .filter(setting ->
                        plain(setting.substring(2, setting.indexOf('='))).equals(plain(ADDRESS)))
                .map(setting -> setting.substring(setting.indexOf('=') + 1));
        Stream<String> around = Stream.ofNullable(System.getenv("SERVER_ADDRESS"));
        return Stream.concat(given, around).anyMatch(address -> !isLoopback(address));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
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
