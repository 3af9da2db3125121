package cadre.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A fresh JVM with the classes of this one, in which something is measured turn by turn. */
final class JavaProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader told;

    /** Starts it. */
    JavaProcess(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Drules.directory=" + System.getProperty("rules.directory", "rules"));
        command.addAll(options);
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.told = process.inputReader(UTF_8);
    }

    /** Allows the next turn, and waits until it is over. */
    Turn turn() throws IOException {
        OutputStream allow = process.getOutputStream();
        allow.write('\n');
        allow.flush();
        String line = told.readLine();
        while (line != null && !Turn.told(line)) {
            line = told.readLine();
        }
        if (line == null) {
            throw new IOException("the process has ended before its turn");
        }
        return Turn.read(line);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
