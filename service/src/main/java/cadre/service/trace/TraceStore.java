package cadre.service.trace;

import cadre.service.limit.LongestSearch;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The stored traces: rows are added and never changed. */
@Component
class TraceStore {
    private static final String INSERT = """
            insert into trace (id, at, kind, person, cadre, evaluation, what, why, address, times)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate searching;
    private final TransactionTemplate apart;

    TraceStore(DataSource source, PlatformTransactionManager transactions, LongestSearch longest) {
        this.jdbc = new JdbcTemplate(source);
        this.searching = new JdbcTemplate(source);
        this.searching.setQueryTimeout(longest.seconds());
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Adds them, together; they are durable when this returns, whatever becomes of what else the caller is doing. */
    void add(Collection<Trace> traces) {
        if (!traces.isEmpty()) {
            apart.executeWithoutResult(status -> jdbc.batchUpdate(INSERT, traces, BATCH, TraceStore::bind));
        }
    }

    /** Adds one in the transaction under way. */
    void addWithin(Trace trace) {
        jdbc.batchUpdate(INSERT, List.of(trace), 1, TraceStore::bind);
    }

    private static void bind(PreparedStatement values, Trace trace) throws SQLException {
        int n = 0;
        values.setObject(++n, trace.id());
        values.setObject(++n, trace.at().atOffset(ZoneOffset.UTC));
        values.setString(++n, trace.kind().name());
        values.setString(++n, trace.person());
        values.setString(++n, trace.cadre());
        values.setObject(++n, trace.evaluation(), Types.OTHER);
        values.setString(++n, trace.what());
        values.setString(++n, trace.why());
        values.setString(++n, trace.address());
        values.setInt(++n, trace.times());
    }

    boolean hasAccount(String login) {
        return !jdbc.queryForList("select 1 from account where login = ?", Integer.class, login)
                .isEmpty();
    }

    List<Trace> search(TraceSearch search) {
        StringBuilder sql = new StringBuilder("select * from trace where true");
        List<Object> arguments = new ArrayList<>();
        and(sql, arguments, "person = ?", search.person());
        and(sql, arguments, "cadre = ?", search.cadre());
        and(sql, arguments, "id >= ?", search.from() == null ? null : TimeIds.first(search.from()));
        and(sql, arguments, "id < ?", search.to() == null ? null : TimeIds.first(search.to()));
        and(sql, arguments, "id < ?", search.after());
        if (!search.kinds().isEmpty()) {
            sql.append(
                    search.kinds().stream().map(kind -> "?").collect(Collectors.joining(", ", " and kind in (", ")")));
            search.kinds().forEach(kind -> arguments.add(kind.name()));
        }
        sql.append(" order by id desc limit ?");
        arguments.add(search.limit());
        return searching.query(sql.toString(), (row, n) -> trace(row), arguments.toArray());
    }

    private static void and(StringBuilder sql, List<Object> arguments, String condition, @Nullable Object argument) {
        if (argument != null) {
            sql.append(" and ").append(condition);
            arguments.add(argument);
        }
    }

    private static Trace trace(ResultSet row) throws SQLException {
        return new Trace(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Kind.valueOf(row.getString("kind")),
                row.getString("person"),
                row.getString("cadre"),
                row.getObject("evaluation", UUID.class),
                row.getString("what"),
                row.getString("why"),
                row.getString("address"),
                row.getInt("times"));
    }
}
