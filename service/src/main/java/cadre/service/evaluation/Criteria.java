package cadre.service.evaluation;

import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** How evaluations are found by the criteria that fired: PostgreSQL has an index over arrays, H2 a table of its own. */
enum Criteria {
    POSTGRESQL("e.criteria @> array[cast(? as text)]") {
        @Override
        void add(JdbcTemplate jdbc, UUID evaluation, Collection<String> criteria) {
            // They went in with the evaluation itself.
        }
    },
    H2("exists (select 1 from evaluation_criterion c where c.criterion = ? and c.evaluation = e.id)") {
        @Override
        void add(JdbcTemplate jdbc, UUID evaluation, Collection<String> criteria) {
            List<Object[]> rows = criteria.stream()
                    .map(criterion -> new Object[] {criterion, evaluation})
                    .toList();
            jdbc.batchUpdate("insert into evaluation_criterion (criterion, evaluation) values (?, ?)", rows, new int[] {
                Types.VARCHAR, Types.OTHER
            });
        }
    };

    private final String condition;

    Criteria(String condition) {
        this.condition = condition;
    }

    static Criteria of(DataSource source) {
        return java.util.Objects.requireNonNull(new JdbcTemplate(source).execute((ConnectionCallback<Criteria>)
                connection -> product(connection.getMetaData().getDatabaseProductName())));
    }

    private static Criteria product(String name) throws SQLException {
        return switch (name) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new SQLException("unknown database: " + name);
        };
    }

    /** Holds for an evaluation {@code e} in which the criterion fired that is the one argument. */
    String condition() {
        return condition;
    }

    /** Adds the criteria that fired, inside the transaction that stores the evaluation. */
    abstract void add(JdbcTemplate jdbc, UUID evaluation, Collection<String> criteria);
}
