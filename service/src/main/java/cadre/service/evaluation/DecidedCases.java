package cadre.service.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Goes through the evaluations of a population, as they stood when its last one was stored: what superseded one of them
 * later does not take it out. So whoever goes through it twice meets the same.
 */
@Component
public class DecidedCases {
    private final JdbcTemplate jdbc;

    DecidedCases(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /**
     * What was decided, with its documents.
     *
     * @param caseFile as received
     * @param outcome canonical JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Decided(UUID id, String cadre, String unit, byte[] caseFile, byte[] outcome) {}

    /** The evaluation stored last, if any belongs to the population now. */
    public Optional<UUID> last(Population population) {
        Query query = select("e.id", population).add(" and e.superseded_by is null order by e.id desc limit 1");
        return jdbc.queryForList(query.sql(), UUID.class, query.arguments()).stream()
                .findFirst();
    }

    /** How many belong to it. */
    public long count(Population population, UUID last) {
        Query query = standing(select("count(*)", population), last);
        return java.util.Objects.requireNonNull(jdbc.queryForObject(query.sql(), Long.class, query.arguments()));
    }

    /**
     * The next ids, in their order.
     *
     * @param after the id behind which to begin; none for the first ones
     * @param last the population's last evaluation
     */
    public List<UUID> ids(Population population, @Nullable UUID after, UUID last, int limit) {
        Query query = standing(select("e.id", population), last);
        if (after != null) {
            query.add(" and e.id > ?", after);
        }
        query.add(" order by e.id limit ?", limit);
        return jdbc.queryForList(query.sql(), UUID.class, query.arguments());
    }

    /** Evaluations by their ids, in any order. */
    public List<Decided> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", java.util.Collections.nCopies(ids.size(), "?"));
        return jdbc.query(
                "select id, cadre, unit, case_file, outcome from evaluation where id in (" + marks + ")",
                (row, n) -> new Decided(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4),
                        row.getBytes(5)),
                ids.toArray());
    }

    private static Query standing(Query query, UUID last) {
        return query.add(" and e.id <= ? and (e.superseded_by is null or e.superseded_by > ?)", last, last);
    }

    private static Query select(String columns, Population population) {
        Query query = new Query("select " + columns + " from evaluation e where true");
        if (population.unit() != null) {
            query.add(
                    " and (e.unit = ? or e.unit in (select w.unit from unit_within w where w.within = ?))",
                    population.unit(),
                    population.unit());
        }
        if (population.edition() != null) {
            query.add(
                    " and e.release in (select r.number from stored_release r where ? in (r.digest, r.version, r.edition))",
                    population.edition());
        }
        if (population.grade() != null) {
            query.add(" and e.grade = ?", population.grade());
        }
        if (population.from() != null) {
            query.add(" and e.period_to >= ?", population.from());
        }
        if (population.to() != null) {
            query.add(" and e.period_to <= ?", population.to());
        }
        return query;
    }
}
