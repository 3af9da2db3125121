package cadre.service.problem;

import cadre.engine.check.Told;
import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An RFC 9457 document in one language, written without the help of a framework, so that every layer can answer with it. */
final class ProblemDocument {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    private final Rejected rejected;
    private final String instance;
    private final Locale language;
    private final ResourceBundle texts;

    ProblemDocument(Rejected rejected, String instance, Locale language) {
        this.rejected = rejected;
        this.instance = instance;
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "cadre.service.problem.problems",
                language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    void answer(HttpServletResponse response) throws IOException {
        byte[] body = bytes();
        response.setStatus(rejected.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Language", texts.getLocale().getLanguage().equals("zh") ? "zh" : "en");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", "urn:cadre:problem:" + rejected.code());
            json.writeStringProperty("title", text(""));
            json.writeNumberProperty("status", rejected.status());
            json.writeStringProperty("detail", text(".detail"));
            json.writeStringProperty("instance", instance);
            for (Map.Entry<String, String> member : rejected.members().entrySet()) {
                json.writeStringProperty(member.getKey(), member.getValue());
            }
            json.writeArrayPropertyStart("problems");
            for (Rejected one : rejected.each()) {
                problem(json, one.code(), one.pointer(), text(one, ".detail"), text(one, ".remedy"));
            }
            if (rejected.problems().isEmpty()
                    && rejected.told().isEmpty()
                    && rejected.each().isEmpty()) {
                problem(json, rejected.code(), rejected.pointer(), text(".detail"), text(".remedy"));
            }
            for (Problem problem : rejected.problems()) {
                problem(
                        json,
                        problem.code(),
                        problem.place().pointer(),
                        problem.message(language),
                        problem.remedy(language));
            }
            rejected.told().forEach(told -> told(json, told));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void told(JsonGenerator json, Told told) {
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
        json.writeStringProperty("message", told.problem().message(language));
        json.writeStringProperty("remedy", told.problem().remedy(language));
        json.writeEndObject();
    }

    private static void problem(JsonGenerator json, String code, String pointer, String message, String remedy) {
        json.writeStartObject();
        json.writeStringProperty("code", code);
        json.writeStringProperty("pointer", pointer);
        json.writeStringProperty("message", message);
        json.writeStringProperty("remedy", remedy);
        json.writeEndObject();
    }

    private String text(String suffix) {
        return text(rejected, suffix);
    }

    private String text(Rejected of, String suffix) {
        return new MessageFormat(texts.getString(of.code() + suffix), Locale.ROOT)
                .format(of.arguments().toArray());
    }
}
