package cadre.service.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Starts the HTTP service; further settings are passed on to Spring Boot. */
@Command(
        name = "serve",
        description = "Starts the service, on loopback only, with its database in a file.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private final Class<?> service;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    Serve(Class<?> service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        SpringApplication.run(service, settings.toArray(String[]::new));
        return Commands.STAYS;
    }
}
