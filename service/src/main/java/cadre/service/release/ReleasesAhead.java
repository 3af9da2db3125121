package cadre.service.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Loads what is approved before it is in force, in every process, so that an exchange finds nothing left to compile. One after
 * another, beside everything else; kept with the releases asked for lately, and gone with them if there are too many. One that
 * cannot be loaded is not tried again before it is in force, when its failure is told.
 */
@Component
class ReleasesAhead implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(ReleasesAhead.class);

    private final RecalledReleases recalled;
    private final int most;
    private final Set<String> begun = new HashSet<>();
    private final ExecutorService loading = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "releases-ahead");
        thread.setDaemon(true);
        return thread;
    });

    ReleasesAhead(RecalledReleases recalled, ExchangeSettings settings) {
        this.recalled = recalled;
        this.most = settings.recalled();
    }

    /** Begins to load the approved ones that were not begun before, the latest first, as many as stay. */
    synchronized void prepare(Collection<RegisteredRelease> all) {
        List<String> approved = all.stream()
                .filter(release ->
                        release.status() == ReleaseStatus.APPROVED || release.status() == ReleaseStatus.SCHEDULED)
                .filter(release -> release.approval() != null)
                .sorted(Comparator.comparing(RegisteredRelease::entered).reversed())
                .limit(most)
                .map(RegisteredRelease::digest)
                .toList();
        begun.retainAll(approved);
        for (String digest : approved) {
            if (begun.add(digest)) {
                loading.execute(() -> load(digest));
            }
        }
    }

    private void load(String digest) {
        if (loading.isShutdown()) {
            return;
        }
        try {
            if (recalled.ofDigest(digest).isPresent()) {
                log.info("Release {} is ready to be in force", digest);
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError failed) {
            log.warn("Release {} is approved and cannot be loaded here ahead of its time", digest, failed);
        }
    }

    /** Digests of what is approved and loaded. */
    synchronized List<String> ready() {
        return begun.stream().filter(recalled::isLoaded).sorted().toList();
    }

    /** Interrupts nothing, since it may be reading from H2. */
    @Override
    public void destroy() {
        loading.shutdown();
    }
}
