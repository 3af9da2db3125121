package cadre.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** Several clients, each doing one thing again and again for a while. */
final class Load {
    private Load() {}

    /** What a client does; it has opened its connection already. */
    interface Client extends AutoCloseable {
        void once() throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;
    }

    /** How often over all clients, at all and per second, and how long each took. */
    record Measured(long count, double perSecond, Percentiles times) {}

    static Measured run(int clients, double seconds, Callable<? extends Client> connect)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return until(clients, () -> System.nanoTime() >= end, connect);
    }

    /** The same until something has happened. */
    static Measured until(int clients, BooleanSupplier over, Callable<? extends Client> connect)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> repeat(connect, over)));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> client : running) {
                times.add(client.get());
            }
            double elapsed = (System.nanoTime() - begin) / 1e9;
            long[] all = times.stream().flatMapToLong(LongStream::of).toArray();
            return new Measured(all.length, all.length / elapsed, Percentiles.of(all));
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] repeat(Callable<? extends Client> connect, BooleanSupplier over) throws Exception {
        LongStream.Builder times = LongStream.builder();
        try (Client client = connect.call()) {
            for (long now = System.nanoTime(); !over.getAsBoolean(); ) {
                client.once();
                long after = System.nanoTime();
                times.add(after - now);
                now = after;
            }
        }
        return times.build().toArray();
    }
}
