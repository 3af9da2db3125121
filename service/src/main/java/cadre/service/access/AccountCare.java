package cadre.service.access;

import cadre.service.problem.Rejected;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What administrators do with accounts. Each change takes effect at once in this process, in others within a second. */
@Component
public class AccountCare {
    private final Accounts accounts;
    private final Tokens tokens;
    private final Sessions sessions;
    private final KnownCallers callers;
    private final Passwords passwords;
    private final Units units;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    AccountCare(
            Accounts accounts,
            Tokens tokens,
            Sessions sessions,
            KnownCallers callers,
            Passwords passwords,
            Units units,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.callers = callers;
        this.passwords = passwords;
        this.units = units;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Who looks after an account.
     *
     * @param address from which
     */
    public record By(String person, String address) {}

    /** What an account may do. */
    public record Powers(
            Set<Role> roles, Set<String> units, @Nullable String cadre, boolean active) {
        public Powers {
            roles = Set.copyOf(roles);
            units = Set.copyOf(units);
        }
    }

    /** A password that is told once. */
    public record Made(Account account, String password) {
        @Override
        public String toString() {
            return account.person();
        }
    }

    public List<Account> all() {
        return accounts.all();
    }

    /**
     * The account of that person.
     *
     * @throws Rejected if there is none
     */
    public Account of(String person) {
        return accounts.find(person).orElseThrow(() -> Rejected.because(404, "no-such-account", person));
    }

    /** Codes among these that no unit has. */
    public List<String> unknownUnits(Set<String> codes) {
        return codes.stream().filter(code -> !units.exists(code)).sorted().toList();
    }

    /**
     * Makes an account with a random password.
     *
     * @throws Rejected if somebody has or had the login
     */
    public Made make(By by, String login, Powers powers) {
        String password = Secret.password();
        Account account = new Account(
                Account.local(login),
                login,
                passwords.hash(password),
                powers.roles(),
                powers.units(),
                powers.cadre(),
                powers.active(),
                0);
        try {
            transaction.executeWithoutResult(status -> {
                accounts.add(account);
                tell(by, account, "made");
            });
        } catch (DuplicateKeyException taken) {
            throw Rejected.because(409, "login-taken", login).at("/login");
        }
        return new Made(account, password);
    }

    /**
     * Changes what an account may do. One that is closed loses its sessions and tokens.
     *
     * @throws Rejected if there is none, it is one's own and would have other roles, or nobody would be left to look after accounts
     */
    public Account change(By by, String person, Powers powers) {
        Account changed = Objects.requireNonNull(transaction.execute(status -> {
            // One change after the other: two administrators must not close each other's accounts at the same time.
            accounts.lock();
            Account account = accounts.change(person, before -> {
                if (by.person().equals(person) && !before.roles().equals(powers.roles())) {
                    throw Rejected.because(403, "own-roles", person).at("/roles");
                }
                return before.with(powers.roles(), powers.units(), powers.cadre(), powers.active());
            });
            if (accounts.all().stream()
                    .noneMatch(one ->
                            one.active() && one.login() != null && one.roles().contains(Role.ADMINISTRATOR))) {
                throw Rejected.because(409, "last-administrator", person);
            }
            if (!account.active()) {
                tokens.revokeAll(person);
                sessions.endAll(person);
            }
            tell(by, account, account.active() ? "changed" : "closed");
            return account;
        }));
        callers.forgetAccountAndWhatProvesIt(person);
        return changed;
    }

    /**
     * Gives an account a new random password and ends its sessions.
     *
     * @throws Rejected if there is none, or it has no password
     */
    public Made resetPassword(By by, String person) {
        if (of(person).login() == null) {
            throw Rejected.because(409, "no-password");
        }
        String password = Secret.password();
        // It takes a while, and the account may change meanwhile.
        String hash = passwords.hash(password);
        Account changed = Objects.requireNonNull(transaction.execute(status -> {
            Account account = accounts.change(person, before -> before.withPassword(hash));
            tell(by, account, "new password");
            return account;
        }));
        sessions.endAll(person);
        callers.forgetAccount(person);
        return new Made(changed, password);
    }

    private void tell(By by, Account account, String what) {
        String powers = account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","))
                + " units " + String.join(",", new TreeSet<>(account.units()))
                + (account.cadre() == null ? "" : " cadre " + account.cadre());
        events.publishEvent(new AccountChanged(
                by.person(), account.person(), what + " " + account.person() + " " + powers, by.address()));
    }
}
