package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.acceptance.Shell.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluation without a server, as people at a terminal and scripts meet it. */
class EvaluateTest {
    private static final Path GOOD = Shell.HOME.resolve("examples/strong-county-head.json");
    private static final Path OTHER = Shell.HOME.resolve("examples/register-not-asked.json");

    @TempDir
    private Path folder;

    @Test
    void explains_in_words() {
        assertThat(evaluate(GOOD).well().out()).contains("C-1001", "Excellent");
    }

    @Test
    void speaks_chinese_whatever_the_locale() {
        Done inC = Shell.in(folder).with("LC_ALL", "C").run(command("--lang", "zh", GOOD));
        Done inUtf8 = Shell.in(folder).with("LC_ALL", "C.UTF-8").run(command("--lang", "zh", GOOD));

        assertThat(inC.well().out()).contains("优秀").isEqualTo(inUtf8.well().out());
    }

    @Test
    void finds_files_with_chinese_names_whatever_the_locale() throws IOException {
        Done copied = Shell.in(folder).run("sh", "-c", "cp '" + GOOD + "' $(printf '\\347\\216\\213.json')");
        copied.well();

        assertThat(Shell.in(folder)
                        .run("sh", "-c", "'" + Shell.HOME.resolve("cadre") + "' evaluate --json *.json")
                        .well()
                        .out())
                .contains("EXCELLENT");
    }

    @Test
    void prints_nothing_but_one_outcome_a_line() {
        Done done = evaluate("--json", GOOD, OTHER).well();

        assertThat(done.out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        assertThat(done.err()).isEmpty();
    }

    @Test
    void the_edition_built_in_and_its_folder_judge_alike() {
        String builtIn = evaluate("--json", GOOD, OTHER).well().out();
        String folder = evaluate("--json", "--rules", Shell.HOME.resolve("rules/2026"), GOOD, OTHER)
                .well()
                .out();

        assertThat(folder).isEqualTo(builtIn);
    }

    @Test
    void reads_the_standard_input() throws IOException {
        Done done = Shell.in(folder).runWithInput(Files.readString(GOOD), command("--json", "-"));

        assertThat(done.well().out()).isEqualTo(evaluate("--json", GOOD).well().out());
    }

    @Test
    void evaluates_the_others_where_one_file_is_refused() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{ \"cadre\": {}, \"extra\": 1 }");

        Done done = evaluate("--json", bad, "missing.json", GOOD);

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.out().lines()).hasSize(1);
        assertThat(done.err()).contains("bad.json:1:", "/cadre/id", "/extra", "missing.json: cannot be read");
    }

    @Test
    void tells_the_problems_in_chinese_too() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{}");

        assertThat(evaluate("--lang", "zh", bad).err()).contains("未受理").doesNotContain("refused");
    }

    @Test
    void says_where_no_edition_is_in_force() throws IOException {
        Path old = Files.writeString(
                folder.resolve("old.json"), Files.readString(GOOD).replace("2026-", "1999-"));

        Done done = evaluate(old);

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("1999-12-31");
    }

    @Test
    void tells_every_problem_of_an_edition_folder() throws IOException {
        try (Stream<Path> sources = Files.list(Shell.HOME.resolve("rules/2026"))) {
            for (Path source : sources.toList()) {
                Files.copy(source, folder.resolve(source.getFileName()));
            }
        }
        Files.writeString(folder.resolve("a.drl"), "rule \"Z-01 Eval\" when eval( true ) then end\n");
        Files.writeString(folder.resolve("b.drl"), "function void f() {}\n");

        Done done = evaluate("--rules", folder, GOOD);

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("a.drl:1:", "b.drl:1:");
        assertThat(done.out()).isEmpty();
    }

    @Test
    void misuse_has_a_status_of_its_own() {
        assertThat(evaluate().status()).isEqualTo(2);
        assertThat(evaluate("--lang", "fr", GOOD).status()).isEqualTo(2);
        assertThat(Shell.in(folder)
                        .run(Shell.HOME.resolve("cadre"), "unheard-of")
                        .status())
                .isEqualTo(2);
    }

    private Done evaluate(Object... arguments) {
        return Shell.in(folder).run(command(arguments));
    }

    private static Object[] command(Object... arguments) {
        return Stream.concat(Stream.of(Shell.HOME.resolve("cadre"), "evaluate"), List.of(arguments).stream())
                .toArray();
    }
}
