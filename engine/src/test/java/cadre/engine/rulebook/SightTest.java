package cadre.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.facts.Severity;
import cadre.engine.rulebook.words.Recorder;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Foreign code in a consequence or constraint, as if there were no language before Drools: it must reach nothing. */
class SightTest {
    private static final String TEXT = """
            package cadre.rules.e0;
            import cadre.engine.facts.*;
            global cadre.engine.rulebook.words.Recorder findings;
            rule "X"
            when
                $f0 : Incident( %s )
            then
                findings.recommend( "began" );
                %s
            end
            """;

    private final List<Object> heard = new ArrayList<>();

    /** Runs a rule with these parts and answers what it recommended; what stopped it is thrown. */
    private void run(String constraint, String consequence) throws ReflectiveOperationException {
        Map<String, byte[]> entries = Compilation.of(
                Compilation.kmodule(List.of()).replace("</kmodule>", "<kbase name=\"e0\"/></kmodule>"),
                Map.of("cadre/rules/e0/rules.drl", TEXT.formatted(constraint, consequence)));
        String model = entries.keySet().stream()
                .filter(name -> name.matches("cadre/rules/e0/Rules[0-9A-F]{32}\\.class"))
                .findFirst()
                .orElseThrow();
        KieBase base = KieBaseBuilder.createKieBaseFromModel((Model) new Blinkers(Sight.RUNNING, entries)
                .loadClass(model.replace('/', '.').substring(0, model.length() - ".class".length()))
                .getDeclaredConstructor()
                .newInstance());
        KieSession session = base.newKieSession();
        try {
            session.setGlobal(
                    "findings",
                    Proxy.newProxyInstance(
                            Recorder.class.getClassLoader(),
                            new Class<?>[] {Recorder.class},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("recommend")) {
                                    heard.add(arguments[0]);
                                }
                                return null;
                            }));
            session.insert(Given.incident("N-1", Severity.SERIOUS, "2026-05-01"));
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    @Test
    void what_the_vocabulary_has_is_seen() throws ReflectiveOperationException {
        run("severity == Severity.SERIOUS", "findings.recommend( String.valueOf( $f0.on() ) );");
        assertThat(heard).containsExactly("began", "2026-05-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String.valueOf( Runtime.getRuntime().availableProcessors() )",
                "System.getProperty( \"user.home\" )",
                "System.getenv( \"PATH\" )",
                "String.valueOf( new java.io.File( \"/etc/passwd\" ).exists() )",
                "java.nio.file.Path.of( \"/etc/passwd\" ).toString()",
                "String.valueOf( java.nio.file.Files.exists( java.nio.file.Path.of( \"/etc/passwd\" ) ) )",
                "String.valueOf( new ProcessBuilder( \"true\" ).command() )",
                "Thread.currentThread().getName()",
                "String.valueOf( new java.net.URL( \"http://localhost\" ).getHost() )",
                "String.valueOf( new java.util.Scanner( \"x\" ).next() )",
                "Class.forName( \"java.lang.Runtime\" ).getName()",
                "Class.forName( \"java.lang.Runtime\", true, null ).getName()",
                "Class.forName( \"java.lang.Runtime\", true, $f0.getClass().getClassLoader() ).getName()",
                "$f0.getClass().getName()",
                "String.valueOf( $f0.getClass().getClassLoader() )",
                "String.valueOf( Incident.class.getDeclaredMethods().length )",
                "String.valueOf( \"\".getClass().getModule() )",
                "String.valueOf( ClassLoader.getSystemClassLoader() )",
                "String.valueOf( java.lang.invoke.MethodHandles.lookup() )",
                "String.valueOf( java.lang.invoke.MethodHandles.publicLookup() )",
                "String.valueOf( new java.lang.ref.WeakReference( $f0 ).get() )",
                "String.valueOf( java.util.concurrent.ForkJoinPool.commonPool() )",
                "String.valueOf( java.util.ServiceLoader.load( Incident.class ) )",
                "String.valueOf( cadre.engine.facts.Vocabulary.types() )",
                "String.valueOf( cadre.engine.facts.FactType.class )",
                "String.valueOf( cadre.engine.rulebook.Kjar.of( new byte[ 0 ] ) )",
                "String.valueOf( org.kie.api.KieServices.Factory.get() )",
                "String.valueOf( drools.getRule() )",
                "String.valueOf( org.drools.util.IoUtils.UTF8_CHARSET )",
                "String.valueOf( org.drools.util.ClassUtils.class )",
                "String.valueOf( org.drools.core.util.KieFunctions.isNull( $f0 ) )",
            })
    void what_leads_to_files_processes_threads_loaders_or_java_itself_is_not(String expression) {
        Throwable stopped = stopped("", "findings.recommend( " + expression + " );");
        assertThat(heard).as("%s", stopped).doesNotHaveDuplicates().isSubsetOf("began");
        assertThat(stopped).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.getProperty( \"user.home\" ) != null",
                "Runtime.getRuntime() != null",
                "new java.io.File( \"/\" ).exists()",
                "Class.forName( \"java.lang.Runtime\", true, null ) != null",
                "java.lang.invoke.MethodHandles.lookup() != null",
                "$l : java.lang.Thread.currentThread()",
            })
    void not_in_a_constraint_either(String constraint) {
        Throwable stopped = stopped(constraint, "");
        assertThat(heard).as("%s", stopped).isEmpty();
        assertThat(stopped).isNotNull();
    }

    private @Nullable Throwable stopped(String constraint, String consequence) {
        try {
            run(constraint, consequence);
            return null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return e;
        }
    }
}
