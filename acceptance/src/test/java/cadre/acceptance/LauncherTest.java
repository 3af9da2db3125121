package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.acceptance.Shell.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, on a machine where Maven, apt-get and the user are played by scripts. */
class LauncherTest {
    private static final Path BUILT = Shell.HOME.resolve("service/target/cadre.jar");

    @TempDir
    private Path temporary;

    private Path checkout;
    private Path tools;
    private Path journal;

    @BeforeEach
    void a_checkout_on_a_bare_machine() throws IOException {
        checkout = Files.createDirectories(temporary.resolve("a folder with spaces"));
        for (String folder : List.of("engine/src/main", "kjar", "service/src/main", "service/target", "rules")) {
            Files.createDirectories(checkout.resolve(folder));
        }
        for (String file : List.of("pom.xml", "engine/pom.xml", "service/pom.xml", "rules/a.drl")) {
            Files.writeString(checkout.resolve(file), "");
        }
        executable(Files.copy(Shell.HOME.resolve("cadre"), checkout.resolve("cadre")));

        journal = Files.createFile(temporary.resolve("journal"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        for (String tool : List.of(
                "cat",
                "cp",
                "dirname",
                "find",
                "grep",
                "head",
                "ln",
                "mkdir",
                "readlink",
                "sed",
                "sh",
                "tail",
                "tee",
                "touch",
                "tr")) {
            script(tool, "exec '" + which(tool) + "' \"$@\"");
        }
        script("id", "echo 1000");
    }

    @Test
    void runs_from_any_folder_and_through_a_symbolic_link() throws IOException {
        installJdk();
        installProgram();
        Path link = Files.createSymbolicLink(temporary.resolve("a link"), checkout.resolve("cadre"));

        assertThat(bare(temporary).run(link, "--help").well().out()).contains("serve");
        assertThat(bare(checkout).run("./cadre", "--help").well().out()).contains("serve");
    }

    @Test
    void builds_what_is_missing_once_and_shows_it_beside_the_output() throws IOException {
        installJdk();
        installMaven(0);

        Done first = bare(checkout).run("./cadre", "--help").well();
        Done second = bare(checkout).run("./cadre", "--help").well();

        assertThat(first.err()).contains("building", "Building cadre engine 1.0.0 [2/5]");
        assertThat(first.out()).contains("Usage").doesNotContain("uilding");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void builds_again_when_sources_are_newer() throws IOException {
        installJdk();
        installMaven(0);
        installProgram();
        later(Files.createFile(checkout.resolve("engine/src/main/New.java")));

        bare(checkout).run("./cadre", "--help").well();

        assertThat(journal).content().contains("mvn");
    }

    @Test
    void builds_again_for_newer_rules_only_where_the_built_in_ones_count() throws IOException {
        installJdk();
        installMaven(0);
        installProgram();
        later(checkout.resolve("rules/a.drl"));

        bare(checkout).run("./cadre", "--help").well();
        bare(checkout).run("./cadre", "evaluate", "--rules", "rules", "missing.json");
        assertThat(journal).isEmptyFile();

        bare(checkout).run("./cadre", "evaluate", "missing.json");
        assertThat(journal).content().contains("mvn");
    }

    @Test
    void says_why_a_build_failed() throws IOException {
        installJdk();
        installMaven(1);

        Done done = bare(checkout).run("./cadre", "--help");

        assertThat(done.status()).isEqualTo(3);
        assertThat(done.err()).contains("[ERROR] the reason", "target/build.log");
    }

    @Test
    void names_the_command_that_installs_what_is_missing() throws IOException {
        script("apt-get", "echo apt-get >> '" + journal + "'");
        installProgram();

        Done done = bare(checkout).run("./cadre", "--help");

        assertThat(done.status()).isEqualTo(3);
        assertThat(done.err()).contains("a JDK from 17 on", "sudo apt-get install -y default-jdk-headless");
        assertThat(journal).isEmptyFile();
    }

    @Test
    void installs_what_is_missing_for_root() throws IOException {
        script("id", "echo 0");
        script("apt-get", """
                echo "apt-get $*" >> '%s'
                case $* in
                  *default-jdk-headless) ln -s '%s' '%s/java' ;;
                  *maven) ln -s '%s' '%s/mvn' ;;
                esac
                """.formatted(journal, jdk("17.0.1").resolve("bin/java"), tools, maven(0), tools));

        Done done = bare(checkout).run("./cadre", "--help").well();

        assertThat(journal).content().contains("default-jdk-headless", "install -y --no-install-recommends maven");
        assertThat(done.err()).contains("installing default-jdk-headless", "installing maven");
    }

    @Test
    void refuses_a_jdk_that_is_too_old() throws IOException {
        Path old = jdk("11.0.2");
        installProgram();

        Done done = bare(checkout).with("JAVA_HOME", old.toString()).run("./cadre", "--help");

        assertThat(done.status()).isEqualTo(3);
        assertThat(done.err()).contains("a JDK from 17 on");
    }

    private Shell bare(Path directory) {
        return Shell.in(directory).with("PATH", tools.toString()).with("JAVA_HOME", "");
    }

    private void installJdk() throws IOException {
        link("java", jdk("17.0.1").resolve("bin/java"));
    }

    /** A JDK that says it has this version, and runs the one of the tests. */
    private Path jdk(String version) throws IOException {
        Path home = temporary.resolve("jdk " + version);
        Files.createDirectories(home.resolve("bin"));
        String real = System.getProperty("java.home");
        for (String program : List.of("java", "javac")) {
            executable(Files.writeString(
                    home.resolve("bin").resolve(program),
                    "#!/bin/sh\nexec '" + real + "/bin/" + program + "' \"$@\"\n"));
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void installProgram() throws IOException {
        Files.copy(BUILT, checkout.resolve("service/target/cadre.jar"));
        Files.createFile(checkout.resolve("service/target/cadre.jar.original"));
    }

    private void installMaven(int status) throws IOException {
        link("mvn", maven(status));
    }

    private Path maven(int status) throws IOException {
        Path script = temporary.resolve("maven");
        Files.writeString(script, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo "Apache Maven 3.8.7"; exit; fi
                echo "mvn $*" >> '%s'
                echo "[INFO] Building cadre engine 1.0.0          [2/5]"
                [ %d = 0 ] || { echo "[ERROR] the reason"; exit 1; }
                cp '%s' service/target/cadre.jar
                """.formatted(journal, status, BUILT));
        executable(script);
        return script;
    }

    private void script(String name, String body) throws IOException {
        executable(Files.writeString(tools.resolve(name), "#!/bin/sh\n" + body + "\n"));
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(tools.resolve(name), target);
    }

    private static Path which(String tool) {
        return Path.of(Shell.in(Shell.HOME)
                .run("sh", "-c", "command -v " + tool)
                .well()
                .out()
                .strip());
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void later(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }
}
