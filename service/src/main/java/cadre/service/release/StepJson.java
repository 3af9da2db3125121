package cadre.service.release;

import cadre.engine.edition.Titles;
import cadre.engine.facts.AppraisalType;
import cadre.engine.facts.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps as canonical JSON (RFC 8785): names in order, no spaces, every value a text or a list of texts, nothing that is
 * missing.
 */
final class StepJson {
    /** Says what is signed, so that the signature can never be taken for one over something else. */
    private static final String KIND = "cadre.release-step/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private StepJson() {}

    static byte[] write(ReleaseStep step) {
        Map<String, Object> members = new TreeMap<>();
        members.put("kind", KIND);
        members.put("revision", Long.toString(step.revision()));
        members.put("previous", step.previous());
        members.put("digest", step.digest());
        members.put("edition", step.edition());
        members.put("version", step.version());
        members.put("action", step.action().name());
        put(members, "before", step.before());
        members.put("after", step.after().name());
        members.put("person", step.person());
        members.put("at", step.at().toString());
        put(members, "reason", step.reason());
        put(members, "author", step.author());
        put(members, "submitter", step.submitter());
        put(members, "effective", step.effective());
        put(members, "impact", step.impact());
        put(members, "replaces", step.replaces());
        if (step.declared() != null) {
            members.put("titleEn", step.declared().title().en());
            members.put("titleZh", step.declared().title().zh());
            Scope scope = step.declared().scope();
            members.put("from", scope.from().toString());
            put(members, "to", scope.to());
            members.put("types", scope.types().stream().map(Enum::name).toList());
            members.put("levels", scope.levels().stream().map(Enum::name).toList());
        }
        return JSON.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws RuntimeException if it is anything else
     */
    static ReleaseStep read(byte[] record) {
        JsonNode json = JSON.readTree(record);
        if (!KIND.equals(text(json, "kind"))) {
            throw new IllegalArgumentException("not the record of a step");
        }
        String before = text(json, "before");
        String effective = text(json, "effective");
        return new ReleaseStep(
                Long.parseLong(needed(json, "revision")),
                needed(json, "previous"),
                needed(json, "digest"),
                needed(json, "edition"),
                needed(json, "version"),
                ReleaseAction.valueOf(needed(json, "action")),
                before == null ? null : ReleaseStatus.valueOf(before),
                ReleaseStatus.valueOf(needed(json, "after")),
                needed(json, "person"),
                Instant.parse(needed(json, "at")),
                text(json, "reason"),
                text(json, "author"),
                text(json, "submitter"),
                effective == null ? null : Instant.parse(effective),
                text(json, "impact"),
                text(json, "replaces"),
                declared(json));
    }

    private static ReleaseStep.@Nullable Declared declared(JsonNode json) {
        if (text(json, "from") == null) {
            return null;
        }
        String to = text(json, "to");
        List<AppraisalType> types = new ArrayList<>();
        json.path("types").forEach(type -> types.add(AppraisalType.valueOf(type.asString())));
        List<Level> levels = new ArrayList<>();
        json.path("levels").forEach(level -> levels.add(Level.valueOf(level.asString())));
        return new ReleaseStep.Declared(
                new Titles(needed(json, "titleEn"), needed(json, "titleZh")),
                new Scope(
                        LocalDate.parse(needed(json, "from")), to == null ? null : LocalDate.parse(to), types, levels));
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null ? null : value.stringValue();
    }

    private static String needed(JsonNode json, String name) {
        String text = text(json, name);
        if (text == null) {
            throw new IllegalArgumentException("the record has no " + name);
        }
        return text;
    }
}
