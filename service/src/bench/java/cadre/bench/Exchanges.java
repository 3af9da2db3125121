package cadre.bench;

import cadre.engine.casefile.CaseFile;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.rulebook.Rulebook;
import cadre.service.release.ServingReplica;
import cadre.service.release.Steps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Eight clients have cases of edition 2026 judged durably, on a PostgreSQL with fsync on, while its releases are exchanged
 * for one with other weights and back again, each time compiled anew; the same without exchanges before and after. Every
 * answer must be a 201 and hold the total that one of the two comes to.
 */
public final class Exchanges {
    private static final int CLIENTS = 8;

    private Exchanges() {}

    /**
     * Arguments: exchanges, seconds of warming up, seconds without exchanges before and after, and how many releases out of force
     * stay loaded if not as many as usual; with 0 every exchange compiles.
     */
    public static void main(String[] arguments) throws Exception {
        int exchanges = Integer.parseInt(arguments[0]);
        double warmUp = Double.parseDouble(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        String[] settings = arguments.length > 3
                ? new String[] {"--cadre.releases.exchange.recalled=" + arguments[3]}
                : new String[0];
        try (DurableServer postgres = DurableServer.start()) {
            Path keys = Files.createTempDirectory("cadre-bench-keys").resolve("keys.pem");
            try (ServingReplica service = ServingReplica.start(
                    postgres.database("cadre"), keys, settings)) {
                measure(service, exchanges, warmUp, seconds);
            }
        }
        System.exit(0);
    }

    private static void measure(ServingReplica service, int exchanges, double warmUp, double seconds)
            throws Exception {
        Cases cases = Cases.of2026();
        List<CaseFile> generated = cases.generated(1_000);
        Requests requests = new Requests(generated);
        Steps steps = service.steps();
        Map<String, String[]> totals = new HashMap<>();
        String one = release(steps, cases, "2026.bench-1", 0, generated, totals);
        String other = release(steps, cases, "2026.bench-2", 5, generated, totals);
        Judged judged = new Judged(totals, generated.size());
        String token = service.api().token();
        steps.enforce(one);
        service.awaitLoaded(one);
        Load.run(CLIENTS, warmUp, () -> new Poster(service.port(), token, requests, judged));
        Load.Measured before = Load.run(CLIENTS, seconds, () -> new Poster(service.port(), token, requests, judged));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<long[]> exchanging = CompletableFuture.supplyAsync(() -> {
            long[] took = new long[exchanges];
            for (int i = 0; i < exchanges; i++) {
                String next = i % 2 == 0 ? other : one;
                long begin = System.nanoTime();
                if (i == 0) {
                    steps.enforce(next);
                } else {
                    steps.rollBack(next);
                }
                service.awaitLoaded(next);
                took[i] = System.nanoTime() - begin;
                // Each release is to judge for a while.
                LockSupport.parkNanos(1_000_000_000L);
            }
            done.set(true);
            return took;
        });
        Load.Measured during =
                Load.until(CLIENTS, done::get, () -> new Poster(service.port(), token, requests, judged));
        Percentiles took = Percentiles.of(exchanging.get());
        Load.Measured after = Load.run(CLIENTS, seconds, () -> new Poster(service.port(), token, requests, judged));
        System.out.printf("without exchanges, before: %.0f/s, %s%n", before.perSecond(), before.times());
        System.out.printf("%d exchanges, each %s%n", exchanges, took);
        System.out.printf("during exchanges: %.0f/s, %s%n", during.perSecond(), during.times());
        System.out.printf("without exchanges, after: %.0f/s, %s%n", after.perSecond(), after.times());
        System.out.printf(
                "p99 during against without: %.2f (before), %.2f (after)%n",
                during.times().p99() / before.times().p99(),
                during.times().p99() / after.times().p99());
        System.out.printf(
                "%d answers, %d of them by the second release, all 201, all totals as one release comes to them%n",
                judged.answers.get(), judged.byOther.get());
    }

    /** Edition 2026 with so many percent moved from its first dimension to its second; cases that tell totals are left out. */
    private static String release(
            Steps steps,
            Cases cases,
            String version,
            int moved,
            List<CaseFile> generated,
            Map<String, String[]> totals) {
        Map<String, byte[]> files = new TreeMap<>(cases.sources());
        files.remove("grades.cases.yaml");
        String head = new String(files.get("edition.yaml"), StandardCharsets.UTF_8)
                .replaceFirst("version: \"[^\"]*\"", "version: \"" + version + "\"");
        List<Edition.Dimension> dimensions = cases.edition().dimensions();
        head = weight(head, dimensions.get(0), -moved);
        head = weight(head, dimensions.get(1), moved);
        files.put("edition.yaml", head.getBytes(StandardCharsets.UTF_8));
        EditionSources sources = EditionSources.of(files, new Problems()).orElseThrow();
        Edition edition = EditionReader.read(sources, new Problems()).orElseThrow();
        Evaluator evaluator = new Evaluator(
                edition,
                Rulebook.load(Rulebook.compile(edition, files), edition).inferences(),
                Map.of());
        String digest = steps.approved(sources);
        totals.put(
                digest,
                generated.stream()
                        .map(file -> evaluator.evaluate(file).total().toPlainString())
                        .toArray(String[]::new));
        return digest;
    }

    private static String weight(String head, Edition.Dimension dimension, int more) {
        String weight = dimension.weight().toPlainString();
        String changed = head.replaceFirst(
                "(?m)^(  " + dimension.code() + ":.*weight: )" + weight + ",",
                "$1" + (dimension.weight().intValueExact() + more) + ",");
        if (more != 0 && changed.equals(head)) {
            throw new IllegalStateException("no weight of " + dimension.code());
        }
        return changed;
    }

    /** Holds every answer to what the release that it names comes to. */
    private static final class Judged {
        private final Map<String, String[]> totals;
        private final int cases;
        private final String first;
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicInteger byOther = new AtomicInteger();

        Judged(Map<String, String[]> totals, int cases) {
            this.totals = totals;
            this.cases = cases;
            this.first = totals.keySet().iterator().next();
        }

        void check(Requests.Request request, byte[] answer) throws IOException {
            String text = new String(answer, StandardCharsets.UTF_8);
            String digest = after(text, "\"digest\":\"", "\"");
            String total = after(text, "\"total\":", ",");
            String[] expected = totals.get(digest);
            if (expected == null
                    || new java.math.BigDecimal(expected[request.number() % cases])
                                    .compareTo(new java.math.BigDecimal(total))
                            != 0) {
                throw new IOException("neither release comes to " + text);
            }
            answers.incrementAndGet();
            if (!digest.equals(first)) {
                byOther.incrementAndGet();
            }
        }

        private static String after(String text, String before, String end) throws IOException {
            int at = text.indexOf(before);
            if (at < 0) {
                throw new IOException("no " + before + " in " + text);
            }
            return text.substring(at + before.length(), text.indexOf(end, at + before.length()));
        }
    }

    private record Poster(HttpConnection connection, Requests requests, Judged judged) implements Load.Client {
        Poster(int port, String token, Requests requests, Judged judged) throws IOException {
            this(new HttpConnection(port, token), requests, judged);
        }

        @Override
        public void once() throws IOException {
            Requests.Request request = requests.next();
            judged.check(request, DurablePosts.post(connection, request));
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
