package cadre.service.release.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that starts the same program again for {@link ConfinedWork}.
 *
 * @param megabytes of heap
 * @param processorTime after which the system ends it, where there is a shell to ask for that
 */
record ChildCommand(int megabytes, Duration processorTime) {
    private static final Path SHELL = Path.of("/bin/sh");

    /** No core, no long files, a bound on processor time; and whoever is asking the service comes first. */
    private static final String LIMITS = "ulimit -c 0; ulimit -f 262144; ulimit -t %d; exec nice -n 5 \"$0\" \"$@\"";

    List<String> of(Path folder) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", LIMITS.formatted(processorTime.toSeconds())));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                "-Xms32m",
                "-Xmx" + megabytes + "m",
                "-Xss1m",
                "-XX:MaxMetaspaceSize=" + megabytes / 2 + "m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:ActiveProcessorCount=1",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + folder.resolve("crash"),
                "-Xshare:auto"));
        String path = System.getProperty("java.class.path");
        if (isPacked()) {
            command.addAll(List.of("-jar", Path.of(path).toAbsolutePath().toString()));
        } else {
            command.addAll(List.of("-cp", absolute(path), "cadre.service.Cadre"));
        }
        command.add(ConfinedWork.COMMAND);
        return command;
    }

    private static String absolute(String path) {
        String separator = System.getProperty("path.separator");
        List<String> parts = new ArrayList<>();
        for (String part : path.split(java.util.regex.Pattern.quote(separator), -1)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(separator, parts);
    }

    /** Whether this program runs from the one jar that holds all others. */
    private static boolean isPacked() {
        return String.valueOf(ChildCommand.class.getResource("ChildCommand.class"))
                .startsWith("jar:nested:");
    }
}
