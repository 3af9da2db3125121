package cadre.engine.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** Drools 10.2.0 on text as an author would write it: what the printer guards against. */
final class RawDrools {
    private final KieServices drools = KieServices.Factory.get();
    private final KieContainer container;

    private RawDrools(Map<String, String> files) {
        KieFileSystem system = drools.newKieFileSystem();
        files.forEach((path, text) -> system.write(path, text));
        KieBuilder builder = drools.newKieBuilder(system).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        InternalKieModule module = errors.isEmpty() ? (InternalKieModule) builder.getKieModule() : null;
        try {
            if (module == null) {
                throw new DoesNotCompile(errors.toString());
            }
            container = drools.newKieContainer(module.getReleaseId());
        } finally {
            drools.getRepository().removeKieModule(drools.getRepository().getDefaultReleaseId());
        }
    }

    /** Drools' own refusal. */
    static final class DoesNotCompile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DoesNotCompile(String message) {
            super(message);
        }
    }

    /** Files by their path among the resources. */
    static RawDrools files(Map<String, String> files) {
        Map<String, String> paths = new HashMap<>();
        files.forEach((path, text) -> paths.put("src/main/resources/" + path, text));
        return new RawDrools(paths);
    }

    /** Files by their path in the project. */
    static RawDrools paths(Map<String, String> files) {
        return new RawDrools(files);
    }

    /** One rule that adds the value of an expression to the list of what was heard, each time it fires. */
    static RawDrools rule(String when, String heard) {
        return files(Map.of("raw/rules.drl", text("raw", "", when, heard)));
    }

    static String text(String packageName, String attribute, String when, String heard) {
        return """
                package %s;
                import cadre.engine.facts.*;
                global java.util.List heard;
                rule "T"
                    %s
                when
                    %s
                then
                    heard.add( %s );
                end
                """.formatted(packageName, attribute, when, heard);
    }

    long rules() {
        return container.getKieBase().getKiePackages().stream()
                .mapToLong(p -> p.getRules().size())
                .sum();
    }

    KieSession session(List<Object> heard) {
        KieSession session = container.newKieSession();
        session.setGlobal("heard", heard);
        return session;
    }

    List<Object> heard(Object... facts) {
        List<Object> heard = new ArrayList<>();
        KieSession session = session(heard);
        try {
            for (Object fact : facts) {
                session.insert(fact);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return heard;
    }

    boolean fires(Object... facts) {
        return !heard(facts).isEmpty();
    }
}
