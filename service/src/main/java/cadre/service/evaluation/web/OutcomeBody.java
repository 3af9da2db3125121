package cadre.service.evaluation.web;

import cadre.service.evaluation.Evaluation;
import cadre.service.evaluation.EvaluationRecord;
import cadre.service.release.Release;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An evaluation's answer: what the store knows of it, then the stored outcome's own bytes, never written anew. */
final class OutcomeBody {
    private static final JsonFactory JSON = new JsonFactory();

    private OutcomeBody() {}

    static byte[] of(Evaluation evaluation) {
        return of(evaluation, null);
    }

    /** The same, telling which release of its edition is in force now, if it is another. */
    static byte[] of(Evaluation evaluation, @Nullable Release newer) {
        byte[] outcome = evaluation.outcome();
        ByteArrayOutputStream body = new ByteArrayOutputStream(outcome.length + 512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), body)) {
            head(json, evaluation.record(), newer);
        }
        byte[] head = body.toByteArray();
        byte[] whole = new byte[head.length + outcome.length - 1];
        System.arraycopy(head, 0, whole, 0, head.length - 1);
        whole[head.length - 1] = ',';
        System.arraycopy(outcome, 1, whole, head.length, outcome.length - 1);
        return whole;
    }

    private static void head(JsonGenerator json, EvaluationRecord record, @Nullable Release newer) {
        json.writeStartObject();
        properties(json, record);
        if (newer != null) {
            json.writeObjectPropertyStart("newerCriteria");
            json.writeStringProperty("version", newer.edition().version());
            json.writeStringProperty("digest", newer.digest());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** What only the store knows. */
    static void properties(JsonGenerator json, EvaluationRecord record) {
        json.writeStringProperty("id", record.id().toString());
        json.writeStringProperty("created", record.created().toString());
        json.writeStringProperty("standing", record.current() ? "CURRENT" : "SUPERSEDED");
        if (record.supersedes() != null) {
            json.writeStringProperty("supersedes", record.supersedes().toString());
            json.writeStringProperty("reason", record.reason());
        }
        if (record.supersededBy() != null) {
            json.writeStringProperty("supersededBy", record.supersededBy().toString());
        }
    }
}
