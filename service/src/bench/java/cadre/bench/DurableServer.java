package cadre.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL with everything on that makes a commit durable: the embedded one, or one that runs already, named by the property
 * bench.postgres as HOST:PORT, which anybody may enter and which can do more (lz4).
 */
final class DurableServer implements AutoCloseable {
    private final @Nullable EmbeddedPostgres embedded;
    private final String server;

    private DurableServer(@Nullable EmbeddedPostgres embedded, String server) {
        this.embedded = embedded;
        this.server = server;
    }

    static DurableServer start() throws IOException {
        String running = System.getProperty("bench.postgres", "");
        if (!running.isEmpty()) {
            return new DurableServer(null, running);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        return new DurableServer(embedded, "127.0.0.1:" + embedded.getPort());
    }

    /** The address of a new, empty database of this name; one that was there is gone. */
    String database(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        }
        return url(name);
    }

    private String url(String name) {
        return "jdbc:postgresql://" + server + "/" + name + "?user=postgres";
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
