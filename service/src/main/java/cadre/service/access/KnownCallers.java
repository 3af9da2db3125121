package cadre.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who presents a token or a session. What was read is believed for a second, so that a caller who sends much costs a look into the database a
 * second and not one for each request: what ends a token or an account in this process ends it at once, in others within that
 * second.
 */
@Component
class KnownCallers {
    private static final Duration BELIEVED = Duration.ofSeconds(1);
    private static final Duration USE_NOTED = Duration.ofMinutes(1);
    private static final int AT_MOST = 10_000;

    private final Accounts accounts;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Units units;
    private final Cache<String, Tokens.Stored> knownTokens = believed(BELIEVED);
    private final Cache<String, Sessions.Session> knownSessions = believed(BELIEVED);
    private final Cache<String, Account> knownAccounts = believed(BELIEVED);
    private final Cache<String, Boolean> noted = believed(USE_NOTED);

    KnownCallers(Accounts accounts, Tokens tokens, Sessions sessions, Units units) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.units = units;
    }

    private static <K, V> Cache<K, V> believed(Duration time) {
        return Caffeine.newBuilder().expireAfterWrite(time).maximumSize(AT_MOST).build();
    }

    /** Who presents this token, if it is one, unexpired, unrevoked, and its owner may ask. */
    Optional<Caller> withToken(TokenText text) {
        Tokens.Stored stored = knownTokens.get(text.id(), id -> tokens.find(id).orElse(null));
        if (stored == null || !text.hasHash(stored.hash()) || !stored.token().usable(Instant.now())) {
            return Optional.empty();
        }
        return account(stored.token().person()).filter(Account::active).map(account -> {
            if (noted.asMap().putIfAbsent(text.id(), true) == null) {
                tokens.used(text.id());
            }
            return caller(account, common(account.roles(), stored.token().roles()));
        });
    }

    /** Who has the session with this secret, if it is one, not over, and its owner may ask as when it began. */
    Optional<Caller> withSession(String secret) {
        String hash = Secret.hash(secret);
        Sessions.Session session =
                knownSessions.get(hash, key -> sessions.find(key).orElse(null));
        if (session == null || !session.usable(Instant.now())) {
            return Optional.empty();
        }
        return account(session.person())
                .filter(account -> account.active() && account.era() == session.era())
                .map(account -> {
                    if (noted.asMap().putIfAbsent(hash, true) == null) {
                        sessions.seen(hash);
                    }
                    return caller(account, account.roles());
                });
    }

    /** To be called once a session has ended. */
    void forgetSession(String hash) {
        knownSessions.invalidate(hash);
    }

    Optional<Account> account(String person) {
        return Optional.ofNullable(
                knownAccounts.get(person, name -> accounts.find(name).orElse(null)));
    }

    Caller caller(Account account, Set<Role> roles) {
        return new Caller(account.person(), roles, units.reach(roles, account.units(), account.cadre()));
    }

    private static Set<Role> common(Set<Role> ones, Set<Role> others) {
        Set<Role> both = new HashSet<>(ones);
        both.retainAll(others);
        return both;
    }

    /** To be called once a change of the account is committed. */
    void forgetAccount(String person) {
        knownAccounts.invalidate(person);
    }

    /** To be called once an account is closed: whatever proved its person proves nothing any more. */
    void forgetAccountAndWhatProvesIt(String person) {
        knownTokens.invalidateAll();
        knownSessions.invalidateAll();
        forgetAccount(person);
    }

    /** To be called once a token is revoked. */
    void forgetToken(String id) {
        knownTokens.invalidate(id);
    }
}
