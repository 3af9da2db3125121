package cadre.service.release.web;

import cadre.service.access.Allowed;
import cadre.service.access.Role;
import cadre.service.release.Replicas;
import cadre.service.release.Replicas.Replica;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/releases/loaded", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Releases")
class LoadedController {
    private final Replicas replicas;

    LoadedController(Replicas replicas) {
        this.replicas = replicas;
    }

    @GetMapping
    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(
            operationId = "loadedReleases",
            summary = "Tells what each process of the service has loaded",
            description = "A release that is to be in force and cannot be loaded somewhere is told with the reason.")
    Loaded loaded() {
        return new Loaded(replicas.all());
    }

    /** All processes that reported lately. */
    record Loaded(List<Replica> replicas) {}
}
