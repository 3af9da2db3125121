package cadre.bench;

import cadre.service.access.LoginAttempts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * How long durable evaluations by eight clients with tokens take while 64 connections try ten thousand wrong passwords as fast as they
 * are answered, against the same clients left alone just before. Attackers, clients, service and database share the machine.
 */
public final class PasswordFlood {
    private static final int CLIENTS = 8;
    private static final int ATTACKERS = 64;
    private static final int ATTEMPTS = 10_000;

    private final RunningService service;
    private final Requests requests;

    private PasswordFlood(RunningService service, Requests requests) {
        this.service = service;
        this.requests = requests;
    }

    /** Arguments: rounds, seconds of warming up, seconds without an attack in each round. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        double warmUp = Double.parseDouble(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        try (DurableServer postgres = DurableServer.start();
                RunningService service = RunningService.start(List.of(), postgres.database("cadre"))) {
            new PasswordFlood(service, new Requests(Cases.of2026().generated(1_000))).measure(rounds, warmUp, seconds);
        }
    }

    private void measure(int rounds, double warmUp, double seconds) throws Exception {
        Load.run(CLIENTS, warmUp, this::poster);
        attacked(0);
        double[] medians = new double[rounds];
        double[] slowest = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Load.Measured alone = Load.run(CLIENTS, seconds, this::poster);
            Load.Measured attacked = attacked(round + 1);
            medians[round] = attacked.times().p50() / alone.times().p50();
            slowest[round] = attacked.times().p99() / alone.times().p99();
            System.out.printf(
                    Locale.ROOT,
                    "round %d: alone %.0f/s, %s; under attack %.0f/s, %s%n",
                    round + 1,
                    alone.perSecond(),
                    alone.times(),
                    attacked.perSecond(),
                    attacked.times());
        }
        System.out.println("p50 under attack against alone: " + Spread.of(medians));
        System.out.println("p99 under attack against alone: " + Spread.of(slowest));
    }

    private Poster poster() throws IOException {
        return new Poster(new HttpConnection(service.port, service.token), requests);
    }

    /** The attacks of each round come from other addresses, of which nobody has heard before. */
    private Load.Measured attacked(int round) throws Exception {
        AtomicInteger left = new AtomicInteger(ATTEMPTS);
        long begin = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(ATTACKERS);
        try {
            List<Future<Map<Integer, Integer>>> attacks = new ArrayList<>();
            for (int i = 0; i < ATTACKERS; i++) {
                int address = 1 + i;
                attacks.add(pool.submit(() -> attack(1 + round, address, left)));
            }
            BooleanSupplier over = () -> attacks.stream().allMatch(Future::isDone);
            Load.Measured measured = Load.until(CLIENTS, over, this::poster);
            Map<Integer, Integer> answers = new TreeMap<>();
            for (Future<Map<Integer, Integer>> attack : attacks) {
                attack.get().forEach((status, times) -> answers.merge(status, times, Integer::sum));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d wrong passwords from %d addresses in %.1f s: %s%n",
                    ATTEMPTS,
                    ATTACKERS,
                    (System.nanoTime() - begin) / 1e9,
                    answers);
            return measured;
        } finally {
            pool.shutdownNow();
        }
    }

    private Map<Integer, Integer> attack(int third, int fourth, AtomicInteger left) throws IOException {
        Map<Integer, Integer> answers = new TreeMap<>();
        try (LoginAttempts attempts = new LoginAttempts(service.port, third, fourth)) {
            for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
                answers.merge(attempts.log("demo-evaluator", "wrong-password-" + n).status(), 1, Integer::sum);
            }
        }
        return answers;
    }

    private record Poster(HttpConnection connection, Requests requests) implements Load.Client {
        @Override
        public void once() throws IOException {
            DurablePosts.post(connection, requests.next());
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
