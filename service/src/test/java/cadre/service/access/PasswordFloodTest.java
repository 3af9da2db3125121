package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.ServiceTest;
import cadre.service.access.LoginAttempts.Told;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Ten thousand wrong passwords at once: few are looked at, fewer are written down, and everybody else works on. */
@ServiceTest
@TestPropertySource(
        properties = {"cadre.database.url=jdbc:h2:mem:flood;DB_CLOSE_DELAY=-1", "cadre.access.held-back=20ms"})
@SuppressWarnings("NullAway.Init")
class PasswordFloodTest {
    private static final int ATTEMPTS = 10_000;
    private static final int ATTACKERS = 64;

    /** So many addresses, of which each has a hundred tries before it waits. */
    private static final int ADDRESSES = 4;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    private String made(String login) {
        Api.Answer answer = people.as(Role.ADMINISTRATOR)
                .post(
                        "/api/v1/accounts",
                        "{\"login\":\"%s\",\"roles\":[\"EVALUATOR\"],\"units\":[\"*\"]}".formatted(login));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("password").asString();
    }

    @Test
    void the_throttle_holds_and_others_get_in() throws Exception {
        made("attacked");
        String password = made("bystander");
        Api evaluator = people.as("worker", Set.of("*"), null, Role.EVALUATOR);
        int port = URI.create(evaluator.base()).getPort();
        long traces = traces();
        Flood flood = new Flood(port);
        ExecutorService pool = Executors.newFixedThreadPool(ATTACKERS);
        try {
            List<Future<Map<Integer, Integer>>> attacks = new ArrayList<>();
            for (int i = 0; i < ATTACKERS; i++) {
                int address = 1 + i % ADDRESSES;
                attacks.add(pool.submit(() -> flood.from(address)));
            }
            assertThat(flood.underWay.await(1, TimeUnit.MINUTES)).isTrue();

            assertThat(loggedIn(port, "bystander", password)).isEqualTo(201);
            assertThat(evaluator.get("/api/v1/editions").status()).isEqualTo(200);

            flood.mayEnd.set(true);
            Map<Integer, Integer> answers = new TreeMap<>();
            for (Future<Map<Integer, Integer>> attack : attacks) {
                attack.get().forEach((status, times) -> answers.merge(status, times, Integer::sum));
            }
            assertThat(answers).containsOnlyKeys(401, 429);
            assertThat(answers.get(401)).as("passwords looked at").isBetween(1, ADDRESSES * 100);
            assertThat(answers.values().stream().mapToInt(Integer::intValue).sum())
                    .isGreaterThanOrEqualTo(ATTEMPTS);
            assertThat(traces() - traces).as("rows about it").isLessThan(ADDRESSES * 20L);
        } finally {
            flood.mayEnd.set(true);
            pool.shutdownNow();
        }
        assertThat(loggedIn(port, "bystander", password)).isEqualTo(201);
    }

    /** Ten thousand attempts or more: it does not end before it may. Half of them at an account that exists, the others at none. */
    private static final class Flood {
        private final int port;
        private final AtomicInteger tried = new AtomicInteger();
        private final CountDownLatch underWay = new CountDownLatch(ATTEMPTS / 10);
        private final AtomicBoolean mayEnd = new AtomicBoolean();

        Flood(int port) {
            this.port = port;
        }

        /** Over one connection; counts the answers by status. */
        Map<Integer, Integer> from(int address) throws IOException {
            Map<Integer, Integer> answers = new TreeMap<>();
            try (LoginAttempts attempts = new LoginAttempts(port, 1, address)) {
                for (int n = tried.incrementAndGet(); n <= ATTEMPTS || !mayEnd.get(); n = tried.incrementAndGet()) {
                    String login = n % 2 == 0 ? "attacked" : "nobody-" + n % 10;
                    Told told = attempts.log(login, "wrong-password-" + n);
                    answers.merge(told.status(), 1, Integer::sum);
                    assertThat(told.status() == 429).as(told.toString()).isEqualTo(told.retryAfter() > 0);
                    underWay.countDown();
                }
            }
            return answers;
        }
    }

    /** From elsewhere, and as told: whoever finds the hashing busy comes again. */
    private static int loggedIn(int port, String login, String password) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            try (LoginAttempts attempts = new LoginAttempts(port, 2, 1)) {
                                return attempts.log(login, password).status();
                            }
                        },
                        status -> status != 429);
    }

    private long traces() {
        Long rows = jdbc.queryForObject("select count(*) from trace", Long.class);
        return rows == null ? 0 : rows;
    }
}
