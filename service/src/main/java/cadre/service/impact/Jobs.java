package cadre.service.impact;

import cadre.service.access.Reach;
import cadre.service.evaluation.Population;
import cadre.service.impact.Job.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The stored jobs. Who holds one says so in its row until a moment of the database's clock, and whatever is written names the
 * holder, so that a process that was thought dead and is not cannot write any more.
 */
@Component
class Jobs {
    private static final String JOB = """
            select id, candidate, version, person, created, unit, edition, grade, period_from, period_to, share, seed,
                   last_evaluation, evaluations, status, reached, looked_at, left_out, report_digest, failure, finished
            from impact""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final int lease;

    Jobs(DataSource source, PlatformTransactionManager transactions, ImpactSettings settings) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(transactions);
        this.lease = settings.lease();
    }

    /** What one chunk of evaluations adds: the sum so far, and who moves. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Progress(UUID reached, long lookedAt, long leftOut, byte[] state, List<Moved> moved) {}

    /** Who moves, as JSON. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Moved(UUID evaluation, String unit, String cadre, byte[] mover) {}

    void insert(Job job) {
        Population population = job.population();
        jdbc.update("""
                insert into impact (id, candidate, version, person, created, unit, edition, grade, period_from, period_to,
                    share, seed, last_evaluation, evaluations, status, looked_at, left_out)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)""", values -> {
            int n = 0;
            values.setObject(++n, job.id());
            values.setString(++n, job.candidate());
            values.setString(++n, job.version());
            values.setString(++n, job.person());
            values.setObject(++n, job.created().atOffset(ZoneOffset.UTC));
            values.setString(++n, population.unit());
            values.setString(++n, population.edition());
            values.setString(++n, population.grade());
            values.setObject(++n, population.from(), Types.DATE);
            values.setObject(++n, population.to(), Types.DATE);
            values.setBigDecimal(++n, job.sample().share());
            values.setString(++n, job.sample().seed());
            values.setObject(++n, job.last(), Types.OTHER);
            values.setLong(++n, job.evaluations());
            values.setString(++n, job.status().name());
        });
    }

    Optional<Job> find(UUID id) {
        return jdbc.query(JOB + " where id = ?", (row, n) -> job(row), id).stream()
                .findFirst();
    }

    /** Jobs, the newest first. */
    List<Job> newest(@Nullable String candidate, int limit) {
        return candidate == null
                ? jdbc.query(JOB + " order by id desc limit ?", (row, n) -> job(row), limit)
                : jdbc.query(
                        JOB + " where candidate = ? order by id desc limit ?", (row, n) -> job(row), candidate, limit);
    }

    /** Takes the oldest job that nobody holds, if there is one. */
    Optional<Job> claim(UUID holder) {
        List<UUID> free = jdbc.queryForList("""
                select id from impact where status in ('WAITING', 'RUNNING')
                    and (leased_until is null or leased_until < current_timestamp) order by id limit 8""", UUID.class);
        for (UUID id : free) {
            int claimed = jdbc.update("""
                    update impact set holder = ?, leased_until = current_timestamp + interval '%d' second, status = 'RUNNING'
                    where id = ? and status in ('WAITING', 'RUNNING')
                        and (leased_until is null or leased_until < current_timestamp)""".formatted(lease), holder, id);
            if (claimed == 1) {
                return find(id);
            }
        }
        return Optional.empty();
    }

    /** What a job has added up so far; nothing if it has not begun. */
    Optional<byte[]> state(UUID id) {
        return jdbc
                .query("select state from impact where id = ?", (row, n) -> Optional.ofNullable(row.getBytes(1)), id)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Keeps what a chunk adds, and holds the job longer.
     *
     * @return false if it is not this process's any more, or was cancelled; then nothing is kept
     */
    boolean keep(UUID id, UUID holder, Progress progress) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int kept = jdbc.update("""
                    update impact set reached = ?, looked_at = ?, left_out = ?, state = ?,
                        leased_until = current_timestamp + interval '%d' second
                    where id = ? and holder = ? and status = 'RUNNING'""".formatted(lease), values -> {
                values.setObject(1, progress.reached());
                values.setLong(2, progress.lookedAt());
                values.setLong(3, progress.leftOut());
                values.setBytes(4, progress.state());
                values.setObject(5, id);
                values.setObject(6, holder);
            });
            if (kept == 1) {
                List<Object[]> rows = new ArrayList<>();
                progress.moved()
                        .forEach(moved -> rows.add(
                                new Object[] {id, moved.evaluation(), moved.unit(), moved.cadre(), moved.mover()}));
                jdbc.batchUpdate(
                        "insert into impact_mover (impact, evaluation, unit, cadre, mover) values (?, ?, ?, ?, ?)",
                        rows,
                        new int[] {Types.OTHER, Types.OTHER, Types.VARCHAR, Types.VARCHAR, Types.BINARY});
            }
            return kept == 1;
        }));
    }

    /** Holds a job longer; false if it is not this process's any more, or was cancelled. */
    boolean renew(UUID id, UUID holder) {
        return jdbc.update("""
                        update impact set leased_until = current_timestamp + interval '%d' second
                        where id = ? and holder = ? and status = 'RUNNING'""".formatted(lease), id, holder) == 1;
    }

    /** Lets others take a job up at once. */
    void release(UUID holder) {
        jdbc.update("update impact set leased_until = null, holder = null where holder = ?", holder);
    }

    /** Ends a job with its report. */
    boolean finish(UUID id, UUID holder, byte[] report, String digest) {
        return jdbc.update("""
                        update impact set status = 'DONE', report = ?, report_digest = ?, finished = current_timestamp,
                            state = null, leased_until = null
                        where id = ? and holder = ? and status = 'RUNNING'""", values -> {
                    values.setBytes(1, report);
                    values.setString(2, digest);
                    values.setObject(3, id);
                    values.setObject(4, holder);
                })
                == 1;
    }

    void fail(UUID id, UUID holder, String failure) {
        jdbc.update("""
                update impact set status = 'FAILED', failure = ?, finished = current_timestamp, leased_until = null
                where id = ? and holder = ? and status = 'RUNNING'""", failure, id, holder);
    }

    /** Stops a job that has not ended; what it has learned is kept. */
    boolean cancel(UUID id) {
        return jdbc.update("""
                        update impact set status = 'CANCELLED', finished = current_timestamp, holder = null, leased_until = null
                        where id = ? and status in ('WAITING', 'RUNNING')""", id) == 1;
    }

    /** Lets a job that was cancelled or failed go on from where it stopped. */
    boolean resume(UUID id) {
        return jdbc.update("""
                        update impact set status = 'WAITING', finished = null, failure = null, holder = null, leased_until = null
                        where id = ? and status in ('CANCELLED', 'FAILED')""", id) == 1;
    }

    Optional<byte[]> report(UUID id) {
        return jdbc
                .query("select report from impact where id = ?", (row, n) -> Optional.ofNullable(row.getBytes(1)), id)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    long movers(UUID id) {
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from impact_mover where impact = ?", Long.class, id));
    }

    /** Who moves, within reach, in the order of evaluations. */
    List<Moved> movers(UUID id, Reach reach, @Nullable UUID after, int limit) {
        Reach.Condition within = reach.condition("m.unit", "m.cadre");
        List<Object> arguments = new ArrayList<>(List.of(id));
        arguments.addAll(within.arguments());
        StringBuilder sql = new StringBuilder(
                        "select m.evaluation, m.unit, m.cadre, m.mover from impact_mover m where m.impact = ?")
                .append(" and ")
                .append(within.sql());
        if (after != null) {
            sql.append(" and m.evaluation > ?");
            arguments.add(after);
        }
        arguments.add(limit);
        return jdbc.query(
                sql.append(" order by m.evaluation limit ?").toString(),
                (row, n) ->
                        new Moved(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBytes(4)),
                arguments.toArray());
    }

    private static Job job(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished", OffsetDateTime.class);
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("candidate"),
                row.getString("version"),
                row.getString("person"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                new Population(
                        row.getString("unit"),
                        row.getString("edition"),
                        row.getString("grade"),
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class)),
                new Sample(row.getBigDecimal("share").stripTrailingZeros(), row.getString("seed")),
                row.getObject("last_evaluation", UUID.class),
                row.getLong("evaluations"),
                Status.valueOf(row.getString("status")),
                row.getObject("reached", UUID.class),
                row.getLong("looked_at"),
                row.getLong("left_out"),
                row.getString("report_digest"),
                row.getString("failure"),
                finished == null ? null : finished.toInstant());
    }
}
