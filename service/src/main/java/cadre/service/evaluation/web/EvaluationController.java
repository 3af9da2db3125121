package cadre.service.evaluation.web;

import cadre.service.access.Allowed;
import cadre.service.access.Role;
import cadre.service.evaluation.Evaluation;
import cadre.service.evaluation.Evaluations;
import cadre.service.evaluation.Evaluations.Answer;
import cadre.service.evaluation.Replay;
import cadre.service.evaluation.Submission;
import cadre.service.evaluation.WhatIf;
import cadre.service.problem.Rejected;
import cadre.service.trace.Kind;
import cadre.service.trace.Visit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluations")
class EvaluationController {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
    private static final Pattern REASON = Pattern.compile("(?U)(?=.*[\\p{L}\\p{N}])[^\\p{Cntrl}\\p{Cf}]{1,1000}");

    private static final List<String> PARAMETERS = List.of("release", "supersedes", "reason");

    private final Evaluations evaluations;

    EvaluationController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Allowed({Role.EVALUATOR})
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "evaluate",
            summary = "Evaluates a case file and keeps the outcome",
            description =
                    "The 201 is sent after the outcome is durable. A request repeated with the same Idempotency-Key "
                            + "gets the first answer again, with the header Idempotency-Replayed.")
    ResponseEntity<byte[]> evaluate(
            @Parameter(hidden = true) Visit visit,
            @Parameter(
                            description =
                                    "Makes it safe to repeat the request: 1 to 200 visible ASCII characters, best a UUID")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @Parameter(
                            description =
                                    "Digest, version or edition of a release; it must have been in force for the period")
                    @RequestParam(required = false)
                    @Nullable
                    String release,
            @Parameter(description = "Id of the current evaluation of the same cadre, type and period, to be replaced")
                    @RequestParam(required = false)
                    @Nullable
                    UUID supersedes,
            @Parameter(description = "Why it is replaced, 1 to 1000 characters")
                    @RequestParam(required = false)
                    @Nullable
                    String reason,
            HttpServletRequest request)
            throws IOException {
        refuseOthers(request, PARAMETERS);
        if (key != null && !KEY.matcher(key).matches()) {
            throw Rejected.because(400, "bad-key").at("Idempotency-Key");
        }
        if (reason != null && !REASON.matcher(reason).matches()) {
            throw Rejected.because(400, "bad-reason").at("reason");
        }
        Answer answer =
                evaluations.submit(new Submission(visit, key, CaseFileBody.of(request), release, supersedes, reason));
        ResponseEntity.BodyBuilder created = ResponseEntity.created(URI.create(
                        "/api/v1/evaluations/" + answer.evaluation().record().id()))
                .contentType(MediaType.APPLICATION_JSON);
        if (!answer.first()) {
            created.header("Idempotency-Replayed", "true");
        }
        return created.body(OutcomeBody.of(answer.evaluation()));
    }

    @Allowed({Role.EVALUATOR, Role.REVIEWER})
    @PostMapping(
            path = "/preview",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "preview", summary = "Evaluates a case file and keeps nothing")
    ResponseEntity<byte[]> preview(
            @Parameter(description = "Digest, version or edition of a release")
                    @RequestParam(required = false)
                    @Nullable
                    String release,
            HttpServletRequest request)
            throws IOException {
        refuseOthers(request, List.of("release"));
        return json(evaluations.preview(CaseFileBody.of(request), release));
    }

    @Allowed({Role.EVALUATOR, Role.REVIEWER, Role.AUDITOR, Role.CADRE})
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "read",
            summary = "Reads an evaluation",
            description =
                    "The outcome is what was first answered, byte for byte; standing says whether it still counts, and "
                            + "newerCriteria that another release of its edition is in force now.")
    ResponseEntity<byte[]> read(@Parameter(hidden = true) Visit visit, @PathVariable String id) {
        Evaluation evaluation = evaluations.show(Kind.READ, visit, id(id));
        return json(OutcomeBody.of(
                evaluation, evaluations.newerCriteria(evaluation.record()).orElse(null)));
    }

    @Allowed({Role.EVALUATOR, Role.REVIEWER})
    @PostMapping(path = "/{id}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "replay",
            summary = "Evaluates again, with the stored facts and the stored release, and compares",
            description = "Which programs made the outcomes is told, but not compared.")
    Replay replay(@Parameter(hidden = true) Visit visit, @PathVariable String id) {
        return evaluations.replay(visit, id(id));
    }

    @Allowed({Role.EVALUATOR, Role.REVIEWER})
    @PostMapping(
            path = "/{id}/what-if",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "whatIf",
            summary = "Evaluates changed facts by the release that judged an evaluation, and compares",
            description = "The body is the whole case file with whatever is changed in it. Nothing is stored.")
    WhatIf whatIf(@Parameter(hidden = true) Visit visit, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        refuseOthers(request, List.of());
        return evaluations.whatIf(visit, id(id), CaseFileBody.of(request));
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** A text that is no id names no evaluation either. */
    static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException noUuid) {
            throw Rejected.because(404, "no-such-evaluation", text);
        }
        throw Rejected.because(404, "no-such-evaluation", text);
    }

    /** A misspelt pin would silently have the file judged by another release. */
    private static void refuseOthers(HttpServletRequest request, List<String> known) {
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name) || values.length > 1) {
                throw Rejected.because(400, "unknown-parameter", name, String.join(", ", known))
                        .at(name);
            }
        });
    }
}
