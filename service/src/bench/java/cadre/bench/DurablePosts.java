package cadre.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Durable evaluations over HTTP against raw single-row inserts of the same bytes, on one PostgreSQL with fsync on. The
 * two sides take turns, so that a drifting machine moves both; load, service and database share the machine.
 */
public final class DurablePosts {
    private static final int CLIENTS = 8;

    /** Seconds until the second compiler has nothing left to do on two cores. */
    private static final double WARM_UP = 90;

    private final String url;
    private final RunningService service;
    private final long database;

    private DurablePosts(String url, RunningService service) throws SQLException, IOException {
        this.url = url;
        this.service = service;
        this.database = postmaster(url);
    }

    /** Arguments: rounds, seconds per side and round, then options of Java for the service. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        List<String> options = Arrays.asList(arguments).subList(2, arguments.length);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (RunningService service = RunningService.start(options, url)) {
                new DurablePosts(url, service).measure(rounds, seconds);
            }
        }
    }

    private void measure(int rounds, double seconds) throws Exception {
        Requests requests = new Requests(Cases.of2026().generated(1_000));
        List<byte[]> rows = rows(service, requests);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table raw_insert (id bigserial primary key, body bytea not null)");
        }
        Load.run(CLIENTS, WARM_UP, () -> new Poster(service, requests));
        Load.run(CLIENTS, seconds, () -> new Inserter(url, rows));
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Spent start = spent();
            Load.Measured raw = Load.run(CLIENTS, seconds, () -> new Inserter(url, rows));
            Spent between = spent();
            Load.Measured posts = Load.run(CLIENTS, seconds, () -> new Poster(service, requests));
            Spent end = spent();
            ratios[round] = posts.perSecond() / raw.perSecond();
            System.out.printf(
                    "round %d: raw inserts %.0f/s (%s); evaluations %.0f/s (%s); ratio %.3f%n",
                    round + 1, raw.perSecond(), raw.times(), posts.perSecond(), posts.times(), ratios[round]);
            System.out.printf(
                    "         processor time: a raw insert %s; an evaluation %s%n",
                    between.since(start).per(raw.count()), end.since(between).per(posts.count()));
        }
        System.out.printf(
                "rows of %d bytes on average; evaluations against raw inserts: %s%n",
                rows.stream().mapToInt(row -> row.length).sum() / rows.size(), Spread.of(ratios));
    }

    /** Processor time used so far. */
    private record Spent(Duration client, Duration service, Duration database) {
        Spent since(Spent earlier) {
            return new Spent(
                    client.minus(earlier.client), service.minus(earlier.service), database.minus(earlier.database));
        }

        String per(long times) {
            return "%d us (client %d, service %d, database %d)"
                    .formatted(
                            (client.toNanos() + service.toNanos() + database.toNanos()) / 1_000 / times,
                            client.toNanos() / 1_000 / times,
                            service.toNanos() / 1_000 / times,
                            database.toNanos() / 1_000 / times);
        }
    }

    private Spent spent() {
        return new Spent(
                Processor.of(ProcessHandle.current().pid()), Processor.of(service.pid()), Processor.ofFamily(database));
    }

    private static long postmaster(String url) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Long.parseLong(
                    Files.readAllLines(Path.of(row.getString(1), "postmaster.pid")).get(0));
        }
    }

    /** What a plain insert writes for each case file: the request and its answer, one after the other. */
    private static List<byte[]> rows(RunningService service, Requests requests) throws IOException {
        List<byte[]> rows = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(service.port, service.token)) {
            for (int i = 0; i < requests.size(); i++) {
                Requests.Request request = requests.next();
                byte[] answer = post(connection, request);
                byte[] row = Arrays.copyOf(request.body(), request.body().length + answer.length);
                System.arraycopy(answer, 0, row, request.body().length, answer.length);
                rows.add(row);
            }
        }
        return rows;
    }

    static byte[] post(HttpConnection connection, Requests.Request request) throws IOException {
        HttpConnection.Answer answer = connection.post("/api/v1/evaluations", request.key(), request.body());
        if (answer.status() != 201) {
            throw new IOException(answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private record Poster(HttpConnection connection, Requests requests) implements Load.Client {
        Poster(RunningService service, Requests requests) throws IOException {
            this(new HttpConnection(service.port, service.token), requests);
        }

        @Override
        public void once() throws IOException {
            post(connection, requests.next());
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private static final class Inserter implements Load.Client {
        private static final AtomicInteger NEXT = new AtomicInteger();

        private final Connection connection;
        private final PreparedStatement insert;
        private final List<byte[]> rows;

        Inserter(String url, List<byte[]> rows) throws SQLException {
            this.connection = DriverManager.getConnection(url);
            this.insert = connection.prepareStatement("insert into raw_insert (body) values (?)");
            this.rows = rows;
        }

        @Override
        public void once() throws SQLException {
            insert.setBytes(1, rows.get(Math.floorMod(NEXT.incrementAndGet(), rows.size())));
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
