package cadre.service.release;

import cadre.service.release.SigningKeys.Signed;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the register. */
@Component
class StepRows {
    private final JdbcTemplate jdbc;

    StepRows(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** A row as it stands, not yet believed. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Row(
            long revision,
            String digest,
            String action,
            String person,
            @Nullable String author,
            @Nullable String submitter,
            Instant taken,
            byte[] record,
            Signed signed) {
        /** Whether the columns say what the record says. */
        boolean repeats(ReleaseStep step) {
            return revision == step.revision()
                    && digest.equals(step.digest())
                    && action.equals(step.action().name())
                    && person.equals(step.person())
                    && Objects.equals(author, step.author())
                    && Objects.equals(submitter, step.submitter())
                    && taken.equals(step.at());
        }
    }

    /** The last revision, or 0. */
    long revision() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select coalesce(max(revision), 0) from release_step", Long.class));
    }

    List<Row> after(long revision) {
        return jdbc.query(
                """
                select revision, digest, action, person, author, submitter, taken, record, key_id, signature
                from release_step where revision > ? order by revision""",
                (row, n) -> new Row(
                        row.getLong("revision"),
                        row.getString("digest"),
                        row.getString("action"),
                        row.getString("person"),
                        row.getString("author"),
                        row.getString("submitter"),
                        row.getObject("taken", OffsetDateTime.class).toInstant(),
                        row.getBytes("record"),
                        new Signed(row.getString("key_id"), row.getString("signature"))),
                revision);
    }

    /**
     * Adds a step, inside a transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another step was taken first
     */
    void insert(ReleaseStep step, byte[] record, Signed signed) {
        jdbc.update(
                """
                insert into release_step (revision, digest, action, person, author, submitter, taken, record, key_id, signature)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                new Object[] {
                    step.revision(),
                    step.digest(),
                    step.action().name(),
                    step.person(),
                    step.author(),
                    step.submitter(),
                    step.at().atOffset(ZoneOffset.UTC),
                    record,
                    signed.key(),
                    signed.signature()
                },
                new int[] {
                    Types.BIGINT,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.VARBINARY,
                    Types.VARCHAR,
                    Types.VARCHAR
                });
    }
}
