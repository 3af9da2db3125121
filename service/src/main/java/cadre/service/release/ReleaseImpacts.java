package cadre.service.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reports of what releases would do to evaluations that are stored. An approval names the newest one of its release. */
@Component
public class ReleaseImpacts {
    private final JdbcTemplate jdbc;

    ReleaseImpacts(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /**
     * A report that is attached to a release.
     *
     * @param digest SHA-256 over the report's bytes, as "sha256:" and hexadecimal digits
     * @param population what it was made over, in words
     */
    public record Attached(String release, String digest, String person, Instant made, String population) {}

    /**
     * Attaches a finished report; to attach the same bytes again changes nothing.
     *
     * @param release digest of the release
     * @param report as JSON, kept byte for byte
     * @param population what it was made over, in words of at most 2000 characters
     * @return its digest, which an approval names
     */
    public String attach(String release, byte[] report, String person, Instant made, String population) {
        String digest = ReleaseRegister.sha256(report);
        try {
            jdbc.update("""
                    insert into release_impact (release_digest, report_digest, person, made, population, report)
                    values (?, ?, ?, ?, ?, ?)""", release, digest, person, made.atOffset(ZoneOffset.UTC), population, report);
        } catch (DuplicateKeyException attachedBefore) {
            return digest;
        }
        return digest;
    }

    /** The report that was attached last to the release of this digest. */
    public Optional<Attached> newest(String release) {
        return all(release).stream().reduce((earlier, later) -> later);
    }

    /** Those of a release, in the order in which they were attached. */
    public List<Attached> all(String release) {
        return jdbc.query(
                """
                select release_digest, report_digest, person, made, population from release_impact
                where release_digest = ? order by number""",
                (row, n) -> new Attached(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, java.time.OffsetDateTime.class).toInstant(),
                        row.getString(5)),
                release);
    }

    /** The bytes of a report, if they still have its digest. */
    public Optional<byte[]> report(String release, String digest) {
        return jdbc
                .query(
                        "select report from release_impact where release_digest = ? and report_digest = ?",
                        (row, n) -> row.getBytes(1),
                        release,
                        digest)
                .stream()
                .filter(report -> ReleaseRegister.sha256(report).equals(digest))
                .findFirst();
    }
}
