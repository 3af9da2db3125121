package cadre.service.release;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several services on one PostgreSQL judge by the same releases, and each can tell what all have loaded. */
@SuppressWarnings("NullAway.Init")
class ReplicasTest {
    @TempDir
    private Path folder;

    @Test
    void a_step_taken_in_one_is_followed_by_the_other_and_both_tell_of_it() {
        String database = Postgres.newDatabase();
        Path keys = folder.resolve("keys.pem");
        try (ServingReplica one = ServingReplica.start(database, keys);
                ServingReplica other = ServingReplica.start(database, keys)) {
            String release = one.steps().approved(CityEdition.sources("city.1", 20));

            one.steps().enforce(release);
            other.awaitLoaded(release);

            assertThat(other.api()
                            .evaluate(CityEdition.CASE.formatted("C-1"))
                            .json()
                            .at("/release/digest")
                            .asString())
                    .isEqualTo(release);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(one.told())
                            .hasSize(2)
                            .allSatisfy((replica, loaded) -> assertThat(loaded).contains(release)));

            other.steps().retire(release);
            one.awaitGone(release);

            other.stop();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> one.told().keySet(), names -> names.size() == 1);
        }
    }
}
