package cadre.service.access;

import cadre.service.problem.Rejected;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tree of units. A change takes effect at once in this process, and in others when they next look, at most a second later;
 * queries that ask for what is within a unit see it at once everywhere.
 */
@Component
public class Units {
    private static final long LOOK_AGAIN = Duration.ofMillis(900).toNanos();

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AtomicLong looked = new AtomicLong(System.nanoTime() - LOOK_AGAIN);
    private volatile UnitTree tree = UnitTree.EMPTY;

    Units(DataSource source, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Whose results a person reaches. Costs nothing but, once a second for the whole process, one look at the tree's revision.
     *
     * @param given codes of the units the person acts for, or {@link Within#ROOT}
     * @param cadre the cadre who the person is, if they are one
     */
    public Reach reach(Set<Role> roles, Set<String> given, @Nullable String cadre) {
        return Reach.of(roles, given, cadre, tree());
    }

    private UnitTree tree() {
        long last = looked.get();
        if (System.nanoTime() - last >= LOOK_AGAIN && looked.compareAndSet(last, System.nanoTime())) {
            look();
        }
        return tree;
    }

    /** One after the other, so that no older tree takes the place of a newer one. */
    private synchronized void look() {
        long revision = Objects.requireNonNull(jdbc.queryForObject("select revision from unit_tree", Long.class));
        if (revision != tree.revision()) {
            Map<String, Optional<String>> parents = new HashMap<>();
            jdbc.query("select code, parent from unit", row -> {
                parents.put(row.getString(1), Optional.ofNullable(row.getString(2)));
            });
            tree = new UnitTree(revision, parents);
        }
    }

    /** Whether a person can be given this unit. */
    public boolean exists(String code) {
        return code.equals(Within.ROOT) || find(code).isPresent();
    }

    public Optional<Unit> find(String code) {
        return jdbc
                .query(
                        "select code, name, parent from unit where code = ?",
                        (row, n) -> new Unit(row.getString(1), row.getString(2), row.getString(3)),
                        code)
                .stream()
                .findFirst();
    }

    /** All units, by code. */
    public List<Unit> all() {
        return jdbc.query(
                "select code, name, parent from unit order by code",
                (row, n) -> new Unit(row.getString(1), row.getString(2), row.getString(3)));
    }

    /**
     * Adds a unit.
     *
     * @throws Rejected if there is one of this code, or no such parent
     */
    public void add(Unit unit) {
        change(() -> {
            if (unit.parent() != null) {
                refuseUnknown(unit.parent());
            }
            try {
                jdbc.update(
                        "insert into unit (code, name, parent) values (?, ?, ?)",
                        unit.code(),
                        unit.name(),
                        unit.parent());
            } catch (DuplicateKeyException taken) {
                throw Rejected.because(409, "unit-exists", unit.code()).at("/code");
            }
            jdbc.update("insert into unit_within (within, unit) values (?, ?)", unit.code(), unit.code());
            hang(unit);
        });
    }

    /**
     * Names a unit anew and moves it, with all below it.
     *
     * @throws Rejected if there is no such unit or parent, or the parent stands below the unit
     */
    public void change(Unit unit) {
        change(() -> {
            Unit before = find(unit.code()).orElseThrow(() -> noSuchUnit(unit.code()));
            jdbc.update("update unit set name = ? where code = ?", unit.name(), unit.code());
            if (Objects.equals(before.parent(), unit.parent())) {
                return;
            }
            if (unit.parent() != null) {
                refuseUnknown(unit.parent());
                refuseCycle(unit.code(), unit.parent());
            }
            jdbc.update("""
                            delete from unit_within
                            where unit in (select unit from unit_within where within = ?)
                              and within in (select within from unit_within where unit = ? and within <> ?)""", unit.code(), unit.code(), unit.code());
            jdbc.update("update unit set parent = ? where code = ?", unit.parent(), unit.code());
            hang(unit);
        });
    }

    /** Puts what is within the unit within everything that its parent is within. */
    private void hang(Unit unit) {
        jdbc.update("""
                        insert into unit_within (within, unit)
                        select above.within, below.unit from unit_within above cross join unit_within below
                        where above.unit = ? and below.within = ?""", unit.parent(), unit.code());
    }

    private void refuseUnknown(String parent) {
        if (find(parent).isEmpty()) {
            throw Rejected.because(409, "no-such-parent", parent).at("/parent");
        }
    }

    private void refuseCycle(String code, String parent) {
        if (any("select 1 from unit_within where within = ? and unit = ?", code, parent)) {
            throw Rejected.because(409, "unit-cycle", code, parent).at("/parent");
        }
    }

    /**
     * Removes a unit.
     *
     * @throws Rejected if there is none, units stand below it, results belong to it or people act for it
     */
    public void remove(String code) {
        change(() -> {
            if (find(code).isEmpty()) {
                throw noSuchUnit(code);
            }
            if (any("select 1 from unit where parent = ? limit 1", code)) {
                throw Rejected.because(409, "unit-has-units", code);
            } else if (any("select 1 from evaluation where unit = ? limit 1", code)) {
                throw Rejected.because(409, "unit-has-results", code);
            } else if (any("select 1 from account_unit where unit = ? limit 1", code)) {
                throw Rejected.because(409, "unit-has-people", code);
            }
            jdbc.update("delete from unit_within where unit = ?", code);
            jdbc.update("delete from unit where code = ?", code);
        });
    }

    private boolean any(String sql, @Nullable Object... arguments) {
        return !jdbc.queryForList(sql, Integer.class, arguments).isEmpty();
    }

    /** The rejection of a unit that is not in the tree. */
    public static Rejected noSuchUnit(String code) {
        return Rejected.because(404, "no-such-unit", code);
    }

    private void change(Runnable step) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("update unit_tree set revision = revision + 1");
            step.run();
        });
        look();
    }
}
