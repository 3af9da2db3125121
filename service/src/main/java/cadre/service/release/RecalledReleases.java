package cadre.service.release;

import cadre.engine.edition.EditionSources;
import cadre.service.problem.Rejected;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Releases that are not in force and were asked for lately, for replays and previews. Each is loaded once however many ask;
 * the one longest unused goes when there are too many, and is free once the last request that uses it has ended.
 */
@Component
final class RecalledReleases {
    private static final Logger log = LoggerFactory.getLogger(RecalledReleases.class);

    private final ReleaseRecords records;
    private final ReleaseLoader loader;
    private final int most;
    private final Map<String, FutureTask<Release>> kept = new LinkedHashMap<>(16, 0.75f, true);

    RecalledReleases(ReleaseRecords records, ReleaseLoader loader, ExchangeSettings settings) {
        this.records = records;
        this.loader = loader;
        this.most = settings.recalled();
    }

    /** Keeps a release that is loaded already. */
    void keep(Release release) {
        FutureTask<Release> ready = new FutureTask<>(() -> release);
        ready.run();
        if (put(release.digest(), ready) != ready) {
            log.debug("Release {} was kept already", release.digest());
        }
    }

    /** The release of this digest if it happens to be loaded, or just being loaded, which is waited for. */
    Optional<Release> ifBegun(String digest) {
        FutureTask<Release> task;
        synchronized (kept) {
            task = kept.get(digest);
        }
        return task == null ? Optional.empty() : Optional.of(result(digest, task));
    }

    /** Whether the release of this digest is loaded. */
    boolean isLoaded(String digest) {
        synchronized (kept) {
            FutureTask<Release> task = kept.get(digest);
            return task != null && task.isDone();
        }
    }

    /** The release of this digest, from its stored sources if there are any. */
    Optional<Release> ofDigest(String digest) {
        FutureTask<Release> task;
        synchronized (kept) {
            task = kept.get(digest);
        }
        if (task == null) {
            Optional<EditionSources> sources = records.sources(digest);
            if (sources.isEmpty()) {
                return Optional.empty();
            }
            task = put(digest, new FutureTask<>(() -> loader.load(sources.get())));
            task.run();
        }
        return Optional.of(result(digest, task));
    }

    /** The task that loads the release: the one given, unless there was one. */
    private FutureTask<Release> put(String digest, FutureTask<Release> task) {
        synchronized (kept) {
            FutureTask<Release> earlier = kept.putIfAbsent(digest, task);
            var eldest = kept.entrySet().iterator();
            while (kept.size() > most && eldest.hasNext()) {
                if (eldest.next().getValue().isDone()) {
                    eldest.remove();
                }
            }
            return earlier == null ? task : earlier;
        }
    }

    private Release result(String digest, FutureTask<Release> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejected.because(503, "unavailable");
        } catch (ExecutionException failed) {
            synchronized (kept) {
                kept.remove(digest, task);
            }
            log.error("Release {} cannot be loaded", digest, failed.getCause());
            throw Rejected.because(503, "release-not-loaded", digest);
        }
    }
}
