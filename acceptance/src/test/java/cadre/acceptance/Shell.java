package cadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a person at a terminal would, in the environment of the tests, whose locale is C. */
record Shell(Path directory, Map<String, String> environment) {
    static final Path HOME = Path.of(System.getProperty("cadre.home"));

    static Shell in(Path directory) {
        return new Shell(directory, Map.of());
    }

    Shell with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Shell(directory, more);
    }

    /** What a command left behind. */
    record Done(int status, String out, String err) {
        /** The same, where it must have gone well. */
        Done well() {
            assertThat(status).as(err).isZero();
            return this;
        }
    }

    Done run(Object... command) {
        return runWithInput("", command);
    }

    Done runWithInput(String input, Object... command) {
        try {
            Path given = Files.writeString(Files.createTempFile("in", null), input);
            Path out = Files.createTempFile("out", null);
            Path err = Files.createTempFile("err", null);
            Process process = process(command)
                    .redirectInput(given.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            Done done = new Done(
                    ended ? process.exitValue() : -1,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            for (Path file : List.of(given, out, err)) {
                Files.delete(file);
            }
            assertThat(ended).as("it ends; it said: %s", done).isTrue();
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    ProcessBuilder process(Object... command) {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
