package cadre.service.impact;

import cadre.engine.impact.ImpactReader;
import cadre.engine.impact.ImpactText;
import cadre.service.access.Caller;
import cadre.service.evaluation.DecidedCases;
import cadre.service.evaluation.Population;
import cadre.service.impact.Job.Status;
import cadre.service.problem.Rejected;
import cadre.service.release.Release;
import cadre.service.release.Releases;
import cadre.service.trace.Kind;
import cadre.service.trace.Traces;
import cadre.service.trace.Visit;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that can be done with impacts. */
@Service
public class Impacts {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A report has no numbers that a binary double could hold. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Jobs jobs;
    private final DecidedCases cases;
    private final Releases releases;
    private final Dispatcher dispatcher;
    private final Traces traces;
    private final ImpactSettings settings;

    Impacts(
            Jobs jobs,
            DecidedCases cases,
            Releases releases,
            Dispatcher dispatcher,
            Traces traces,
            ImpactSettings settings) {
        this.jobs = jobs;
        this.cases = cases;
        this.releases = releases;
        this.dispatcher = dispatcher;
        this.traces = traces;
        this.settings = settings;
    }

    /**
     * Begins to learn what a candidate would make of a population, as it is now.
     *
     * @param candidate digest, version or edition code of a release; a draft will do
     * @param seed what the sample is drawn by; the candidate's digest if none is given
     * @throws Rejected if there is no such release, or no evaluation meets conditions that were given
     */
    public Job begin(String candidate, Population population, BigDecimal share, @Nullable String seed, Caller caller) {
        Release release = releases.named(candidate)
                .or(() -> releases.ofDigest(candidate))
                .orElseThrow(() ->
                        Rejected.because(404, "no-such-release", candidate).at("/candidate"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID last = cases.last(population).orElse(null);
        if (last == null && !population.equals(Population.ALL)) {
            throw Rejected.because(422, "impact-of-nobody");
        }
        Job job = new Job(
                id(now),
                release.digest(),
                release.edition().version(),
                caller.person(),
                now,
                population,
                new Sample(share, seed == null ? release.digest() : seed),
                last,
                last == null ? 0 : cases.count(population, last),
                Status.WAITING,
                null,
                0,
                0,
                null,
                null,
                null);
        jobs.insert(job);
        dispatcher.wake();
        return job;
    }

    /**
     * A job.
     *
     * @throws Rejected if there is none of this id
     */
    public Job find(UUID id) {
        return jobs.find(id).orElseThrow(() -> Rejected.because(404, "no-such-impact", id));
    }

    /** The newest jobs, of one candidate or of all. */
    public List<Job> newest(@Nullable String candidate, int limit) {
        return jobs.newest(candidate, limit);
    }

    /**
     * Stops a job that has not ended; what it has learned is kept for whoever resumes it.
     *
     * @throws Rejected if there is none of this id, or it has ended
     */
    public Job cancel(UUID id) {
        Job job = find(id);
        if (!jobs.cancel(id)) {
            throw Rejected.because(409, "impact-ended", find(id).status());
        }
        return find(job.id());
    }

    /**
     * Lets a job that was cancelled or failed go on from where it stopped, over the same evaluations.
     *
     * @throws Rejected if there is none of this id, or it did not stop
     */
    public Job resume(UUID id) {
        Job job = find(id);
        if (!jobs.resume(id)) {
            throw Rejected.because(409, "impact-not-stopped", find(id).status());
        }
        dispatcher.wake();
        return find(job.id());
    }

    /**
     * The report as it is attached to the release, byte for byte.
     *
     * @throws Rejected if there is none of this id, or it is not done
     */
    public byte[] report(UUID id) {
        Job job = find(id);
        return jobs.report(id).orElseThrow(() -> Rejected.because(409, "impact-not-done", job.status()));
    }

    /**
     * The report in words.
     *
     * @throws Rejected if there is none of this id, or it is not done
     */
    public String words(UUID id, Locale language) {
        JsonNode report = JSON.readTree(report(id));
        return ImpactText.render(ImpactReader.read(JSON.writeValueAsBytes(report.path("impact"))), language);
    }

    /** How many persons move, and those of them who are within the caller's reach. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Movers(long all, List<Mover> within, boolean more) {}

    /** A person who moves, as JSON. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Mover(UUID evaluation, byte[] json) {}

    /**
     * Who moves, within the caller's reach, in the order of evaluations; that they were seen is recorded before.
     *
     * @param after the evaluation behind which to begin
     * @throws Rejected if there is no such job, or it must be said why and is not
     */
    public Movers movers(UUID id, Visit visit, @Nullable UUID after, int limit) {
        traces.ask(visit);
        Job job = find(id);
        List<Jobs.Moved> found = jobs.movers(job.id(), visit.caller().reach(), after, limit + 1);
        boolean more = found.size() > limit;
        traces.reading(
                Kind.LISTED,
                visit,
                found.stream()
                        .limit(limit)
                        .map(moved -> new Traces.Subject(moved.cadre(), moved.evaluation()))
                        .toList());
        return new Movers(
                jobs.movers(job.id()),
                found.stream()
                        .limit(limit)
                        .map(moved -> new Mover(moved.evaluation(), moved.mover()))
                        .toList(),
                more);
    }

    /** How many threads of this process work at a job. */
    public int threads() {
        return settings.workers();
    }

    /** Of version 7 (RFC 9562), so that the newest are last. */
    private static UUID id(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | RANDOM.nextInt(0x1000);
        return new UUID(high, (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }
}
