package cadre.service.impact;

import cadre.engine.edition.Edition;
import cadre.engine.impact.Impact;
import cadre.engine.impact.ImpactJson;
import cadre.engine.impact.ImpactReader;
import cadre.engine.impact.Limits;
import cadre.engine.impact.Study;
import cadre.engine.impact.Trial;
import cadre.service.evaluation.DecidedCases;
import cadre.service.impact.Jobs.Moved;
import cadre.service.impact.Jobs.Progress;
import cadre.service.release.Release;
import cadre.service.release.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works at one job, chunk by chunk, until it is done, taken away or cancelled. A chunk's evaluations are spread over a few
 * threads; the job goes on only from what was committed.
 */
@Component
class Runner {
    private static final Logger log = LoggerFactory.getLogger(Runner.class);

    /** Documents that one thread reads at a time: about a megabyte. */
    private static final int PAGE = 32;

    /** Persons have rows of their own, so that each is shown to whom they may be shown to. */
    private static final Limits LIMITS = Limits.DEFAULT.withMovers(0);

    private final Jobs jobs;
    private final DecidedCases cases;
    private final Releases releases;
    private final Evidence evidence;
    private final ImpactSettings settings;
    private final UUID holder = UUID.randomUUID();

    Runner(Jobs jobs, DecidedCases cases, Releases releases, Evidence evidence, ImpactSettings settings) {
        this.jobs = jobs;
        this.cases = cases;
        this.releases = releases;
        this.evidence = evidence;
        this.settings = settings;
    }

    /** By what name this process holds jobs. */
    UUID holder() {
        return holder;
    }

    /**
     * Works at the oldest job that nobody holds; false if there is none.
     *
     * @param goOn asked before each chunk; if not, the job is left to others
     */
    boolean next(BooleanSupplier goOn) {
        Optional<Job> claimed = jobs.claim(holder);
        claimed.ifPresent(job -> {
            ExecutorService workers = Executors.newFixedThreadPool(settings.workers(), work -> {
                Thread thread = new Thread(work, "impact");
                thread.setDaemon(true);
                return thread;
            });
            try {
                new Course(job, workers).run(goOn);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                jobs.release(holder);
            } catch (RuntimeException failed) {
                log.error("Impact {} failed", job.id(), failed);
                jobs.fail(job.id(), holder, failed.getClass().getSimpleName());
            } finally {
                workers.shutdownNow();
            }
        });
        return claimed.isPresent();
    }

    private Optional<Edition> edition(String digest) {
        return releases.ofDigest(digest).map(Release::edition);
    }

    /** One job from where it was left to its end. */
    private final class Course {
        private final Job job;
        private final ExecutorService workers;
        private final Trial trial;
        private final Study study;
        private final Impact impact;
        private @Nullable UUID reached;
        private long lookedAt;
        private long leftOut;

        Course(Job job, ExecutorService workers) {
            this.job = job;
            this.workers = workers;
            this.trial = releases.ofDigest(job.candidate())
                    .orElseThrow(() -> new IllegalStateException("release " + job.candidate() + " is not at hand"))
                    .trial();
            this.study = new Study(trial, Runner.this::edition, LIMITS);
            this.impact = jobs.state(job.id()).map(ImpactReader::read).orElseGet(study::none);
            this.reached = job.reached();
            this.lookedAt = job.lookedAt();
            this.leftOut = job.leftOut();
        }

        void run(BooleanSupplier goOn) throws InterruptedException {
            UUID last = job.last();
            while (last != null) {
                if (!goOn.getAsBoolean()) {
                    jobs.release(holder);
                    return;
                }
                List<UUID> ids = cases.ids(job.population(), reached, last, settings.chunk());
                if (ids.isEmpty()) {
                    break;
                }
                if (!keep(ids)) {
                    log.info("Impact {} was cancelled, or another process took it over", job.id());
                    return;
                }
            }
            if (job.evaluations() > 0 && impact.cases() == 0) {
                // An approval must not rest on a report that says nothing.
                jobs.fail(job.id(), holder, "nobody was compared");
                return;
            }
            if (!jobs.renew(job.id(), holder)) {
                return;
            }
            byte[] report = evidence.report(job, lookedAt, leftOut, impact);
            String digest = evidence.attach(job, report);
            if (jobs.finish(job.id(), holder, report, digest)) {
                log.info("Impact {} of release {} is done: {}", job.id(), job.version(), digest);
            }
        }

        private boolean keep(List<UUID> ids) throws InterruptedException {
            List<UUID> drawn = ids.stream().filter(job.sample()::draws).toList();
            List<Future<Chunk>> running = new ArrayList<>();
            for (int from = 0; from < drawn.size(); from += PAGE) {
                List<UUID> page = drawn.subList(from, Math.min(from + PAGE, drawn.size()));
                running.add(workers.submit(() -> {
                    Chunk chunk = new Chunk(study, trial);
                    cases.read(page).forEach(chunk::add);
                    return chunk;
                }));
            }
            List<Moved> moved = new ArrayList<>();
            for (Future<Chunk> each : running) {
                Chunk chunk = finished(each);
                impact.add(chunk.impact());
                moved.addAll(chunk.moved());
                leftOut += chunk.leftOut();
            }
            reached = ids.get(ids.size() - 1);
            lookedAt += ids.size();
            return jobs.keep(
                    job.id(), holder, new Progress(reached, lookedAt, leftOut, ImpactJson.write(impact), moved));
        }

        /** Waits, and holds the job meanwhile. */
        private Chunk finished(Future<Chunk> chunk) throws InterruptedException {
            while (true) {
                try {
                    return chunk.get(Math.max(1, settings.lease() / 3), TimeUnit.SECONDS);
                } catch (TimeoutException stillRunning) {
                    jobs.renew(job.id(), holder);
                } catch (ExecutionException failed) {
                    throw new IllegalStateException(failed.getCause());
                }
            }
        }
    }
}
