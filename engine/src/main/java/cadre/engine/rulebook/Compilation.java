package cadre.engine.rulebook;

import cadre.engine.edition.Edition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Has Drools compile printed text. */
final class Compilation {
    private static final AtomicLong COUNT = new AtomicLong();

    private Compilation() {}

    /**
     * The files Drools makes of an edition's epochs, the printed text among them.
     *
     * @throws RulebookBroken if Drools refuses the text
     */
    static Map<String, byte[]> of(Edition edition, List<Epoch> epochs) {
        return of(
                kmodule(epochs), epochs.stream().collect(Collectors.toMap(Epoch::path, epoch -> epoch.text(edition))));
    }

    /** The same for any text by its path: what stands between it and the machine is {@link Sight} alone. */
    static Map<String, byte[]> of(String kmodule, Map<String, String> texts) {
        KieServices drools = KieServices.Factory.get();
        ReleaseId once = drools.newReleaseId("cadre.rules", "compilation", Long.toString(COUNT.incrementAndGet()));
        KieFileSystem files = drools.newKieFileSystem();
        files.generateAndWritePomXML(once);
        files.writeKModuleXML(kmodule);
        texts.forEach((path, text) -> files.write("src/main/resources/" + path, text));
        try {
            KieBuilder builder = drools.newKieBuilder(files, new Blinkers(Sight.COMPILING, Map.of()))
                    .buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new RulebookBroken(errors.stream().map(Message::toString).collect(Collectors.joining("\n")));
            }
            InternalKieModule module = (InternalKieModule) builder.getKieModule();
            return new HashMap<>(Kjar.of(module.getBytes()).entries());
        } catch (RulebookBroken e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RulebookBroken("Drools failed on printed text", e);
        } finally {
            drools.getRepository().removeKieModule(once);
        }
    }

    /** One KieBase for each epoch. */
    static String kmodule(List<Epoch> epochs) {
        return epochs.stream()
                .map(epoch -> "  <kbase name=\"%s\" packages=\"%s\"/>%n".formatted(epoch.name(), epoch.packageName()))
                .collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <kmodule xmlns="http://www.drools.org/xsd/kmodule">
                        """, "</kmodule>\n"));
    }
}
