package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the packaged program on one PostgreSQL judge by the same criteria. */
@SuppressWarnings("NullAway.Init")
class TwoServicesIT {
    /** Within which an exchange in one is to be seen by the other. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    /** Within which an approved release is loaded everywhere, which depends on what else the machine does. */
    private static final Duration PREPARED = Duration.ofMinutes(2);

    private final AtomicInteger cadres = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void an_exchange_is_seen_by_the_other_within_5_seconds_since_both_have_prepared_what_is_approved() {
        String database = Postgres.newDatabase();
        String keys = "--cadre.releases.key-file=" + folder.resolve("keys.pem");
        try (Program one = Program.serve(database, "-Xmx512m", keys);
                Program other = Program.serve(database, "-Xmx512m", keys)) {
            // The demonstration that started last has made the tokens anew.
            ReleasePeople there = ReleasePeople.of(other);
            ReleasePeople here = there.at(one);
            String light = here.approved("city.1", 20);
            String heavy = there.approved("city.2", 60);
            Awaitility.await()
                    .atMost(PREPARED)
                    .untilAsserted(() -> assertThat(here.prepared())
                            .hasSize(2)
                            .allSatisfy(prepared -> assertThat(prepared).contains(light, heavy)));

            ReleasePeople.well(here.enforce(light), 200);
            String judgedByLight = seen(there, light, "59.00", PROMISED);
            ReleasePeople.well(there.enforce(heavy), 200);
            String judgedByHeavy = seen(here, heavy, "57.00", PROMISED);
            assertThat(newer(here, judgedByLight)).isEqualTo(heavy);
            assertThat(newer(here, judgedByHeavy)).isEmpty();
            ReleasePeople.well(here.rollBack(light), 200);
            seen(there, light, "59.00", PROMISED);
            assertThat(newer(there, judgedByLight)).isEmpty();
            assertThat(newer(there, judgedByHeavy)).isEqualTo(light);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(here.loaded())
                            .hasSize(2)
                            .allSatisfy(
                                    loaded -> assertThat(loaded).contains(light).doesNotContain(heavy)));
        }
    }

    /** The digest of the newer criteria that an evaluation tells of, and nothing if it tells of none. */
    private static String newer(ReleasePeople people, String evaluation) {
        return ReleasePeople.well(people.evaluator().get(evaluation), 200)
                .at("/newerCriteria/digest")
                .asString("");
    }

    /** Whoever is evaluated there is judged by this release; gives the address of such an evaluation. */
    private String seen(ReleasePeople there, String digest, String total, Duration within) {
        Answer seen = Awaitility.await()
                .atMost(within)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> there.evaluate("C-" + cadres.incrementAndGet()),
                        judged -> judged.status() == 201
                                && judged.json()
                                        .at("/release/digest")
                                        .asString()
                                        .equals(digest));
        assertThat(seen.json().path("total").decimalValue()).isEqualByComparingTo(total);
        return seen.header("Location");
    }
}
