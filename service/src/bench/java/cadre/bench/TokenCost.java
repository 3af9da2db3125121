package cadre.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Durable evaluations with a token in each request against the same service without its guard, on one PostgreSQL with fsync on.
 * The two take turns, each first in every other round. Processor time of the service for each request is what a busy machine
 * leaves comparable.
 */
public final class TokenCost {
    private static final int CLIENTS = 8;

    /** Seconds for each of the two. */
    private static final double WARM_UP = 60;

    private TokenCost() {}

    /** Arguments: rounds, seconds per side and round, and seconds of warming up if not 60. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        double warmUp = arguments.length > 2 ? Double.parseDouble(arguments[2]) : WARM_UP;
        try (DurableServer postgres = DurableServer.start()) {
            try (RunningService guarded = RunningService.start(List.of(), postgres.database("guarded"));
                    RunningService unguarded = RunningService.unguarded(List.of(), postgres.database("unguarded"))) {
                measure(guarded, unguarded, rounds, seconds, warmUp);
            }
        }
    }

    private static void measure(
            RunningService guarded, RunningService unguarded, int rounds, double seconds, double warmUp)
            throws Exception {
        Requests requests = new Requests(Cases.of2026().generated(1_000));
        side(guarded, requests, warmUp);
        side(unguarded, requests, warmUp);
        double[] speeds = new double[rounds];
        double[] costs = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            boolean first = round % 2 == 0;
            Side one = side(first ? guarded : unguarded, requests, seconds);
            Side other = side(first ? unguarded : guarded, requests, seconds);
            Side with = first ? one : other;
            Side without = first ? other : one;
            speeds[round] = with.perSecond() / without.perSecond();
            costs[round] = with.milliseconds() / without.milliseconds();
            System.out.printf(
                    Locale.ROOT,
                    "round %d: with token %.0f/s, %.3f ms of processor; without %.0f/s, %.3f ms; speed %.3f, processor %.3f%n",
                    round + 1,
                    with.perSecond(),
                    with.milliseconds(),
                    without.perSecond(),
                    without.milliseconds(),
                    speeds[round],
                    costs[round]);
        }
        System.out.println("evaluations a second, with token against without: " + Spread.of(speeds));
        System.out.println("processor time of the service, with token against without: " + Spread.of(costs));
    }

    /** Evaluations a second, and milliseconds of the service's processor time for each. */
    private record Side(double perSecond, double milliseconds) {}

    private static Side side(RunningService service, Requests requests, double seconds) throws Exception {
        AtomicLong posts = new AtomicLong();
        long before = service.processorTime().toNanos();
        Load.Measured measured = Load.run(CLIENTS, seconds, () -> new Poster(service, requests, posts));
        long used = service.processorTime().toNanos() - before;
        return new Side(measured.perSecond(), used / 1e6 / posts.get());
    }

    private record Poster(HttpConnection connection, Requests requests, AtomicLong posts) implements Load.Client {
        Poster(RunningService service, Requests requests, AtomicLong posts) throws IOException {
            this(new HttpConnection(service.port, service.token), requests, posts);
        }

        @Override
        public void once() throws IOException {
            DurablePosts.post(connection, requests.next());
            posts.incrementAndGet();
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
