package cadre.service.release.intake;

import cadre.engine.check.Check;
import cadre.engine.check.Progress;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.rulebook.Rulebook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The work of a confined process: reads its assignment from the folder it was started in and leaves the answer there. It
 * ends when whoever started it is gone, for then nothing holds its input open.
 */
public final class ConfinedWork {
    /** The argument with which the program is started for this. */
    public static final String COMMAND = "confined-work";

    static final String FOLDER = "cadre-confined-";
    static final String ASSIGNMENT = "assignment";
    static final String ANSWER = "answer";

    private ConfinedWork() {}

    /** Does the work; fails with whatever the edition did to it. */
    public static void run() throws IOException {
        LoggingSystem.get(ConfinedWork.class.getClassLoader()).beforeInitialize();
        Path folder = Path.of("").toAbsolutePath();
        endWithTheService(folder);
        Assignment assignment = Assignment.of(Files.readAllBytes(folder.resolve(ASSIGNMENT)));
        byte[] answer = switch (assignment.kind()) {
            case CHECK ->
                Answers.of(Check.of(assignment.name(), assignment.sources(), Check.Options.DEFAULT, Progress.NONE));
            case COMPILE -> Answers.of(kjar(assignment.sources()));
        };
        Path unfinished = folder.resolve("unfinished");
        Files.write(unfinished, answer);
        Files.move(unfinished, folder.resolve(ANSWER), StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] kjar(EditionSources sources) {
        Edition edition = EditionReader.read(sources, new Problems()).orElseThrow();
        return Rulebook.compile(edition, sources.files()).bytes();
    }

    private static void endWithTheService(Path folder) {
        Thread watch = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException gone) {
                        // As good as the end of the input.
                    }
                    try {
                        remove(folder);
                    } finally {
                        Runtime.getRuntime().halt(1);
                    }
                },
                "service-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Removes the folder of a confined process. */
    static void remove(Path folder) {
        if (!String.valueOf(folder.getFileName()).startsWith(FOLDER)) {
            throw new IllegalArgumentException(folder + " is not of a confined process");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : innermostFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
