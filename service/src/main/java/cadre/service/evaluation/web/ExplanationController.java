package cadre.service.evaluation.web;

import cadre.engine.evaluation.Explanation;
import cadre.engine.evaluation.Outcome;
import cadre.engine.evaluation.OutcomeReader;
import cadre.service.access.Allowed;
import cadre.service.access.Role;
import cadre.service.evaluation.Evaluation;
import cadre.service.evaluation.Evaluations;
import cadre.service.problem.Languages;
import cadre.service.release.Releases;
import cadre.service.trace.Kind;
import cadre.service.trace.Visit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Evaluations")
class ExplanationController {
    private static final String PATH = "/api/v1/evaluations/{id}/explanation";

    private final Evaluations evaluations;
    private final Releases releases;

    ExplanationController(Evaluations evaluations, Releases releases) {
        this.evaluations = evaluations;
        this.releases = releases;
    }

    @Allowed({Role.EVALUATOR, Role.REVIEWER, Role.AUDITOR, Role.CADRE})
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "explain",
            summary = "Explains an outcome in words, in English or Chinese by Accept-Language",
            description = "As JSON, or as a page to read and print with Accept: text/html.")
    ResponseEntity<byte[]> explain(
            @Parameter(hidden = true) Visit visit, @PathVariable String id, HttpServletRequest request) {
        Locale language = Languages.of(request);
        Evaluation evaluation = evaluations.show(Kind.EXPLAINED, visit, EvaluationController.id(id));
        return answer(language, MediaType.APPLICATION_JSON)
                .body(ExplanationJson.of(evaluation.record(), explanation(evaluation, language)));
    }

    @Allowed({Role.EVALUATOR, Role.REVIEWER, Role.AUDITOR, Role.CADRE})
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @Operation(hidden = true)
    ResponseEntity<byte[]> page(
            @Parameter(hidden = true) Visit visit, @PathVariable String id, HttpServletRequest request) {
        Locale language = Languages.of(request);
        Evaluation evaluation = evaluations.show(Kind.EXPLAINED, visit, EvaluationController.id(id));
        String page = ExplanationPage.of(evaluation.record(), explanation(evaluation, language), language);
        return answer(language, new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", ExplanationPage.POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    /** In the words of the release that judged; its sources are kept, so it is there as long as the outcome is. */
    private Explanation explanation(Evaluation evaluation, Locale language) {
        Outcome outcome = OutcomeReader.read(evaluation.outcome());
        return releases.ofDigest(outcome.release().digest())
                .map(release -> Explanation.of(outcome, release.edition(), language))
                .orElseGet(() -> Explanation.of(outcome, language));
    }

    private static ResponseEntity.BodyBuilder answer(Locale language, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Language", language.getLanguage())
                .header("Vary", "Accept, Accept-Language")
                .header("Cache-Control", "no-store");
    }
}
