package cadre.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords. Counted in this process only: with several replicas a guesser has as many times the tries,
 * which no password of the length asked for gives way to, and no login writes into the database.
 *
 * <p>A try counts as a failure from its beginning, so that many at once are no way around. After the free ones each failure doubles
 * the wait, from a second to fifteen minutes. Three things are counted: a login from an address (5 free), so that guessing somebody's
 * password from elsewhere does not lock them out; a login from anywhere (50 free); an address with whatever login (100 free).
 */
@Component
final class LoginThrottle {
    private static final int FREE_FOR_LOGIN_FROM_ADDRESS = 5;
    private static final int FREE_FOR_LOGIN = 50;
    private static final int FREE_FROM_ADDRESS = 100;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;

    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(100_000)
            .build();

    /** How often, and until when the next try has to wait. */
    private record Failures(int count, Instant until) {
        static Failures after(@Nullable Failures before, int free, Instant now) {
            int count = before == null ? 1 : before.count + 1;
            int beyond = count - free;
            Duration wait = beyond < 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(beyond, DOUBLINGS));
            return new Failures(count, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        }
    }

    /** Lets a try begin, or tells how long it must wait. */
    Duration begin(String login, String address) {
        Instant now = Instant.now();
        Duration wait =
                longest(waiting(pair(login, address), now), waiting(login(login), now), waiting(address(address), now));
        if (wait.isZero()) {
            wait = longest(
                    count(pair(login, address), FREE_FOR_LOGIN_FROM_ADDRESS, now),
                    count(login(login), FREE_FOR_LOGIN, now),
                    count(address(address), FREE_FROM_ADDRESS, now));
        }
        return wait;
    }

    /** Takes back what was counted at the beginning. */
    void succeeded(String login, String address) {
        failures.invalidate(pair(login, address));
        for (String key : new String[] {login(login), address(address)}) {
            failures.asMap()
                    .computeIfPresent(
                            key,
                            (same, before) -> before.count <= 1 ? null : new Failures(before.count - 1, before.until));
        }
    }

    private Duration waiting(String key, Instant now) {
        Failures known = failures.getIfPresent(key);
        return known == null || !now.isBefore(known.until) ? Duration.ZERO : Duration.between(now, known.until);
    }

    /** Counts one more, unless another try has just closed the door. */
    private Duration count(String key, int free, Instant now) {
        Duration[] wait = {Duration.ZERO};
        failures.asMap().compute(key, (same, before) -> {
            if (before != null && now.isBefore(before.until)) {
                wait[0] = Duration.between(now, before.until);
                return before;
            }
            return Failures.after(before, free, now);
        });
        return wait[0];
    }

    private static Duration longest(Duration first, Duration second, Duration third) {
        Duration longer = first.compareTo(second) > 0 ? first : second;
        return longer.compareTo(third) > 0 ? longer : third;
    }

    private static String pair(String login, String address) {
        return "both " + address + " " + login;
    }

    private static String login(String login) {
        return "login " + login;
    }

    private static String address(String address) {
        return "address " + address;
    }
}
