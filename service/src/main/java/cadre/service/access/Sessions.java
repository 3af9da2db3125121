package cadre.service.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Logins that last: a working day at most, an hour without any request. */
@Component
class Sessions {
    static final Duration LONGEST = Duration.ofHours(10);
    private static final Duration IDLE = Duration.ofHours(1);

    private final JdbcTemplate jdbc;

    Sessions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A session as stored, under the hash of its secret. */
    record Session(String hash, String person, int era, Instant seen, Instant expires) {
        boolean usable(Instant now) {
            return now.isBefore(expires) && now.isBefore(seen.plus(IDLE));
        }
    }

    /** Begins one and gives its secret. Sessions that are over are cleared away on this occasion. */
    String begin(Account account) {
        Instant now = Instant.now();
        jdbc.update("delete from access_session where expires < ? or seen < ?", utc(now), utc(now.minus(IDLE)));
        String secret = Secret.random();
        jdbc.update(
                "insert into access_session (hash, person, era, seen, expires) values (?, ?, ?, ?, ?)",
                Secret.hash(secret),
                account.person(),
                account.era(),
                utc(now),
                utc(now.plus(LONGEST)));
        return secret;
    }

    Optional<Session> find(String hash) {
        return jdbc
                .query(
                        "select hash, person, era, seen, expires from access_session where hash = ?",
                        (row, n) -> new Session(
                                row.getString(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getObject(5, OffsetDateTime.class).toInstant()),
                        hash)
                .stream()
                .findFirst();
    }

    void seen(String hash) {
        jdbc.update("update access_session set seen = ? where hash = ?", utc(Instant.now()), hash);
    }

    void end(String hash) {
        jdbc.update("delete from access_session where hash = ?", hash);
    }

    void endAll(String person) {
        jdbc.update("delete from access_session where person = ?", person);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
