package cadre.service.command;

import cadre.service.access.Caller;
import cadre.service.access.FirstAccounts;
import cadre.service.access.Role;
import cadre.service.evaluation.Evaluations;
import cadre.service.evaluation.Submission;
import cadre.service.trace.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a service without accounts makes at its start: an administrator, or a demonstration. Passwords go to the terminal only. */
final class FirstStart {
    private final ApplicationContext service;
    private final Terminal terminal;

    FirstStart(ApplicationContext service, Terminal terminal) {
        this.service = service;
        this.terminal = terminal;
    }

    void administrator() {
        service.getBean(FirstAccounts.class)
                .administrator()
                .ifPresent(made -> terminal.say("administrator", made.login(), made.password()));
    }

    /** Whether there is a demonstration now; none where people have accounts. */
    boolean demonstration(Path file) {
        FirstAccounts accounts = service.getBean(FirstAccounts.class);
        if (!accounts.onlyDemonstration()) {
            terminal.say("demo.taken");
            return false;
        }
        List<FirstAccounts.Made> people = accounts.demonstration();
        evaluate(people.stream()
                .map(FirstAccounts.Made::caller)
                .filter(caller -> caller.is(Role.EVALUATOR))
                .findFirst()
                .orElseThrow());
        write(file, people);
        terminal.say("demo.begins");
        people.forEach(made -> terminal.say("demo.person", made.login(), made.password()));
        terminal.say("demo.ends", file);
        return true;
    }

    /** The examples under the keys that README and the walk use, so that these get the first answer again. */
    private void evaluate(Caller evaluator) {
        Evaluations evaluations = service.getBean(Evaluations.class);
        try {
            for (Resource example :
                    new PathMatchingResourcePatternResolver().getResources("classpath:examples/*.json")) {
                String key = "walk-" + Objects.requireNonNull(example.getFilename());
                evaluations.submit(new Submission(
                        new Visit(evaluator, "", null), key, example.getContentAsByteArray(), null, null, null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tokens by role, for a shell to read, and for nobody but who started the service. */
    private static void write(Path file, List<FirstAccounts.Made> people) {
        List<String> lines = new ArrayList<>();
        lines.add("# Tokens of the demonstration, made anew at each start.");
        for (FirstAccounts.Made made : people) {
            lines.add("export " + made.caller().roles().iterator().next() + "=" + made.token());
        }
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
