package cadre.service.release;

import cadre.service.release.Exchange.Loading;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All processes on this database, each with what it says it has loaded. */
@Component
public class Replicas {
    /** Who has not reported for so long is taken for gone, and its report is removed. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final Duration SILENT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ERROR = 1_000;

    private final JdbcClient jdbc;
    private final String id;

    @Autowired
    Replicas(DataSource source) {
        this(source, host() + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    Replicas(DataSource source, String id) {
        this.jdbc = JdbcClient.create(source);
        this.id = id;
    }

    /**
     * What one process reports.
     *
     * @param replica its name, for as long as it runs
     * @param self whether it is the one that answers
     * @param revision of the register that it followed last
     * @param releases digests of what it has loaded
     * @param since from when
     * @param prepared digests of what it has loaded besides, since it is approved
     * @param errors by digest, why a release that is to be in force is not loaded there
     * @param heard when it last reported
     * @param silent whether that is too long ago for a process that runs
     */
    public record Replica(
            String replica,
            boolean self,
            long revision,
            List<String> releases,
            Instant since,
            List<String> prepared,
            Map<String, String> errors,
            Instant heard,
            boolean silent) {}

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "replica";
        }
    }

    void report(Loading loading, List<String> prepared) {
        Map<String, String> errors = new LinkedHashMap<>();
        loading.errors()
                .forEach((digest, error) ->
                        errors.put(digest, error.substring(0, Math.min(error.length(), LONGEST_ERROR))));
        Map<String, Object> columns = Map.of(
                "id", id,
                "revision", loading.revision(),
                "releases", JSON.writeValueAsString(loading.loaded()),
                "since", at(loading.since()),
                "prepared", JSON.writeValueAsString(prepared),
                "errors", JSON.writeValueAsString(errors),
                "heard", at(Instant.now()));
        if (update(columns) == 0) {
            try {
                jdbc.sql("""
                                insert into release_replica (id, revision, releases, since, prepared, errors, heard)
                                values (:id, :revision, :releases, :since, :prepared, :errors, :heard)""").params(columns).update();
            } catch (DuplicateKeyException meanwhile) {
                update(columns);
            }
        }
        jdbc.sql("delete from release_replica where heard < ?")
                .param(at(Instant.now().minus(FORGOTTEN)))
                .update();
    }

    private int update(Map<String, Object> columns) {
        return jdbc.sql("""
                        update release_replica set revision = :revision, releases = :releases, since = :since, prepared = :prepared,
                            errors = :errors, heard = :heard where id = :id""").params(columns).update();
    }

    /** This process ends. */
    void leave() {
        jdbc.sql("delete from release_replica where id = ?").param(id).update();
    }

    /** All that reported lately, by name. */
    public List<Replica> all() {
        Instant now = Instant.now();
        return jdbc.sql(
                        "select id, revision, releases, since, prepared, errors, heard from release_replica order by id")
                .query((row, n) -> {
                    Instant heard = row.getObject("heard", OffsetDateTime.class).toInstant();
                    return new Replica(
                            row.getString("id"),
                            row.getString("id").equals(id),
                            row.getLong("revision"),
                            JSON.readValue(row.getString("releases"), new TypeReference<List<String>>() {}),
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            JSON.readValue(row.getString("prepared"), new TypeReference<List<String>>() {}),
                            JSON.readValue(row.getString("errors"), new TypeReference<Map<String, String>>() {}),
                            heard,
                            heard.isBefore(now.minus(SILENT)));
                })
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
