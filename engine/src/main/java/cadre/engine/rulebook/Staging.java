package cadre.engine.rulebook;

import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the build asks of the engine to make a kjar: the printed text before, the proof afterwards. */
public final class Staging {
    private Staging() {}

    /**
     * {@code print FOLDER PROJECT}: prints the edition in the folder to where kie-maven-plugin reads it, or {@code verify
     * KJAR}: loads the kjar, which must hold exactly the rules of the sources in it.
     *
     * @throws Refused if the edition has problems
     */
    public static void main(String[] arguments) throws IOException, Refused {
        switch (arguments[0]) {
            case "print" -> print(Path.of(arguments[1]), Path.of(arguments[2]));
            case "verify" -> verify(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void print(Path folder, Path project) throws IOException, Refused {
        Problems problems = new Problems();
        Edition edition = EditionReader.read(folder, problems).orElse(null);
        problems.refuse();
        if (edition == null || edition.rules().isEmpty()) {
            throw new RulebookBroken("no rules in " + folder);
        }
        List<Epoch> epochs = Epoch.of(edition);
        Path resources = project.resolve("src/main/resources");
        write(resources.resolve("META-INF/kmodule.xml"), Compilation.kmodule(epochs));
        for (Epoch epoch : epochs) {
            write(resources.resolve(epoch.path()), epoch.text(edition));
        }
        System.out.printf("%s: %d rules%n", edition.code(), edition.rules().size());
    }

    private static void verify(Path file) throws IOException, Refused {
        Kjar kjar = Kjar.of(Files.readAllBytes(file));
        Problems problems = new Problems();
        Edition edition = EditionReader.read(kjar.sources(), problems).orElse(null);
        problems.refuse();
        if (edition == null || edition.rules().isEmpty()) {
            throw new RulebookBroken("no rules in " + file);
        }
        Rulebook.load(kjar, edition);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
