package cadre.bench;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Durable evaluations over HTTP against raw single-row inserts of the same bytes, on one PostgreSQL with fsync on. The
 * two sides take turns, so that a drifting machine moves both; load, service and database share the machine.
 */
public final class DurablePosts {
    private static final int CLIENTS = 8;

    /** Evaluations until the second compiler has next to nothing left to do; it counts them, not seconds. */
    private static final int WARM_UP = 80_000;

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
        try (DurableServer postgres = DurableServer.start()) {
            String url = postgres.database("cadre");
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
            for (Raw raw : Raw.values()) {
                statement.execute("create table " + raw.table + " (id bigserial primary key, body bytea not null)");
            }
            keepAlike(statement);
        }
        int warm = requests.next().number() + WARM_UP;
        Load.until(CLIENTS, () -> requests.last() >= warm, () -> new Poster(service, requests));
        for (Raw raw : Raw.values()) {
            Load.run(CLIENTS, seconds, () -> new Inserter(url, raw, rows));
        }
        Map<Raw, double[]> ratios = new EnumMap<>(Raw.class);
        for (int round = 0; round < rounds; round++) {
            Spent start = spent();
            Load.Measured posts = Load.run(CLIENTS, seconds, () -> new Poster(service, requests));
            System.out.printf(
                    "round %d: evaluations %.0f/s (%s), processor time %s%n",
                    round + 1, posts.perSecond(), posts.times(), spent().since(start).per(posts.count()));
            for (Raw raw : Raw.values()) {
                start = spent();
                Load.Measured inserts = Load.run(CLIENTS, seconds, () -> new Inserter(url, raw, rows));
                double ratio = posts.perSecond() / inserts.perSecond();
                ratios.computeIfAbsent(raw, any -> new double[rounds])[round] = ratio;
                System.out.printf(
                        "  raw inserts %s %.0f/s (%s), processor time %s; ratio %.3f%n",
                        raw.told,
                        inserts.perSecond(),
                        inserts.times(),
                        spent().since(start).per(inserts.count()),
                        ratio);
            }
        }
        System.out.printf(
                "rows of %d bytes on average%n",
                rows.stream().mapToInt(row -> row.length).sum() / rows.size());
        ratios.forEach((raw, all) ->
                System.out.println("evaluations against raw inserts " + raw.told + ": " + Spread.of(all)));
    }

    /** How the raw inserts keep their bytes. */
    private enum Raw {
        PLAIN("raw_insert", "into a table as anybody makes it"),
        ALIKE("raw_insert_alike", "kept as the service keeps its documents");

        private final String table;
        private final String told;

        Raw(String table, String told) {
            this.table = table;
            this.told = told;
        }
    }

    /** Has the second table compress as the column for outcomes does. */
    private static void keepAlike(Statement statement) throws SQLException {
        String storage;
        String compression;
        try (ResultSet row = statement.executeQuery("""
                select attstorage, attcompression from pg_attribute
                where attrelid = 'evaluation'::regclass and attname = 'outcome'""")) {
            row.next();
            storage = row.getString(1).equals("e") ? "external" : "extended";
            compression = row.getString(2).equals("l") ? "lz4" : "default";
        }
        statement.execute("alter table " + Raw.ALIKE.table + " alter column body set storage " + storage
                + ", alter column body set compression " + compression);
        System.out.println("outcomes: storage " + storage + ", compression " + compression);
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

        Inserter(String url, Raw raw, List<byte[]> rows) throws SQLException {
            this.connection = DriverManager.getConnection(url);
            this.insert = connection.prepareStatement("insert into " + raw.table + " (body) values (?)");
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
