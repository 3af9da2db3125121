package cadre.service.release;

import cadre.engine.edition.EditionSources;
import cadre.service.problem.Rejected;
import cadre.service.release.ReleaseLoader.NotLoaded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Follows the register: loads what is to be in force beside what is, then exchanges all at once. One thread does so, whoever
 * took the step and in whichever process. A release that cannot be loaded here leaves the earlier one of its edition in
 * place, and is told of until it can.
 */
@Component
class Exchange implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Exchange.class);

    private final Releases releases;
    private final ReleaseRegister register;
    private final ReleaseRecords records;
    private final RecalledReleases recalled;
    private final ReleaseLoader loader;
    private final ReleasesAhead ahead;
    private final Replicas replicas;
    private final ExchangeSettings settings;
    private final Map<String, Failure> failures = new TreeMap<>();
    private volatile @Nullable ScheduledThreadPoolExecutor follower;
    private volatile Loading state = new Loading(0, Instant.now(), List.of(), Map.of());

    Exchange(
            Releases releases,
            ReleaseRegister register,
            ReleaseRecords records,
            RecalledReleases recalled,
            ReleaseLoader loader,
            ReleasesAhead ahead,
            Replicas replicas,
            ExchangeSettings settings) {
        this.releases = releases;
        this.register = register;
        this.records = records;
        this.recalled = recalled;
        this.loader = loader;
        this.ahead = ahead;
        this.replicas = replicas;
        this.settings = settings;
    }

    /**
     * What this process has come to.
     *
     * @param revision of the register that it followed last
     * @param since when
     * @param loaded digests
     * @param errors why a release that is to be in force is not loaded here, by digest
     */
    record Loading(long revision, Instant since, List<String> loaded, Map<String, String> errors) {}

    private record Failure(String message, Instant again) {}

    Loading state() {
        return state;
    }

    /** Before the web server, so that the first request meets all that is in force. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        follow();
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "release-follower");
            thread.setDaemon(true);
            return thread;
        });
        long every = settings.every().toMillis();
        // Neither task ever throws, so nothing is lost with what these calls return.
        var following = started.scheduleWithFixedDelay(this::follow, every, every, TimeUnit.MILLISECONDS);
        var reporting = started.scheduleWithFixedDelay(
                this::report, 0, settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        log.debug("Following {}, reporting {}", following, reporting);
        follower = started;
    }

    /** Interrupts nothing: H2 closes its file, for everybody, when a thread that reads from it is interrupted. */
    @Override
    public void stop() {
        ScheduledThreadPoolExecutor running = follower;
        if (running != null) {
            running.shutdown();
            follower = null;
            try {
                replicas.leave();
            } catch (RuntimeException unwritable) {
                log.debug("The report of this process stays until it is forgotten", unwritable);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    /** A step was taken in this process. */
    @TransactionalEventListener
    void taken(ReleaseStepTaken step) {
        ScheduledThreadPoolExecutor running = follower;
        if (running != null) {
            log.debug("Revision {} is here", step.step().revision());
            running.execute(this::follow);
        }
    }

    /** Never fails, for then nothing would follow any more. */
    private void follow() {
        try {
            if (register.revision() != state.revision() || isDue()) {
                exchange(register.standing());
                report();
                ahead.prepare(register.all());
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError failed) {
            log.error("ALARM: this process cannot follow the register of releases", failed);
        }
    }

    private boolean isDue() {
        Instant now = Instant.now();
        return failures.values().stream().anyMatch(failure -> failure.again().isBefore(now));
    }

    private void exchange(Standing standing) {
        LoadedReleases before = releases.now();
        Map<String, Release> next = new TreeMap<>();
        Map<String, Failure> failed = new TreeMap<>();
        List<RegisteredRelease> missing = new ArrayList<>();
        long begin = System.nanoTime();
        for (RegisteredRelease release : standing.inForce()) {
            try {
                next.put(release.digest(), load(release, before));
            } catch (NotLoaded | RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError notLoaded) {
                log.error(
                        "ALARM: release {} {} is in force and cannot be loaded here; what was loaded for edition {} goes on serving",
                        release.version(),
                        release.digest(),
                        release.edition(),
                        notLoaded);
                failed.put(
                        release.digest(),
                        new Failure(
                                String.valueOf(notLoaded.getMessage()),
                                Instant.now().plus(settings.again())));
                missing.add(release);
            }
        }
        keepEarlier(missing, before, next);
        LoadedReleases loaded = LoadedReleases.of(standing.revision(), next.values());
        boolean other = !loaded.digests().equals(before.digests());
        failures.clear();
        failures.putAll(failed);
        releases.exchange(loaded);
        Map<String, String> errors = new TreeMap<>();
        failed.forEach((digest, failure) -> errors.put(digest, failure.message()));
        state = new Loading(
                standing.revision(), other ? Instant.now() : state.since(), loaded.digests(), Map.copyOf(errors));
        if (other) {
            log.info(
                    "Revision {}: in force are {}, after {}",
                    standing.revision(),
                    loaded.inForce().stream()
                            .map(release -> release.edition().version())
                            .toList(),
                    Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** For what cannot be loaded, what was in force for its edition; but never beside what judges the same. */
    private static void keepEarlier(List<RegisteredRelease> missing, LoadedReleases before, Map<String, Release> next) {
        for (RegisteredRelease release : missing) {
            before.inForce().stream()
                    .filter(earlier -> earlier.edition().code().equals(release.edition()))
                    .filter(earlier -> next.values().stream().noneMatch(earlier::overlaps))
                    .forEach(earlier -> next.put(earlier.digest(), earlier));
        }
    }

    private Release load(RegisteredRelease release, LoadedReleases before) throws NotLoaded {
        String digest = release.digest();
        Release present = before.ofDigest(digest)
                .or(() -> releases.carried(digest))
                .or(() -> ahead(digest))
                .orElse(null);
        if (present != null) {
            return present;
        }
        if (release.origin() == ReleaseOrigin.UPLOADED && release.approval() == null) {
            throw new NotLoaded("it has no approval");
        }
        EditionSources sources =
                records.sources(digest).orElseThrow(() -> new NotLoaded("its sources are not in the store"));
        return loader.load(sources);
    }

    /** As it was loaded before; one that could not be then is tried again, to tell why not. */
    private Optional<Release> ahead(String digest) {
        try {
            return recalled.ifBegun(digest);
        } catch (Rejected failed) {
            return Optional.empty();
        }
    }

    private void report() {
        try {
            replicas.report(state, ahead.ready());
        } catch (RuntimeException unwritable) {
            log.warn("What is loaded here cannot be reported: {}", unwritable.getMessage());
        }
    }
}
