package cadre.service.evaluation.web;

import cadre.service.evaluation.Evaluations;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds to the API's description what annotations cannot say: the shipped case files and their outcome as examples, and problems. */
@Component
class ApiDescription implements OpenApiCustomizer {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> OUTCOMES = Set.of("evaluate", "preview", "read");
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The request or its document is not as it must be; every mistake is told",
            "403", "The caller's roles do not allow it, or the release is one that they wrote or submitted",
            "404", "There is no such evaluation, edition or release",
            "409",
                    "The key was used for another request, the appraisal has a current evaluation, or the release is not where the step begins",
            "413", "The body is too large",
            "415", "The body is not of a type that is taken here",
            "422",
                    "The release asked for was not in force for the period, or the edition is not sound; every problem is told",
            "500", "The service failed, or two ways of computing the outcome differ; nothing was stored",
            "503", "The database did not answer in time");
    private static final Map<String, List<String>> REFUSED = Map.ofEntries(
            Map.entry("evaluate", List.of("400", "404", "409", "413", "415", "422", "500", "503")),
            Map.entry("preview", List.of("400", "404", "413", "415", "422", "500")),
            Map.entry("read", List.of("404")),
            Map.entry("replay", List.of("404", "500")),
            Map.entry("explain", List.of("404")),
            Map.entry("search", List.of("400")),
            Map.entry("criteria", List.of("404")),
            Map.entry("whatIf", List.of("400", "404", "413", "415", "422", "500")),
            Map.entry("uploadRelease", List.of("400", "409", "413", "415", "422", "503")),
            Map.entry("release", List.of("404")),
            Map.entry("releases", List.of("400")),
            Map.entry("difference", List.of("404")),
            Map.entry("submitRelease", List.of("400", "403", "404", "409", "503")),
            Map.entry("withdrawRelease", List.of("400", "403", "404", "409", "503")),
            Map.entry("approveRelease", List.of("400", "403", "404", "409", "503")),
            Map.entry("rejectRelease", List.of("400", "403", "404", "409", "503")),
            Map.entry("scheduleRelease", List.of("400", "403", "404", "409", "503")),
            Map.entry("retireRelease", List.of("400", "403", "404", "409", "503")),
            Map.entry("rollBackRelease", List.of("400", "403", "404", "409", "503")));

    private final Evaluations evaluations;
    private final JsonMapper json;
    private final Map<String, byte[]> caseFiles = new LinkedHashMap<>();

    ApiDescription(Evaluations evaluations, JsonMapper json) {
        this.evaluations = evaluations;
        this.json = json;
        try {
            for (Resource example :
                    new PathMatchingResourcePatternResolver().getResources("classpath:examples/*.json")) {
                String name = Objects.requireNonNull(example.getFilename());
                caseFiles.put(name.substring(0, name.length() - ".json".length()), example.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info()
                .title("Cadre evaluation")
                .version("1")
                .description("Evaluates cadres by published criteria, and explains every result."));
        api.setServers(null);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(this::describe);
    }

    private void describe(Operation operation) {
        String id = operation.getOperationId();
        if (id.equals("evaluate") || id.equals("preview")) {
            operation.setRequestBody(new RequestBody()
                    .required(true)
                    .description("A case file, at most 1 MiB")
                    .content(new Content().addMediaType(JSON, caseFileBody())));
        }
        if (OUTCOMES.contains(id)) {
            operation.getResponses().remove("200");
            operation
                    .getResponses()
                    .addApiResponse(
                            id.equals("evaluate") ? "201" : "200",
                            new ApiResponse()
                                    .description(id.equals("evaluate") ? "Evaluated and stored" : "The outcome")
                                    .content(new Content().addMediaType(JSON, outcome())));
        }
        if (id.equals("explain")) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "200",
                            new ApiResponse()
                                    .description("The explanation")
                                    .content(new Content()
                                            .addMediaType(JSON, new MediaType().schema(new ObjectSchema()))
                                            .addMediaType(
                                                    "text/html",
                                                    new MediaType().schema(new Schema<String>().type("string")))));
        }
        for (String status : REFUSED.getOrDefault(id, List.of())) {
            operation
                    .getResponses()
                    .addApiResponse(
                            status,
                            new ApiResponse()
                                    .description(REFUSALS.get(status))
                                    .content(new Content().addMediaType(PROBLEM, problem(status))));
        }
    }

    private MediaType caseFileBody() {
        MediaType body = new MediaType().schema(new ObjectSchema());
        caseFiles.forEach((name, bytes) -> body.addExamples(name, new Example().value(tree(bytes))));
        return body;
    }

    private MediaType outcome() {
        MediaType body = new MediaType().schema(new ObjectSchema());
        caseFiles.entrySet().stream()
                .findFirst()
                .ifPresent(example -> body.addExamples(
                        example.getKey(), new Example().value(tree(evaluations.example(example.getValue())))));
        return body;
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

    /** As maps and lists: the description is written by a library that knows an older Jackson. */
    private Object tree(byte[] bytes) {
        return json.readValue(bytes, Object.class);
    }
}
