package cadre.engine.difference;

import cadre.engine.difference.Difference.Side;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Differences as JSON, for programs: <code>{ before, after, changes: [ { area, change, subject, values: [ { en, zh } ],
 * criteria, text: { en, zh } } ] }</code>.
 */
public final class DifferenceJson {
    private DifferenceJson() {}

    public static String write(Difference difference) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            side(json, "before", difference.before());
            side(json, "after", difference.after());
            json.writeArrayPropertyStart("changes");
            difference.changes().forEach(change -> change(json, change));
            json.writeEndArray().writeEndObject();
        }
        return text.toString();
    }

    private static void side(JsonGenerator json, String name, Side side) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("edition", side.edition());
        json.writeStringProperty("version", side.version());
        json.writeStringProperty("digest", side.digest());
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("area", change.area().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("change", change.code());
        json.writeStringProperty("subject", change.subject());
        json.writeArrayPropertyStart("values");
        change.values().forEach(value -> {
            json.writeStartObject();
            json.writeStringProperty("en", value.en());
            json.writeStringProperty("zh", value.zh());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("criteria");
        change.criteria().forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("text");
        json.writeStringProperty("en", DifferenceText.sentence(change, Locale.ENGLISH));
        json.writeStringProperty("zh", DifferenceText.sentence(change, Locale.CHINESE));
        json.writeEndObject();
        json.writeEndObject();
    }
}
