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
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds to the API's description what annotations cannot say: the shipped case files and their outcome as examples. */
@Component
class ApiDescription implements OpenApiCustomizer {
    private static final String JSON = "application/json";
    private static final Set<String> OUTCOMES = Set.of("evaluate", "preview", "read");

    /** What is answered when all is well, where it is not 200. */
    private static final Map<String, String> WELL = Map.of(
            "beginImpact", "202",
            "login", "201",
            "uploadRelease", "201",
            "makeAccount", "201",
            "issueToken", "201",
            "addUnit", "201",
            "revokeToken", "204",
            "removeUnit", "204",
            "logout", "204");

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
        api.getComponents()
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A personal token, or one of the OpenID Connect issuer"))
                .addSecuritySchemes(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("CADRE_SESSION")
                                .description("What changes something repeats the cookie XSRF-TOKEN as X-XSRF-TOKEN"));
        api.addSecurityItem(new SecurityRequirement().addList("token"));
        api.addSecurityItem(new SecurityRequirement().addList("session"));
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(this::describe);
    }

    private void describe(Operation operation) {
        String id = operation.getOperationId();
        succeeds(operation);
        if (id.equals("uploadRelease")) {
            operation.setRequestBody(archive());
        }
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
    }

    private static void succeeds(Operation operation) {
        String well = WELL.get(operation.getOperationId());
        if (well != null) {
            operation
                    .getResponses()
                    .addApiResponse(well, operation.getResponses().get("200"));
            // What was uploaded before is answered with 200.
            if (!operation.getOperationId().equals("uploadRelease")) {
                operation.getResponses().remove("200");
            }
        }
    }

    private static RequestBody archive() {
        MediaType bytes =
                new MediaType().schema(new Schema<String>().type("string").format("binary"));
        return new RequestBody()
                .required(true)
                .description("A zip of an edition's folder, or a kjar, at most 8 MiB")
                .content(new Content()
                        .addMediaType("application/zip", bytes)
                        .addMediaType("application/java-archive", bytes)
                        .addMediaType("application/octet-stream", bytes));
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

    /** As maps and lists: the description is written by a library that knows an older Jackson. */
    private Object tree(byte[] bytes) {
        return json.readValue(bytes, Object.class);
    }
}
