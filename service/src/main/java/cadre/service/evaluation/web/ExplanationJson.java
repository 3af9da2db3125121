package cadre.service.evaluation.web;

import cadre.engine.evaluation.Explanation;
import cadre.engine.evaluation.Explanation.Part;
import cadre.service.evaluation.EvaluationRecord;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An explanation as JSON; each part says by its kind what it is. */
final class ExplanationJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private ExplanationJson(JsonGenerator json) {
        this.json = json;
    }

    static byte[] of(EvaluationRecord record, Explanation explanation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new ExplanationJson(json).write(record, explanation);
        }
        return bytes.toByteArray();
    }

    private void write(EvaluationRecord record, Explanation explanation) {
        json.writeStartObject();
        OutcomeBody.properties(json, record);
        json.writeStringProperty("status", record.status().name());
        json.writeStringProperty("digest", record.release().digest());
        json.writeStringProperty("title", explanation.title());
        json.writeArrayPropertyStart("sections");
        for (Explanation.Section section : explanation.sections()) {
            json.writeStartObject();
            json.writeStringProperty("topic", section.topic().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("title", section.title());
            json.writeArrayPropertyStart("parts");
            section.parts().forEach(this::part);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void part(Part part) {
        json.writeStartObject();
        if (part instanceof Part.Line line) {
            json.writeStringProperty("kind", "line");
            json.writeStringProperty("text", line.text());
        } else if (part instanceof Part.Entry entry) {
            json.writeStringProperty("kind", "entry");
            entry(entry);
        } else if (part instanceof Part.Table table) {
            json.writeStringProperty("kind", "table");
            texts("head", table.head());
            json.writeArrayPropertyStart("rows");
            table.rows().forEach(this::texts);
            json.writeEndArray();
        } else if (part instanceof Part.Reason reason) {
            reason(reason);
        }
        json.writeEndObject();
    }

    private void reason(Part.Reason reason) {
        json.writeStringProperty("kind", "reason");
        json.writeNumberProperty("number", reason.number());
        json.writeStringProperty("criterion", reason.criterion());
        json.writeStringProperty("title", reason.title());
        json.writeStringProperty("says", reason.says());
        texts("effects", reason.effects());
        json.writeArrayPropertyStart("grounds");
        for (Part.Entry ground : reason.grounds()) {
            json.writeStartObject();
            entry(ground);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void entry(Part.Entry entry) {
        json.writeStringProperty("label", entry.label());
        json.writeStringProperty("value", entry.value());
    }

    private void texts(String name, List<String> texts) {
        json.writeName(name);
        texts(texts);
    }

    private void texts(List<String> texts) {
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
