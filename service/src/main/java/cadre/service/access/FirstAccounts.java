package cadre.service.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Accounts made by the program itself, since somebody must be able to make the others. */
@Component
public class FirstAccounts {
    private static final String ADMINISTRATOR = "administrator";
    private static final String DEMONSTRATION = "demo-";

    /** The cadre of an example, so that there is a result of their own to read. */
    private static final String CADRE = "C-1003";

    private static final Duration DEMONSTRATED = Duration.ofDays(7);

    private final Accounts accounts;
    private final Tokens tokens;
    private final Passwords passwords;
    private final KnownCallers callers;

    FirstAccounts(Accounts accounts, Tokens tokens, Passwords passwords, KnownCallers callers) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.callers = callers;
    }

    /**
     * An account just made, with what its owner must be told now, since nobody can find it out later.
     *
     * @param token one that lends all roles, if one was made
     */
    public record Made(
            Caller caller,
            String login,
            String password,
            @Nullable String token) {
        @Override
        public String toString() {
            return caller.person();
        }
    }

    /** Makes an administrator if there is no account at all. */
    public Optional<Made> administrator() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        String password = Secret.password();
        Account account = account(ADMINISTRATOR, password, Role.ADMINISTRATOR);
        try {
            accounts.add(account);
        } catch (DuplicateKeyException anotherProcess) {
            return Optional.empty();
        }
        return Optional.of(new Made(callers.caller(account, account.roles()), ADMINISTRATOR, password, null));
    }

    /** Whether nobody has an account but those of a demonstration. */
    public boolean onlyDemonstration() {
        return accounts.all().stream()
                .allMatch(account -> account.login() != null && account.login().startsWith(DEMONSTRATION));
    }

    /** Makes one account for each role, or gives those of an earlier demonstration new passwords and tokens. */
    public List<Made> demonstration() {
        List<Made> made = new ArrayList<>();
        for (Role role : Role.values()) {
            String login = DEMONSTRATION + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String password = Secret.password();
            Account account = account(login, password, role);
            if (accounts.find(account.person()).isPresent()) {
                accounts.change(account.person(), before -> account.after(before));
                tokens.revokeAll(account.person());
            } else {
                accounts.add(account);
            }
            callers.forgetAccount(account.person());
            Tokens.Issued token = tokens.issue(
                    account.person(), login, Set.of(role), Instant.now().plus(DEMONSTRATED));
            made.add(new Made(callers.caller(account, account.roles()), login, password, token.text()));
        }
        return made;
    }

    private Account account(String login, String password, Role role) {
        boolean acts = role == Role.EVALUATOR || role == Role.REVIEWER;
        return new Account(
                Account.local(login),
                login,
                passwords.hash(password),
                Set.of(role),
                acts ? Set.of("*") : Set.of(),
                role == Role.CADRE ? CADRE : null,
                true,
                0);
    }
}
