package cadre.bench;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.document.JsonDocument;
import cadre.engine.document.Problems;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.rulebook.Rulebook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * An impact over stored evaluations against the engine's own evaluating of the same case files in this process, on as many
 * threads and in turn. The impact reads both documents from PostgreSQL, evaluates one side, takes differences apart and
 * commits; the engine alone does nothing of that.
 */
public final class ImpactOfStored {
    /** Impacts until the second compiler has next to nothing left to do. */
    private static final int WARM_UP = 3;

    private static final int CASES = 1_000;

    private ImpactOfStored() {}

    /** Arguments: evaluations to store, rounds, threads, then options of Java for the service. */
    public static void main(String[] arguments) throws Exception {
        int evaluations = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        List<String> options = new java.util.ArrayList<>(List.of(arguments).subList(3, arguments.length));
        options.add("-Dcadre.impact.threads=" + threads);
        try (DurableServer postgres = DurableServer.start();
                RunningService service =
                        RunningService.start(options, postgres.database("cadre"))) {
            store(service, evaluations);
            measure(service, evaluations, rounds, threads);
        }
    }

    private static void store(RunningService service, int evaluations) throws Exception {
        Requests requests = new Requests(Cases.of2026().generated(CASES));
        AtomicInteger left = new AtomicInteger(evaluations);
        List<Thread> clients = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> new Thread(() -> {
                    try (HttpConnection connection = new HttpConnection(service.port, service.token)) {
                        while (left.getAndDecrement() > 0) {
                            DurablePosts.post(connection, requests.next());
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }))
                .toList();
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
    }

    private static void measure(RunningService service, int evaluations, int rounds, int threads) throws Exception {
        Cases cases = Cases.of2026();
        List<CaseFile> files = cases.generated(CASES);
        List<byte[]> bytes = files.stream().map(Cases::json).toList();
        Rulebook rulebook = Rulebook.load(Rulebook.compile(cases.edition(), cases.sources()), cases.edition());
        Evaluator engine = new Evaluator(cases.edition(), rulebook.inferences(), Map.of());
        Callable<Load.Client> evaluating = () -> client(n -> engine.evaluate(files.get(n)));
        Callable<Load.Client> reading = () -> client(n -> engine.evaluate(read(bytes.get(n), cases)));
        Load.run(threads, 20, reading);
        for (int i = 0; i < WARM_UP; i++) {
            impact(service, evaluations);
        }
        double[] ofEngine = new double[rounds];
        double[] ofReading = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double alone = Load.run(threads, 15, evaluating).perSecond();
            double fromBytes = Load.run(threads, 15, reading).perSecond();
            double busy = service.processorTime().toNanos() / 1e9;
            long begin = System.nanoTime();
            impact(service, evaluations);
            double impacts = evaluations / ((System.nanoTime() - begin) / 1e9);
            double processor = (service.processorTime().toNanos() / 1e9 - busy) / evaluations;
            ofEngine[round] = impacts / alone;
            ofReading[round] = impacts / fromBytes;
            System.out.printf(
                    "round %d: engine %.0f/s, reading and engine %.0f/s, impact %.0f/s; %.3f ms of the service's processor time each; "
                            + "%d MB of live objects, %d MB resident%n",
                    round + 1,
                    alone,
                    fromBytes,
                    impacts,
                    processor * 1e3,
                    service.liveMegabytes(),
                    service.residentMegabytes());
        }
        System.out.printf(
                "impact against the engine: %s; against reading and the engine: %s%n",
                Spread.of(ofEngine), Spread.of(ofReading));
    }

    private interface Once {
        Object on(int place);
    }

    private static Load.Client client(Once once) {
        return new Load.Client() {
            private int next;

            @Override
            public void once() {
                Objects.requireNonNull(once.on(next++ % CASES));
            }

            @Override
            public void close() {}
        };
    }

    private static CaseFile read(byte[] json, Cases cases) {
        Problems problems = new Problems();
        return CaseFileReader.read(
                        Objects.requireNonNull(JsonDocument.read(json, problems)), cases.edition(), problems)
                .orElseThrow();
    }

    /** Has the service learn what edition 2026 would make of all, and waits until it is done. */
    private static void impact(RunningService service, int evaluations) throws IOException, InterruptedException {
        JsonNode job = service.json("POST", "/api/v1/impacts", "{\"candidate\":\"2026\"}");
        // The demonstration has stored its examples as well.
        int stored = job.path("evaluations").asInt();
        if (stored < evaluations) {
            throw new IOException("not all were stored: " + job);
        }
        String path = "/api/v1/impacts/" + job.path("id").asString();
        while (!job.path("status").asString().equals("DONE")) {
            if (job.path("status").asString().equals("FAILED")) {
                throw new IOException(job.toString());
            }
            Thread.sleep(50);
            job = service.json("GET", path, null);
        }
    }
}
