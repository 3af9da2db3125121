package cadre.service.release;

import cadre.service.Api;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole service on a port of its own, which shares nothing with another one but the database and the keys. */
public final class ServingReplica implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private ServingReplica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts one; settings are given as on the command line. */
    public static ServingReplica start(String database, Path keys, String... settings) {
        try {
            List<String> all = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--cadre.database.url=" + database,
                    "--cadre.releases.key-file=" + keys,
                    "--logging.level.root=warn"));
            all.addAll(List.of(settings));
            return new ServingReplica(new SpringApplicationBuilder(Class.forName("cadre.service.Service"), People.class)
                    .run(all.toArray(String[]::new)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As somebody who evaluates and reads. */
    public Api api() {
        return context.getBean(People.class).as(Role.EVALUATOR, Role.AUDITOR);
    }

    /** The port it listens on. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Steps taken in this process. */
    public Steps steps() {
        return new Steps(context.getBean(ReleaseRegister.class), context.getBean(ReleaseRecords.class));
    }

    /** What it has loaded. */
    public Releases releases() {
        return context.getBean(Releases.class);
    }

    /** Waits until it judges by this release. */
    public void awaitLoaded(String digest) {
        await().until(() -> releases().now().ofDigest(digest).isPresent());
    }

    /** Waits until it does not. */
    public void awaitGone(String digest) {
        await().until(() -> releases().now().ofDigest(digest).isEmpty());
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5));
    }

    /** What all replicas say they have loaded, as this one tells it. */
    public Map<String, List<String>> told() {
        return context.getBean(Replicas.class).all().stream()
                .collect(java.util.stream.Collectors.toMap(Replicas.Replica::replica, Replicas.Replica::releases));
    }

    /** Ends it as a signal would. */
    public void stop() {
        context.close();
    }

    @Override
    public void close() {
        stop();
    }
}
