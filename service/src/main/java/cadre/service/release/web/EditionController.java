package cadre.service.release.web;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import cadre.service.access.Allowed;
import cadre.service.access.Role;
import cadre.service.problem.Rejected;
import cadre.service.release.Release;
import cadre.service.release.Releases;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/editions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Editions")
class EditionController {
    private final Releases releases;

    EditionController(Releases releases) {
        this.releases = releases;
    }

    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.EVALUATOR, Role.REVIEWER, Role.AUDITOR, Role.CADRE})
    @GetMapping
    @Operation(operationId = "editions", summary = "Lists the editions of criteria, earliest first")
    Editions editions() {
        return new Editions(releases.all().stream()
                .map(release -> Item.of(release.edition()))
                .toList());
    }

    @Allowed({Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.EVALUATOR, Role.REVIEWER, Role.AUDITOR, Role.CADRE})
    @GetMapping("/{edition}/criteria")
    @Operation(
            operationId = "criteria",
            summary = "Lists the criteria of an edition",
            description = "Each with its question's title, basis, stratum and text, and the parameters it reads.")
    Criteria criteria(
            @Parameter(description = "Code, version or digest", example = "2026") @PathVariable String edition) {
        Edition found = releases.named(edition)
                .map(Release::edition)
                .orElseThrow(() -> Rejected.because(404, "no-such-edition", edition));
        return new Criteria(
                found.code(),
                found.version(),
                found.digest(),
                found.rules().stream().map(rule -> Criterion.of(rule, found)).toList());
    }

    /** All editions. */
    record Editions(List<Item> editions) {}

    /** An edition in a list; no types or levels stand for all. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String edition,
            String version,
            String digest,
            Titles title,
            LocalDate from,
            @Nullable LocalDate to,
            List<AppraisalType> types,
            List<Level> levels,
            List<String> basis,
            List<Dimension> dimensions,
            List<Edition.Grade> grades,
            List<String> registers) {
        static Item of(Edition edition) {
            return new Item(
                    edition.code(),
                    edition.version(),
                    edition.digest(),
                    edition.title(),
                    edition.from(),
                    edition.to(),
                    edition.types(),
                    edition.levels(),
                    edition.basis(),
                    edition.dimensions().stream()
                            .map(dimension -> new Dimension(dimension.code(), dimension.title(), dimension.weight()))
                            .toList(),
                    edition.grades(),
                    edition.registers());
        }
    }

    /** A dimension and its weight in percent. */
    record Dimension(String code, Titles title, BigDecimal weight) {}

    /** The criteria of one release. */
    record Criteria(String edition, String version, String digest, List<Criterion> criteria) {}
}
