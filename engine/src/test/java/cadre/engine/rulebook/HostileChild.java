package cadre.engine.rulebook;

import cadre.engine.document.Problems;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Severity;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.Firings;
import cadre.engine.inference.RuleFailed;
import cadre.engine.language.Conclusion.Verb;
import cadre.engine.language.Rule;
import cadre.engine.language.RuleReader;
import cadre.engine.rulebook.words.Recorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * A process that gives rule files to Drools as they are, as if there were no language before it. It reads the path of a
 * file from each line of its input, writes {@code RUNNING} once the file is compiled, and then what stopped it, if anything did.
 */
final class HostileChild {
    private static final String HEADER =
            "import cadre.engine.facts.*; global cadre.engine.rulebook.words.Recorder findings;";
    private static final FiringLimits LIMITS = new FiringLimits(2_000, Duration.ofSeconds(60));
    private static final int INCIDENTS = 200;

    private HostileChild() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println("STOPPED BY " + stopped(Files.readString(Path.of(line)), out));
        }
    }

    private static String stopped(String text, PrintStream out) {
        String whole = whole(text);
        Map<String, byte[]> compiled;
        try {
            compiled = Compilation.of(
                    Compilation.kmodule(List.of()).replace("</kmodule>", "<kbase name=\"e0\"/></kmodule>"),
                    Map.of("cadre/rules/e0/rules.drl", whole));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return compiles(whole) ? "class loader at compile" : "Drools' compiler";
        }
        out.println("RUNNING");
        try {
            run(compiled);
            return "nothing, and it did nothing";
        } catch (Reached e) {
            return "NOT STOPPED";
        } catch (RuleFailed e) {
            return "firing limit";
        } catch (LinkageError | ReflectiveOperationException e) {
            return "class loader at load";
        } catch (StackOverflowError e) {
            return "Java's stack";
        } catch (RuntimeException e) {
            return cause(e);
        }
    }

    private static String cause(RuntimeException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof Reached) {
                return "NOT STOPPED";
            } else if (at instanceof RuleFailed) {
                return "firing limit";
            } else if (at instanceof LinkageError || at instanceof ClassNotFoundException) {
                return "class loader at load";
            } else if (at instanceof StackOverflowError) {
                return "Java's stack";
            }
        }
        return "its own failure";
    }

    private static String whole(String text) {
        if (!text.startsWith("package ")) {
            return "package cadre.rules.e0; " + HEADER + "\n" + text;
        }
        int end = text.indexOf(';') + 1;
        return text.substring(0, end) + " " + HEADER + text.substring(end);
    }

    /** Whether Drools alone, with every class in its sight, takes the text. */
    private static boolean compiles(String text) {
        KieServices drools = KieServices.Factory.get();
        KieFileSystem files = drools.newKieFileSystem();
        files.write("src/main/resources/cadre/rules/e0/rules.drl", text);
        try {
            KieBuilder builder = drools.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            return builder.getResults().getMessages(Message.Level.ERROR).isEmpty();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return false;
        } finally {
            drools.getRepository().removeKieModule(drools.getRepository().getDefaultReleaseId());
        }
    }

    private static void run(Map<String, byte[]> compiled) throws ReflectiveOperationException {
        String model = compiled.keySet().stream()
                .filter(name -> name.matches("(.*/)?Rules[0-9A-F]{32}\\.class"))
                .findFirst()
                .orElseThrow();
        KieBase base = KieBaseBuilder.createKieBaseFromModel((Model) new Blinkers(Sight.RUNNING, compiled)
                .loadClass(model.replace('/', '.').substring(0, model.length() - ".class".length()))
                .getDeclaredConstructor()
                .newInstance());
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", recorder());
            facts().forEach(session::insert);
            session.getAgenda().getAgendaGroup("use").setFocus();
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(Given.cadre(), Given.indicator("air-quality-days", "1", "1")));
        for (int i = 0; i < INCIDENTS; i++) {
            facts.add(Given.incident("N-" + i, Severity.SERIOUS, "2026-05-01"));
        }
        return facts;
    }

    /** Held to the limits of every run; hears when a rule gets past what it tries. */
    private static Object recorder() {
        Firings firings = new Firings(LIMITS);
        Rule rule = RuleReader.read("x.drl", "rule \"X-01 X\" when Cadre( ) then findings.flag( ); end", new Problems())
                .rules()
                .get(0);
        return Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {Recorder.class}, (proxy, method, arguments) -> {
                    heard(method.getName(), arguments == null ? null : arguments[0], rule, firings);
                    return null;
                });
    }

    private static void heard(String word, @Nullable Object argument, Rule rule, Firings firings) {
        if (word.equals("recommend")) {
            throw new Reached(String.valueOf(argument));
        }
        firings.begin(rule, List.of(), List.of(), Map.of());
        firings.conclude(Verb.FLAG, BigDecimal.ZERO, null);
    }

    /** The rule came to its end. */
    private static final class Reached extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Reached(String message) {
            super(message);
        }
    }
}
