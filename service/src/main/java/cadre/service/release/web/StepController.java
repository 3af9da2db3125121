package cadre.service.release.web;

import cadre.service.access.Allowed;
import cadre.service.access.Caller;
import cadre.service.access.Role;
import cadre.service.problem.Rejected;
import cadre.service.release.ReleaseAction;
import cadre.service.release.ReleaseLife;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One address for each step, so that each says for itself who may take it. */
@RestController
@RequestMapping(path = "/api/v1/releases/{digest}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Releases")
class StepController {
    private static final String REASON = "reason";

    private final ReleaseLife life;

    StepController(ReleaseLife life) {
        this.life = life;
    }

    @PostMapping("/submit")
    @Allowed(Role.POLICY_AUTHOR)
    @Operation(operationId = "submitRelease", summary = "Asks for a draft's approval")
    ReleaseView submit(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String digest,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Parameters.refuseOthers(request, REASON);
        return take(caller, digest, ReleaseAction.SUBMIT, reason);
    }

    @PostMapping("/withdraw")
    @Allowed(Role.POLICY_AUTHOR)
    @Operation(operationId = "withdrawRelease", summary = "Takes one's own release back before it was in force")
    ReleaseView withdraw(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String digest,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Parameters.refuseOthers(request, REASON);
        return take(caller, digest, ReleaseAction.WITHDRAW, reason);
    }

    @PostMapping("/approve")
    @Allowed(Role.POLICY_APPROVER)
    @Operation(
            operationId = "approveRelease",
            summary = "Approves a release that others wrote and submitted",
            description =
                    "The approval is signed over the digest of the sources, who wrote, submitted and approved them, "
                            + "and the digest of the newest report of their impact.")
    ReleaseView approve(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String digest,
            @Parameter(description = "Digest of the newest report of the release's impact")
                    @RequestParam(required = false)
                    @Nullable
                    String impact,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Parameters.refuseOthers(request, "impact", REASON);
        return view(life.take(caller, digest, ReleaseAction.APPROVE, reason, null, impact)
                .digest());
    }

    @PostMapping("/reject")
    @Allowed(Role.POLICY_APPROVER)
    @Operation(operationId = "rejectRelease", summary = "Rejects a release that was submitted, and says why")
    ReleaseView reject(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String digest,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Parameters.refuseOthers(request, REASON);
        return take(caller, digest, ReleaseAction.REJECT, reason);
    }

    @PostMapping("/schedule")
    @Allowed(Role.POLICY_APPROVER)
    @Operation(
            operationId = "scheduleRelease",
            summary = "Has an approved release come into force, at once or at a time",
            description =
                    "It takes the place of the release of its edition that is in force then. While it does, no request "
                            + "fails, and none is judged partly by one and partly by the other.")
    ReleaseView schedule(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String digest,
            @Parameter(
                            description = "Time with its offset; none, or one that is past, for at once",
                            example = "2026-12-01T00:00:00+08:00")
                    @RequestParam(required = false)
                    @Nullable
                    String effective,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Parameters.refuseOthers(request, "effective", REASON);
        Instant from = effective == null ? null : instant(effective);
        if (from == null || !from.isAfter(Instant.now())) {
            return take(caller, digest, ReleaseAction.ENFORCE, reason);
        }
        return view(life.take(caller, digest, ReleaseAction.SCHEDULE, reason, from, null)
                .digest());
    }

    @PostMapping("/retire")
    @Allowed(Role.POLICY_APPROVER)
    @Operation(
            operationId = "retireRelease",
            summary = "Takes a release out of force with nothing in its place, and says why",
            description = "What it decided stays, and is replayed by it.")
    ReleaseView retire(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String digest,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Parameters.refuseOthers(request, REASON);
        return take(caller, digest, ReleaseAction.RETIRE, reason);
    }

    @PostMapping("/roll-back")
    @Allowed(Role.POLICY_APPROVER)
    @Operation(
            operationId = "rollBackRelease",
            summary = "Has a release come into force again that was in force before, and says why",
            description =
                    "The digest is that of the earlier release; the one of its edition that is in force is retired.")
    ReleaseView rollBack(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String digest,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Parameters.refuseOthers(request, REASON);
        return take(caller, digest, ReleaseAction.ROLL_BACK, reason);
    }

    private ReleaseView take(Caller caller, String digest, ReleaseAction action, @Nullable String reason) {
        return view(life.take(caller, digest, action, reason, null, null).digest());
    }

    private ReleaseView view(String digest) {
        return ReleaseView.of(life.named(digest), life.steps(digest));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException notATime) {
            throw Rejected.because(400, "effective", text).at("effective");
        }
    }
}
