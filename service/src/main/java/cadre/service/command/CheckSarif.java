package cadre.service.command;

import cadre.engine.check.Report;
import cadre.engine.check.Severity;
import cadre.engine.check.Told;
import cadre.engine.document.Place;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reports of checks as SARIF 2.1.0, which code-review tools show beside the line. */
final class CheckSarif {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Locale language;

    private CheckSarif(JsonGenerator json, Locale language) {
        this.json = json;
        this.language = language;
    }

    static String of(List<Report> reports, Locale language) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new CheckSarif(json, language).write(reports);
        }
        return text.toString();
    }

    private void write(List<Report> reports) {
        json.writeStartObject();
        json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(reports);
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        json.writeArrayPropertyStart("results");
        reports.forEach(report -> report.problems().forEach(told -> result(report, told)));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(List<Report> reports) {
        TreeSet<String> codes = new TreeSet<>();
        reports.forEach(report ->
                report.problems().forEach(told -> codes.add(told.problem().code())));
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "cadre check");
        json.writeArrayPropertyStart("rules");
        codes.forEach(code -> {
            json.writeStartObject();
            json.writeStringProperty("id", code);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(Report report, Told told) {
        Place place = told.problem().place();
        json.writeStartObject();
        json.writeStringProperty("ruleId", told.problem().code());
        json.writeStringProperty("level", told.severity() == Severity.ERROR ? "error" : "warning");
        json.writeObjectPropertyStart("message");
        json.writeStringProperty(
                "text", told.problem().message(language) + " " + told.problem().remedy(language));
        json.writeEndObject();
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(CheckText.file(report.folder(), place)));
        json.writeEndObject();
        if (place.line() > 0) {
            json.writeObjectPropertyStart("region");
            json.writeNumberProperty("startLine", place.line());
            if (place.column() > 0) {
                json.writeNumberProperty("startColumn", place.column());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        told.rule().ifPresent(this::criterion);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void criterion(String rule) {
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("name", rule);
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Relative where the folder was, with slashes and no blanks. */
    private static String uri(String path) {
        try {
            return new java.net.URI(null, null, path.replace('\\', '/'), null).toASCIIString();
        } catch (java.net.URISyntaxException e) {
            return "";
        }
    }
}
