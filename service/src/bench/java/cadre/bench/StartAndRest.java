package cadre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How long the service takes from start to ready, on a new database in a file, and how much memory it rests in. */
public final class StartAndRest {
    private static final int POSTS = 2_000;

    private StartAndRest() {}

    /** Arguments: how often, then options of Java for the service. */
    public static void main(String[] arguments) throws Exception {
        int times = Integer.parseInt(arguments[0]);
        List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
        Requests requests = new Requests(Cases.of2026().generated(1_000));
        double[] seconds = new double[times];
        double[] resident = new double[times];
        for (int i = 0; i < times; i++) {
            Path folder = Files.createTempDirectory("cadre-bench");
            String url = "jdbc:h2:file:" + folder.resolve("cadre") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
            try (RunningService service = RunningService.start(options, url)) {
                seconds[i] = service.untilReady.toMillis() / 1000.0;
                resident[i] = service.residentMegabytes();
                System.out.printf("ready after %.2f s; %s", seconds[i], memory(service));
                try (HttpConnection connection = new HttpConnection(service.port, service.token)) {
                    for (int post = 0; post < POSTS; post++) {
                        DurablePosts.post(connection, requests.next());
                    }
                }
                System.out.printf("; after %d evaluations %s%n", POSTS, memory(service));
            } finally {
                delete(folder);
            }
        }
        System.out.printf(
                "seconds from start to ready: %s; MB resident when ready: %s%n",
                Spread.of(seconds), Spread.of(resident));
    }

    private static String memory(RunningService service) throws IOException, InterruptedException {
        long resident = service.residentMegabytes();
        return "%d MB resident, %d MB of live objects".formatted(resident, service.liveMegabytes());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
