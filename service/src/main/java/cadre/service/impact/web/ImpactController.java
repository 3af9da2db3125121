package cadre.service.impact.web;

import cadre.service.access.Allowed;
import cadre.service.access.Caller;
import cadre.service.access.Role;
import cadre.service.evaluation.Population;
import cadre.service.impact.Impacts;
import cadre.service.impact.Job;
import cadre.service.problem.OneLine;
import cadre.service.problem.Parameters;
import cadre.service.problem.Rejected;
import cadre.service.trace.Visit;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/impacts")
@Tag(name = "Impacts")
class ImpactController {
    private static final int LONGEST = 200;
    private static final int LONGEST_PAGE = 200;

    private final Impacts impacts;

    ImpactController(Impacts impacts) {
        this.impacts = impacts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER})
    @Operation(
            operationId = "beginImpact",
            summary = "Begins to learn what a candidate would make of stored evaluations",
            description =
                    "Of the current evaluations, as they are now; a draft can be a candidate. The report is attached to"
                            + " the release, whose approval names it by its digest.")
    ResponseEntity<JobBody> begin(@RequestBody Request request, @Parameter(hidden = true) Caller caller) {
        Job job = impacts.begin(request.named(), request.population(), request.part(), request.drawnBy(), caller);
        return ResponseEntity.accepted()
                .header("Location", "/api/v1/impacts/" + job.id())
                .body(JobBody.of(job, impacts.threads()));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR})
    @Operation(operationId = "impacts", summary = "Lists impacts, the newest 200 first")
    All all(
            @Parameter(description = "Digest of the candidate") @RequestParam(required = false) @Nullable
                    String candidate) {
        return new All(impacts.newest(candidate, LONGEST_PAGE).stream()
                .map(job -> JobBody.of(job, impacts.threads()))
                .toList());
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR})
    @Operation(operationId = "impact", summary = "Tells how far an impact is")
    JobBody read(@PathVariable UUID id) {
        return JobBody.of(impacts.find(id), impacts.threads());
    }

    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER})
    @Operation(operationId = "cancelImpact", summary = "Stops an impact; it can be resumed")
    JobBody cancel(@PathVariable UUID id) {
        return JobBody.of(impacts.cancel(id), impacts.threads());
    }

    @PostMapping(path = "/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER})
    @Operation(
            operationId = "resumeImpact",
            summary = "Lets an impact that was cancelled or failed go on from where it stopped",
            description = "Over the same evaluations: those that were current when it was asked for.")
    JobBody resume(@PathVariable UUID id) {
        return JobBody.of(impacts.resume(id), impacts.threads());
    }

    @GetMapping(
            path = "/{id}/report",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR})
    @Operation(
            operationId = "impactReport",
            summary =
                    "Reads the report: JSON byte for byte as attached to the release, or in words by Accept: text/plain",
            description = "It counts, and names no person. The words are in English or Chinese by Accept-Language.")
    ResponseEntity<byte[]> report(
            @PathVariable UUID id,
            @Parameter(hidden = true) Locale language,
            @Parameter(hidden = true)
                    @org.springframework.web.bind.annotation.RequestHeader(name = "Accept", defaultValue = "*/*")
                    String accept) {
        boolean words = MediaType.parseMediaTypes(accept).stream()
                .findFirst()
                .filter(type -> !type.isWildcardType() && MediaType.TEXT_PLAIN.isCompatibleWith(type))
                .isPresent();
        return words
                ? ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                        .body(impacts.words(id, language).getBytes(StandardCharsets.UTF_8))
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(impacts.report(id));
    }

    @GetMapping(path = "/{id}/movers", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR, Role.EVALUATOR, Role.REVIEWER})
    @Operation(
            operationId = "impactMovers",
            summary = "Lists persons whose grade, band or hold would be another one, those within the caller's reach",
            description = "all counts everybody who moves, in reach or not.")
    Movers movers(
            @PathVariable UUID id,
            @Parameter(description = "Id of the last evaluation of the page before")
                    @RequestParam(required = false)
                    @Nullable
                    UUID cursor,
            @Parameter(
                            description = "How many at most, 1 to 200",
                            schema = @Schema(type = "integer", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    String limit,
            @Parameter(hidden = true) Visit visit) {
        int most = Parameters.limit(limit);
        Impacts.Movers movers = impacts.movers(id, visit, cursor, most);
        List<Mover> within = movers.within().stream()
                .map(mover -> new Mover(new String(mover.json(), StandardCharsets.UTF_8)))
                .toList();
        UUID last =
                movers.more() ? movers.within().get(movers.within().size() - 1).evaluation() : null;
        return new Movers(
                movers.all(),
                within,
                last == null ? null : "/api/v1/impacts/" + id + "/movers?cursor=" + last + "&limit=" + limit);
    }

    /** What is asked for. */
    @Schema(name = "ImpactRequest")
    @JsonIgnoreProperties(ignoreUnknown = false)
    record Request(
            @Schema(description = "Digest, version or edition code of a release; a draft by its digest") @Nullable
            String candidate,

            @Schema(description = "Evaluated for this unit or one below it") @Nullable
            String unit,

            @Schema(description = "Decided by this edition, by its code, version or digest") @Nullable
            String edition,

            @Schema(description = "The grade they have") @Nullable
            String grade,

            @Schema(description = "The period ends on this day or later") @Nullable
            LocalDate from,

            @Schema(description = "The period ends on this day or earlier") @Nullable
            LocalDate to,

            @Schema(description = "Which share of them is looked at, above 0 to 1; all by default") @Nullable
            BigDecimal share,

            @Schema(description = "What the share is drawn by; the candidate's digest by default") @Nullable
            String seed) {
        String named() {
            return Objects.requireNonNull(text("/candidate", required("/candidate", candidate)));
        }

        Population population() {
            refuseYear("/from", from);
            refuseYear("/to", to);
            if (from != null && to != null && from.isAfter(to)) {
                throw Rejected.because(400, "impact-days", from, to).at("/to");
            }
            return new Population(text("/unit", unit), text("/edition", edition), text("/grade", grade), from, to);
        }

        private static void refuseYear(String pointer, @Nullable LocalDate day) {
            if (day != null && !Parameters.isCalendarDay(day)) {
                throw Rejected.because(400, "parameter", pointer.substring(1)).at(pointer);
            }
        }

        BigDecimal part() {
            if (share == null) {
                return BigDecimal.ONE;
            } else if (share.signum() <= 0
                    || share.compareTo(BigDecimal.ONE) > 0
                    || share.stripTrailingZeros().scale() > 8) {
                throw Rejected.because(400, "impact-share").at("/share");
            }
            return share;
        }

        @Nullable
        String drawnBy() {
            return text("/seed", seed);
        }

        private static String required(String pointer, @Nullable String value) {
            if (value == null) {
                throw Rejected.because(400, "impact-without-candidate").at(pointer);
            }
            return value;
        }

        private static @Nullable String text(String pointer, @Nullable String value) {
            if (value != null && !OneLine.is(value, LONGEST)) {
                throw Rejected.because(400, "impact-text").at(pointer);
            }
            return value;
        }
    }

    /** Impacts. */
    record All(List<JobBody> impacts) {}

    /** A job as answered. */
    @Schema(name = "Impact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobBody(
            UUID id,
            String candidate,
            String version,
            Job.Status status,
            String person,
            Instant created,
            @Nullable Instant finished,
            Population population,
            BigDecimal share,
            String seed,
            long evaluations,
            long lookedAt,
            long leftOut,

            @Schema(description = "How many threads of each process work at impacts, at most")
            int threads,

            @Schema(description = "Digest of the report, which an approval names") @Nullable
            String report,

            @Nullable String failure) {
        static JobBody of(Job job, int threads) {
            return new JobBody(
                    job.id(),
                    job.candidate(),
                    job.version(),
                    job.status(),
                    job.person(),
                    job.created(),
                    job.finished(),
                    job.population(),
                    job.sample().share(),
                    job.sample().seed(),
                    job.evaluations(),
                    job.lookedAt(),
                    job.leftOut(),
                    threads,
                    job.report(),
                    job.failure());
        }
    }

    /** Who moves. */
    @Schema(name = "ImpactMovers")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Movers(long all, List<Mover> within, @Nullable String next) {}

    /** A person who moves, as the engine tells it. */
    record Mover(
            @JsonRawValue @com.fasterxml.jackson.annotation.JsonValue
            String json) {}
}
