package cadre.service.evaluation;

import cadre.engine.evaluation.Outcome;
import cadre.engine.facts.AppraisalType;
import cadre.service.access.Caller;
import cadre.service.access.Reach;
import cadre.service.limit.LongestSearch;
import cadre.service.release.Release;
import cadre.service.release.Releases;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stored evaluations. Storing one is a single insert (two on H2), because the number of statements decides how many a
 * second can be made durable; the database itself holds that a key is used once and that one evaluation is current.
 */
@Component
class EvaluationStore {
    private static final String RECORD = """
            select e.id, e.cadre, e.unit, e.type, e.period_from, e.period_to, e.status, e.grade, e.total, e.total_places, e.created,
                   e.reason, e.current_key is null as superseded, r.edition, r.version, r.digest""";

    private static final String DOCUMENTS = ", e.case_file, e.outcome";

    private static final String FROM = " from evaluation e join stored_release r on r.number = e.release ";

    private final JdbcTemplate jdbc;
    private final JdbcTemplate searching;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Releases releases;
    private final Criteria criteria;
    private final String insert;

    EvaluationStore(
            DataSource source,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Releases releases,
            LongestSearch longest) {
        this.jdbc = new JdbcTemplate(source);
        this.searching = new JdbcTemplate(source);
        this.searching.setQueryTimeout(longest.seconds());
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.releases = releases;
        this.criteria = Criteria.of(source);
        boolean array = criteria == Criteria.POSTGRESQL;
        this.insert = """
                insert into evaluation (id, caller, idempotency_key, request_hash, cadre, unit, type, period_from,
                    period_to, release, status, grade, total, total_places, created, current_key, supersedes, reason, case_file, outcome%s)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?%s)""".formatted(array ? ", criteria" : "", array ? ", ?" : "");
    }

    /** That the evaluation to be superseded is not the current one of its cadre, type and period. */
    static final class NotCurrent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Stores an evaluation and all that belongs to it, or nothing; it is durable when this returns.
     *
     * @param fired ids of the criteria that fired, each once
     * @throws org.springframework.dao.DuplicateKeyException if the key was used, or another evaluation is current
     * @throws NotCurrent if the one to be superseded is not current
     */
    void insert(Submission submission, Release release, Evaluation evaluation, Collection<String> fired) {
        int number = releases.number(release);
        transaction.executeWithoutResult(status -> {
            EvaluationRecord record = evaluation.record();
            if (record.supersedes() != null) {
                supersede(record.supersedes(), record, submission.caller().reach());
            }
            jdbc.update(insert, values -> bind(values, submission, number, evaluation, fired));
            criteria.add(jdbc, record.id(), fired);
            events.publishEvent(new EvaluationStored(evaluation));
        });
    }

    private void supersede(UUID earlier, EvaluationRecord later, Reach reach) {
        Query update = new Query("update evaluation set current_key = null, superseded_by = ?", later.id())
                .add(" where id = ? and current_key = ? and ", earlier, later.currentKey())
                .add(reach.covering("unit"));
        int changed = jdbc.update(update.sql(), update.arguments());
        if (changed != 1) {
            throw new NotCurrent();
        }
    }

    private void bind(
            PreparedStatement values,
            Submission submission,
            int release,
            Evaluation evaluation,
            Collection<String> fired)
            throws SQLException {
        EvaluationRecord record = evaluation.record();
        int n = 0;
        values.setObject(++n, record.id());
        values.setString(++n, submission.caller().person());
        values.setString(++n, submission.key());
        values.setString(++n, submission.hash());
        values.setString(++n, record.cadre());
        values.setString(++n, record.unit());
        values.setString(++n, record.type().name());
        values.setObject(++n, record.from());
        values.setObject(++n, record.to());
        values.setInt(++n, release);
        values.setString(++n, record.status().name());
        values.setString(++n, record.grade());
        values.setBigDecimal(++n, record.total());
        values.setInt(++n, record.total().scale());
        values.setObject(++n, record.created().atOffset(ZoneOffset.UTC));
        values.setString(++n, record.currentKey());
        values.setObject(++n, record.supersedes(), Types.OTHER);
        values.setString(++n, record.reason());
        values.setBytes(++n, evaluation.caseFile());
        values.setBytes(++n, evaluation.outcome());
        if (criteria == Criteria.POSTGRESQL) {
            values.setArray(++n, values.getConnection().createArrayOf("text", fired.toArray()));
        }
    }

    /** The evaluation of this id, with its documents, if it is within reach. */
    Optional<Evaluation> find(UUID id, Reach reach) {
        Query query = select(reach, DOCUMENTS)
                .add(FROM + "where e.id = ? and ", id)
                .add(reach.condition("e.unit", "e.cadre"));
        return jdbc.query(query.sql(), (row, n) -> evaluation(row), query.arguments()).stream()
                .findFirst();
    }

    /** What a caller's key was used for. */
    Optional<Used> used(Caller caller, String key) {
        Query query = select(caller.reach(), DOCUMENTS + ", e.request_hash")
                .add(FROM + "where e.caller = ? and e.idempotency_key = ?", caller.person(), key);
        return jdbc
                .query(
                        query.sql(),
                        (row, n) -> new Used(row.getString("request_hash"), evaluation(row)),
                        query.arguments())
                .stream()
                .findFirst();
    }

    /** The first request under a key, by its hash, and what came of it. */
    record Used(String requestHash, Evaluation evaluation) {}

    /** The current evaluation of a cadre, type and period. */
    Optional<Current> current(EvaluationRecord like) {
        return jdbc
                .query(
                        "select id, unit, cadre from evaluation where current_key = ?",
                        (row, n) -> new Current(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                        like.currentKey())
                .stream()
                .findFirst();
    }

    /** The evaluation that stands, and whose it is. */
    record Current(UUID id, String unit, String cadre) {}

    /** What is found within reach; by one query for each way of reaching, since each has an index of its own. */
    Search.Page search(Search search, Reach reach) {
        List<EvaluationRecord> found = reach.conditions("e.unit", "e.cadre").stream()
                .flatMap(within -> search(search, reach, within).stream())
                .distinct()
                .sorted(Comparator.comparing(
                        (EvaluationRecord record) -> record.id().toString(), Comparator.reverseOrder()))
                .limit(search.limit() + 1L)
                .toList();
        boolean more = found.size() > search.limit();
        return new Search.Page(more ? List.copyOf(found.subList(0, search.limit())) : found, more);
    }

    private List<EvaluationRecord> search(Search search, Reach reach, Reach.Condition within) {
        Query query = select(reach, "").add(FROM + "where ").add(within);
        and(query, "e.cadre = ?", search.cadre());
        and(query, "e.unit = ?", search.unit());
        and(query, "e.grade = ?", search.grade());
        and(query, criteria.condition(), search.criterion());
        and(query, "e.period_to >= ?", search.from());
        and(query, "e.period_to <= ?", search.to());
        and(query, "e.id < ?", search.after());
        and(query, "? in (r.digest, r.version, r.edition)", search.release());
        query.add(" order by e.id desc limit ?", search.limit() + 1);
        return searching.query(query.sql(), (row, n) -> record(row), query.arguments());
    }

    /** Which evaluation superseded which is told only where that one is within reach, too. */
    private static Query select(Reach reach, String columns) {
        if (reach.everyone()) {
            return new Query(RECORD + ", e.supersedes, e.superseded_by" + columns);
        }
        String other = "(select o.id from evaluation o where o.id = e.%1$s and %2$s) as %1$s";
        Reach.Condition reached = reach.condition("o.unit", "o.cadre");
        return new Query(RECORD)
                .add(
                        ", " + other.formatted("supersedes", reached.sql()),
                        reached.arguments().toArray())
                .add(
                        ", " + other.formatted("superseded_by", reached.sql()),
                        reached.arguments().toArray())
                .add(columns);
    }

    private static void and(Query query, String condition, @Nullable Object argument) {
        if (argument != null) {
            query.add(" and " + condition, argument);
        }
    }

    private static Evaluation evaluation(ResultSet row) throws SQLException {
        return new Evaluation(record(row), row.getBytes("case_file"), row.getBytes("outcome"));
    }

    private static EvaluationRecord record(ResultSet row) throws SQLException {
        return new EvaluationRecord(
                row.getObject("id", UUID.class),
                row.getString("cadre"),
                row.getString("unit"),
                AppraisalType.valueOf(row.getString("type")),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                new Outcome.Release(row.getString("edition"), row.getString("version"), row.getString("digest")),
                Outcome.Status.valueOf(row.getString("status")),
                row.getString("grade"),
                row.getBigDecimal("total").setScale(row.getInt("total_places"), RoundingMode.UNNECESSARY),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("supersedes", UUID.class),
                row.getString("reason"),
                row.getBoolean("superseded"),
                row.getObject("superseded_by", UUID.class));
    }
}
