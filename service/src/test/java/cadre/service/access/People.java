package cadre.service.access;

import cadre.service.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.env.Environment;

/** People with accounts in the service under test, and the API as each of them sees it. */
@TestConfiguration(proxyBeanMethods = false)
public class People {
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Accounts accounts;
    private final Tokens tokens;
    private final KnownCallers callers;
    private final Environment environment;
    private final Map<String, Api> known = new ConcurrentHashMap<>();

    People(Accounts accounts, Tokens tokens, KnownCallers callers, Environment environment) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.callers = callers;
        this.environment = environment;
    }

    /** Nobody known. */
    public Api stranger() {
        return new Api(base());
    }

    /** Somebody who has these roles and acts for every unit; the same person each time. */
    public Api as(Role... roles) {
        String login = Arrays.stream(roles)
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("."));
        return as(login, Set.of("*"), null, roles);
    }

    /** This person, made with these roles, units and cadre if they are new. */
    public Api as(String login, Set<String> units, @Nullable String cadre, Role... roles) {
        return known.computeIfAbsent(login, unknown -> {
            Account account =
                    new Account(Account.local(login), login, "{noop}" + login, Set.of(roles), units, cadre, true, 0);
            if (accounts.find(account.person()).isPresent()) {
                accounts.change(account.person(), before -> account);
            } else {
                accounts.add(account);
            }
            callers.forgetAccount(account.person());
            return new Api(base(), token(login, FOREVER, roles));
        });
    }

    /** Another token of this person. */
    public String token(String login, Duration lasts, Role... roles) {
        return tokens.issue(
                        Account.local(login),
                        "test",
                        Set.of(roles),
                        Instant.now().plus(lasts))
                .text();
    }

    private String base() {
        return "http://127.0.0.1:" + Objects.requireNonNull(environment.getProperty("local.server.port"));
    }
}
