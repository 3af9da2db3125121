package cadre.service.access;

import cadre.service.problem.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** All accounts, as stored. */
@Component
class Accounts {
    private static final String COLUMNS = "select person, login, password, roles, cadre, active, era from account ";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    Accounts(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    boolean none() {
        return jdbc.queryForList("select 1 from account limit 1", Integer.class).isEmpty();
    }

    Optional<Account> find(String person) {
        return one("where person = ?", person);
    }

    Optional<Account> withLogin(String login) {
        return one("where login = ?", login);
    }

    /** The units are asked for behind the query: whoever waits for a second connection while holding one may wait for ever. */
    private Optional<Account> one(String condition, String argument) {
        return jdbc.query(COLUMNS + condition, (row, n) -> account(row, Set.of()), argument).stream()
                .findFirst()
                .map(account -> account.withUnits(units(account.person())));
    }

    private Set<String> units(String person) {
        return new HashSet<>(jdbc.queryForList("select unit from account_unit where person = ?", String.class, person));
    }

    /** All, by name. */
    List<Account> all() {
        Map<String, Set<String>> units = new TreeMap<>();
        jdbc.query("select person, unit from account_unit", row -> {
            units.computeIfAbsent(row.getString(1), person -> new HashSet<>()).add(row.getString(2));
        });
        return jdbc.query(
                COLUMNS + "order by person", (row, n) -> account(row, units.getOrDefault(row.getString(1), Set.of())));
    }

    private static Account account(ResultSet row, Set<String> units) throws SQLException {
        return new Account(
                row.getString("person"),
                row.getString("login"),
                row.getString("password"),
                roles(row.getString("roles")),
                units,
                row.getString("cadre"),
                row.getBoolean("active"),
                row.getInt("era"));
    }

    /**
     * Stores a new account.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the person or the login has one
     */
    void add(Account account) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into account (person, login, password, roles, cadre, active, era, created) "
                            + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                    account.person(),
                    account.login(),
                    account.password(),
                    text(account.roles()),
                    account.cadre(),
                    account.active(),
                    account.era(),
                    OffsetDateTime.now(ZoneOffset.UTC));
            addUnits(account);
        });
    }

    /**
     * Changes an account as it is now, while nobody else changes it.
     *
     * @param becomes what it becomes; may refuse by throwing
     */
    Account change(String person, UnaryOperator<Account> becomes) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.queryForList("select person from account where person = ? for update", String.class, person);
            Account before = find(person).orElseThrow(() -> Rejected.because(404, "no-such-account", person));
            Account after = becomes.apply(before);
            if (!after.equals(before)) {
                store(after);
            }
            return after;
        }));
    }

    private void store(Account account) {
        jdbc.update(
                "update account set password = ?, roles = ?, cadre = ?, active = ?, era = ? where person = ?",
                account.password(),
                text(account.roles()),
                account.cadre(),
                account.active(),
                account.era(),
                account.person());
        jdbc.update("delete from account_unit where person = ?", account.person());
        addUnits(account);
    }

    /** Holds up every other change of accounts until the transaction is over. */
    void lock() {
        jdbc.queryForList(
                "select person from account where login is not null order by person for update", String.class);
    }

    private void addUnits(Account account) {
        jdbc.batchUpdate(
                "insert into account_unit (person, unit) values (?, ?)",
                new TreeSet<>(account.units())
                        .stream()
                                .map(unit -> new Object[] {account.person(), unit})
                                .toList());
    }

    static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> roles(@Nullable String text) {
        return text == null || text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",", -1)).map(Role::valueOf).collect(Collectors.toSet());
    }
}
