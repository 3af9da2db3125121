package cadre.service.release.web;

import cadre.engine.difference.DifferenceJson;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import cadre.service.access.Allowed;
import cadre.service.access.Caller;
import cadre.service.access.Role;
import cadre.service.release.RegisteredRelease;
import cadre.service.release.ReleaseLife;
import cadre.service.release.ReleaseLife.Uploaded;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/releases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Releases")
class ReleaseController {
    private final ReleaseLife life;

    ReleaseController(ReleaseLife life) {
        this.life = life;
    }

    @PostMapping(consumes = {"application/zip", "application/java-archive", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Allowed(Role.POLICY_AUTHOR)
    @Operation(
            operationId = "uploadRelease",
            summary = "Checks an edition and keeps it as a draft",
            description = "The body is a zip of an edition's folder, or a kjar, of which only the sources are taken. "
                    + "The same sources sent again are the same release: 200 and where it stands.")
    ResponseEntity<ReleaseView> upload(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "What its author says of it, 1 to 1000 characters")
                    @RequestParam(required = false)
                    @Nullable
                    String note,
            HttpServletRequest request)
            throws IOException {
        Parameters.refuseOthers(request, "note");
        Uploaded uploaded = life.upload(caller, ArchiveBody.of(request), note);
        RegisteredRelease release = uploaded.release();
        ReleaseView view =
                ReleaseView.of(release, life.steps(release.digest())).with(CheckView.of(uploaded.checked(), request));
        return (uploaded.first()
                        ? ResponseEntity.created(URI.create("/api/v1/releases/" + release.digest()))
                        : ResponseEntity.ok())
                .body(view);
    }

    @GetMapping
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR})
    @Operation(
            operationId = "releases",
            summary = "Lists all releases and where they stand",
            description = "In the order in which they came, built-in ones included.")
    Listed releases(
            @Parameter(description = "Code of an edition", example = "2026") @RequestParam(required = false) @Nullable
                    String edition,
            HttpServletRequest request) {
        Parameters.refuseOthers(request, "edition");
        return new Listed(life.all().stream()
                .filter(release -> edition == null || release.edition().equals(edition))
                .map(ReleaseView::of)
                .toList());
    }

    @GetMapping("/{release}")
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR})
    @Operation(
            operationId = "release",
            summary = "Tells where a release stands and every step that was taken with it",
            description = "Each step with the record that is signed (canonical JSON, Ed25519) and the key's id.")
    ReleaseView release(
            @Parameter(description = "Digest or version", example = "2026.1") @PathVariable String release) {
        RegisteredRelease found = life.named(release);
        return ReleaseView.of(found, life.steps(found.digest()));
    }

    @GetMapping("/gaps")
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR})
    @Operation(
            operationId = "gaps",
            summary = "Tells for which appraisals no release is in force",
            description =
                    "By type, level and last day of the period: between releases, after the last, and where there is none. "
                            + "No first day: nothing came before either; no last day: nothing comes after.")
    Between gaps() {
        return new Between(life.gaps().stream()
                .map(gap -> new Gap(gap.type(), gap.level(), gap.from(), gap.to()))
                .toList());
    }

    @GetMapping("/{before}/diff/{after}")
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR})
    @Operation(
            operationId = "difference",
            summary = "Tells what changed from one release to another, in policy words",
            description =
                    "Each change by area and code, with its values and as a sentence, in English and Chinese; the order of rules, "
                            + "comments and spelling mean nothing and are not told.")
    ResponseEntity<String> difference(
            @Parameter(description = "Digest or version", example = "2025.1") @PathVariable String before,
            @Parameter(description = "Digest or version", example = "2026.1") @PathVariable String after) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(DifferenceJson.write(life.difference(before, after)));
    }

    /** All gaps. */
    record Between(List<Gap> gaps) {}

    /** Days on which an appraisal is judged by nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gap(
            AppraisalType type,
            Level level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Releases without their steps. */
    record Listed(List<ReleaseView> releases) {}
}
