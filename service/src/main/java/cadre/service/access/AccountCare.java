package cadre.service.access;

import cadre.service.problem.Rejected;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    AccountCare(
            Accounts accounts,
            Tokens tokens,
            Sessions sessions,
            KnownCallers callers,
            Passwords passwords,
            Units units,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.callers = callers;
        this.passwords = passwords;
        this.units = units;
        this.transaction = transaction;
    }

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
    public Made make(String login, Powers powers) {
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
            accounts.add(account);
        } catch (DuplicateKeyException taken) {
            throw Rejected.because(409, "login-taken", login).at("/login");
        }
        return new Made(account, password);
    }

    /**
     * Changes what an account may do. One that is closed loses its sessions and tokens.
     *
     * @throws Rejected if there is none, or nobody would be left to look after accounts
     */
    public Account change(String person, Powers powers) {
        Account changed = Objects.requireNonNull(transaction.execute(status -> {
            // One change after the other: two administrators must not close each other's accounts at the same time.
            accounts.lock();
            Account account = of(person).with(powers.roles(), powers.units(), powers.cadre(), powers.active());
            accounts.change(account);
            if (accounts.all().stream()
                    .noneMatch(one ->
                            one.active() && one.login() != null && one.roles().contains(Role.ADMINISTRATOR))) {
                throw Rejected.because(409, "last-administrator", person);
            }
            if (!account.active()) {
                tokens.revokeAll(person);
                sessions.endAll(person);
            }
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
    public Made resetPassword(String person) {
        Account account = of(person);
        if (account.login() == null) {
            throw Rejected.because(409, "no-password");
        }
        String password = Secret.password();
        Account changed = account.withPassword(passwords.hash(password));
        accounts.change(changed);
        sessions.endAll(person);
        callers.forgetAccount(person);
        return new Made(changed, password);
    }
}
