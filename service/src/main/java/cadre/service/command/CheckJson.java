package cadre.service.command;

import cadre.engine.check.Report;
import cadre.engine.check.Severity;
import cadre.engine.check.Told;
import cadre.engine.document.Place;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reports of checks for programs, with texts in both languages. */
final class CheckJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private CheckJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(List<Report> reports) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("editions");
            reports.forEach(new CheckJson(json)::report);
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private void report(Report report) {
        json.writeStartObject();
        json.writeStringProperty("folder", report.folder());
        report.edition().ifPresent(edition -> {
            json.writeStringProperty("edition", edition.code());
            json.writeStringProperty("version", edition.version());
            json.writeStringProperty("digest", edition.digest());
        });
        json.writeNumberProperty("errors", report.count(Severity.ERROR));
        json.writeNumberProperty("warnings", report.count(Severity.WARNING));
        json.writeNumberProperty("rules", report.counts().rules());
        json.writeNumberProperty("rulesCovered", report.counts().covered());
        json.writeNumberProperty("cases", report.counts().cases());
        json.writeNumberProperty("casesHolding", report.counts().holding());
        json.writeNumberProperty("generatedCaseFiles", report.counts().generated());
        json.writeNumberProperty("changesTried", report.counts().changes());
        json.writeNumberProperty("changesUnnoticed", report.counts().unnoticed());
        json.writeArrayPropertyStart("problems");
        report.problems().forEach(this::problem);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void problem(Told told) {
        Place place = told.problem().place();
        json.writeStartObject();
        json.writeStringProperty("severity", told.severity().name());
        json.writeStringProperty("code", told.problem().code());
        json.writeStringProperty("file", place.file());
        json.writeNumberProperty("line", place.line());
        json.writeNumberProperty("column", place.column());
        json.writeStringProperty("pointer", place.pointer());
        told.rule().ifPresent(rule -> json.writeStringProperty("rule", rule));
        json.writeStringProperty("text", told.text());
        both("message", told.problem().message(Locale.ENGLISH), told.problem().message(Locale.CHINESE));
        both("remedy", told.problem().remedy(Locale.ENGLISH), told.problem().remedy(Locale.CHINESE));
        json.writeEndObject();
    }

    private void both(String name, String en, String zh) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("en", en);
        json.writeStringProperty("zh", zh);
        json.writeEndObject();
    }
}
