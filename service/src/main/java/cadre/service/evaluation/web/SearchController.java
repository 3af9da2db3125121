package cadre.service.evaluation.web;

import cadre.engine.document.Nearest;
import cadre.engine.edition.Edition;
import cadre.engine.evaluation.Outcome;
import cadre.engine.facts.AppraisalType;
import cadre.service.access.Allowed;
import cadre.service.access.Role;
import cadre.service.evaluation.EvaluationRecord;
import cadre.service.evaluation.Evaluations;
import cadre.service.evaluation.Search;
import cadre.service.problem.Parameters;
import cadre.service.problem.Rejected;
import cadre.service.release.Releases;
import cadre.service.trace.Visit;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Evaluations")
class SearchController {
    private static final Set<String> PARAMETERS = new TreeSet<>(
            Set.of("cadre", "unit", "grade", "criterion", "release", "from", "to", "cursor", "limit", "why"));

    private final Evaluations evaluations;
    private final Releases releases;

    SearchController(Evaluations evaluations, Releases releases) {
        this.evaluations = evaluations;
        this.releases = releases;
    }

    @Allowed({Role.EVALUATOR, Role.REVIEWER, Role.AUDITOR, Role.CADRE})
    @GetMapping(path = "/api/v1/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "search",
            summary = "Searches evaluations, newest first",
            description = "All conditions given must hold. Where there are more, next is the address of the next page.")
    Page search(
            @Parameter(hidden = true) Visit visit,
            @RequestParam(required = false) @Nullable String cadre,
            @RequestParam(required = false) @Nullable String unit,
            @Parameter(description = "Code of the grade, or NOT_GRADED", example = "EXCELLENT")
                    @RequestParam(required = false)
                    @Nullable
                    String grade,
            @Parameter(description = "Id of a criterion that fired", example = "E-03")
                    @RequestParam(required = false)
                    @Nullable
                    String criterion,
            @Parameter(description = "Digest, version or edition", example = "2026")
                    @RequestParam(required = false)
                    @Nullable
                    String release,
            @Parameter(description = "The period ends on this day or later", example = "2026-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = "The period ends on this day or earlier", example = "2026-12-31")
                    @RequestParam(required = false)
                    @Nullable
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to,
            @Parameter(description = "Id of the last evaluation of the page before")
                    @RequestParam(required = false)
                    @Nullable
                    UUID cursor,
            @Parameter(
                            description = "How many at most, 1 to 200",
                            schema = @Schema(type = "integer", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    String limit,
            HttpServletRequest request) {
        Parameters.only(PARAMETERS, request);
        Parameters.refuseYear("from", from);
        Parameters.refuseYear("to", to);
        Search.Page page = evaluations.search(
                visit, new Search(cadre, unit, grade, criterion, release, from, to, cursor, Parameters.limit(limit)));
        if (page.found().isEmpty()) {
            refuseUnknown("criterion", criterion, edition -> edition.criteria().stream());
            refuseUnknown(
                    "grade",
                    grade,
                    edition -> Stream.concat(
                            edition.grades().stream().map(Edition.Grade::code), Stream.of(Edition.NOT_GRADED)));
        }
        List<Item> items = page.found().stream().map(Item::of).toList();
        return new Page(
                items,
                page.more()
                        ? Parameters.next(request, items.get(items.size() - 1).id())
                        : null);
    }

    /** A misspelt code would otherwise read as "it never happened". Earlier releases may have had it, and then found some. */
    private void refuseUnknown(String parameter, @Nullable String code, Function<Edition, Stream<String>> codes) {
        Set<String> known = releases.all().stream()
                .flatMap(release -> codes.apply(release.edition()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (code != null && !known.contains(code)) {
            throw Rejected.because(
                            400,
                            "unknown-code",
                            parameter,
                            code,
                            Nearest.to(code, known).orElse(String.join(", ", known)))
                    .at(parameter);
        }
    }

    /** What is found, and the address of the next page if there is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Item> evaluations, @Nullable String next) {}

    /** One evaluation in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            String cadre,
            String unit,
            AppraisalType type,
            LocalDate from,
            LocalDate to,
            Outcome.Release release,
            Outcome.Status status,
            String standing,
            @Nullable String grade,
            BigDecimal total,
            Instant created,
            @Nullable UUID supersedes,
            @Nullable UUID supersededBy) {
        static Item of(EvaluationRecord record) {
            return new Item(
                    record.id(),
                    record.cadre(),
                    record.unit(),
                    record.type(),
                    record.from(),
                    record.to(),
                    record.release(),
                    record.status(),
                    record.current() ? "CURRENT" : "SUPERSEDED",
                    record.grade(),
                    record.total(),
                    record.created(),
                    record.supersedes(),
                    record.supersededBy());
        }
    }
}
