package cadre.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All tokens, as stored: of each, only the hash of what proves it. */
@Component
class Tokens {
    private static final String COLUMNS =
            "select id, person, name, hash, roles, created, expires, revoked, last_used from access_token ";

    private final JdbcTemplate jdbc;

    Tokens(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A new token; its text is in no other place. */
    record Issued(Token token, String text) {
        @Override
        public String toString() {
            return token.toString();
        }
    }

    /** A token and what it must prove. */
    record Stored(Token token, String hash) {}

    Issued issue(String person, String name, Set<Role> roles, Instant expires) {
        TokenText text = TokenText.random();
        Token token = new Token(text.id(), person, name, roles, Instant.now(), expires, null, null);
        jdbc.update(
                "insert into access_token (id, person, name, hash, roles, created, expires) values (?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                person,
                name,
                text.hash(),
                Accounts.text(roles),
                utc(token.created()),
                utc(expires));
        return new Issued(token, text.text());
    }

    Optional<Stored> find(String id) {
        return jdbc
                .query(COLUMNS + "where id = ?", (row, n) -> new Stored(token(row), row.getString("hash")), id)
                .stream()
                .findFirst();
    }

    /** A person's tokens, newest first. */
    List<Token> of(String person) {
        return jdbc.query(COLUMNS + "where person = ? order by created desc, id", (row, n) -> token(row), person);
    }

    /** Whether there was a token of that id that was not revoked. */
    boolean revoke(String id) {
        return jdbc.update(
                        "update access_token set revoked = ? where id = ? and revoked is null", utc(Instant.now()), id)
                > 0;
    }

    void revokeAll(String person) {
        jdbc.update(
                "update access_token set revoked = ? where person = ? and revoked is null", utc(Instant.now()), person);
    }

    void used(String id) {
        jdbc.update("update access_token set last_used = ? where id = ?", utc(Instant.now()), id);
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                Accounts.roles(row.getString("roles")),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                instant(row, "revoked"),
                instant(row, "last_used"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
