package cadre.engine.casefile;

import cadre.engine.casefile.CaseFile.Entry;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Fact;
import cadre.engine.facts.FactType;
import cadre.engine.facts.FactType.Component;
import cadre.engine.facts.Vocabulary;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a case file as JSON on one line, as it is stored and replayed: lists in the order of the vocabulary, empty lists
 * and missing values left out, numbers plain and with their scale. What is written reads back equal.
 */
public final class CaseFileWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator out;

    private CaseFileWriter(JsonGenerator out) {
        this.out = out;
    }

    public static String write(CaseFile caseFile) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new CaseFileWriter(out).caseFile(caseFile);
        }
        return text.toString();
    }

    private void caseFile(CaseFile caseFile) {
        out.writeStartObject();
        out.writeName("cadre");
        fact(caseFile.cadre());
        out.writeName("appraisal");
        fact(caseFile.appraisal());
        Vocabulary.lists().forEach((list, type) -> {
            List<Entry> entries = caseFile.entries().stream()
                    .filter(entry -> entry.fact().getClass().equals(type.record()))
                    .toList();
            if (!entries.isEmpty()) {
                out.writeName(list);
                out.writeStartArray();
                entries.forEach(this::entry);
                out.writeEndArray();
            }
        });
        out.writeEndObject();
    }

    private void fact(Fact fact) {
        out.writeStartObject();
        components(fact);
        out.writeEndObject();
    }

    private void entry(Entry entry) {
        out.writeStartObject();
        components(entry.fact());
        if (!(entry.fact() instanceof Consulted)) {
            out.writeName("verified");
            out.writeBoolean(entry.verified());
            text("source", entry.source());
            text("evidence", entry.evidence());
        }
        out.writeEndObject();
    }

    private void text(String name, @Nullable String text) {
        if (text != null) {
            out.writeName(name);
            out.writeString(text);
        }
    }

    private void components(Fact fact) {
        FactType type = Vocabulary.type(fact);
        for (Component component : type.components()) {
            Object value = component.of(fact);
            if (value != null) {
                out.writeName(component.name());
                write(value);
            }
        }
    }

    private void write(Object value) {
        if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Enum<?> constant) {
            out.writeString(constant.name());
        } else {
            out.writeString(value.toString());
        }
    }
}
