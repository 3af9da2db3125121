package cadre.service.evaluation.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Adds to the API's description with which problems an operation answers: most follow from what it takes, some are its own. */
@Component
class DescribedRefusals implements OpenApiCustomizer {
    private static final String PROBLEM = "application/problem+json";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("400", "The request or its document is not as it must be; every mistake is told"),
            Map.entry("401", "Nobody is proven: no token or session, or one that is wrong, over, revoked or closed"),
            Map.entry(
                    "403",
                    "The caller's roles do not allow it, a session did not repeat its csrf value, or the release is one that they wrote or submitted"),
            Map.entry("404", "There is no such thing, or it is out of the caller's reach"),
            Map.entry("409", "It does not fit what is already there; the code tells what"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The body is not of a type that is taken here"),
            Map.entry(
                    "422",
                    "The release asked for was not in force for the period, the edition is not sound, or nobody belongs to the population"),
            Map.entry("429", "Too much was asked; Retry-After tells when to come again"),
            Map.entry("500", "The service failed, or two ways of computing the outcome differ; nothing was stored"),
            Map.entry("503", "The database or the issuer did not answer in time"));

    private static final Set<String> EVERYWHERE = Set.of("401", "403", "429", "503");

    private static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry("evaluate", Set.of("400", "404", "409", "413", "415", "422", "500")),
            Map.entry("preview", Set.of("400", "404", "413", "415", "422", "500")),
            Map.entry("whatIf", Set.of("400", "413", "415", "422", "500")),
            Map.entry("replay", Set.of("500")),
            Map.entry("uploadRelease", Set.of("400", "409", "413", "415", "422")),
            Map.entry("submitRelease", Set.of("409")),
            Map.entry("withdrawRelease", Set.of("409")),
            Map.entry("approveRelease", Set.of("409")),
            Map.entry("rejectRelease", Set.of("409")),
            Map.entry("scheduleRelease", Set.of("409")),
            Map.entry("retireRelease", Set.of("409")),
            Map.entry("rollBackRelease", Set.of("409")),
            Map.entry("beginImpact", Set.of("404", "422")),
            Map.entry("cancelImpact", Set.of("409")),
            Map.entry("resumeImpact", Set.of("409")),
            Map.entry("impactReport", Set.of("409")),
            Map.entry("impactMovers", Set.of("409")),
            Map.entry("makeAccount", Set.of("409")),
            Map.entry("changeAccount", Set.of("409")),
            Map.entry("resetPassword", Set.of("409")),
            Map.entry("changePassword", Set.of("409")),
            Map.entry("addUnit", Set.of("409")),
            Map.entry("changeUnit", Set.of("409")),
            Map.entry("removeUnit", Set.of("409")));

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(DescribedRefusals::describe);
    }

    private static void describe(Operation operation) {
        for (String status : statuses(operation)) {
            operation
                    .getResponses()
                    .addApiResponse(
                            status,
                            new ApiResponse()
                                    .description(MEANINGS.get(status))
                                    .content(new Content().addMediaType(PROBLEM, problem(status))));
        }
    }

    private static Set<String> statuses(Operation operation) {
        Set<String> statuses = new TreeSet<>(EVERYWHERE);
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            switch (parameter.getIn()) {
                case "path" -> statuses.add("404");
                case "query" -> statuses.add("400");
                default -> {}
            }
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("400", "413", "415"));
        }
        statuses.addAll(OWN.getOrDefault(operation.getOperationId(), Set.of()));
        return statuses;
    }

    private static MediaType problem(String status) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:cadre:problem:document");
        example.put("title", "The document cannot be accepted");
        example.put("status", 400);
        example.put("detail", "1 problem(s) were found; nothing was evaluated or stored.");
        example.put("instance", "/api/v1/evaluations");
        example.put(
                "problems",
                List.of(Map.of(
                        "code", "casefile.wrong-unit",
                        "pointer", "/indicators/0/unit",
                        "message", "what is wrong, in the language of Accept-Language",
                        "remedy", "how to mend it")));
        MediaType body = new MediaType().schema(new ObjectSchema());
        return status.equals("400") ? body.addExamples("mistakes", new Example().value(example)) : body;
    }
}
