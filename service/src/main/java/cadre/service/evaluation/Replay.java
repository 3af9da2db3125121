package cadre.service.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of evaluating again.
 *
 * @param identical whether every part of the outcome is the same; which programs made it is told but not compared
 * @param differences where the outcomes differ, if they do
 */
public record Replay(UUID id, boolean identical, List<Difference> differences, JsonNode storedBy, JsonNode replayedBy) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String ENGINE = "engine";

    /** A place in the outcome and what stood there, or nothing. */
    public record Difference(
            String pointer,
            @Nullable JsonNode stored,
            @Nullable JsonNode replayed) {}

    static Replay of(Evaluation evaluation, byte[] again) {
        JsonNode stored = JSON.readTree(evaluation.outcome());
        JsonNode replayed = JSON.readTree(again);
        List<Difference> differences = new ArrayList<>();
        compare("", stored, replayed, differences);
        return new Replay(
                evaluation.record().id(),
                differences.isEmpty(),
                List.copyOf(differences),
                stored.path(ENGINE),
                replayed.path(ENGINE));
    }

    private static void compare(
            String pointer, @Nullable JsonNode stored, @Nullable JsonNode replayed, List<Difference> differences) {
        if (stored != null && replayed != null && stored.isObject() && replayed.isObject()) {
            TreeSet<String> names = new TreeSet<>(stored.propertyNames());
            names.addAll(replayed.propertyNames());
            for (String name : names) {
                if (!(pointer.isEmpty() && name.equals(ENGINE))) {
                    String key = name.replace("~", "~0").replace("/", "~1");
                    compare(pointer + "/" + key, stored.get(name), replayed.get(name), differences);
                }
            }
        } else if (stored != null && replayed != null && stored.isArray() && replayed.isArray()) {
            for (int i = 0; i < Math.max(stored.size(), replayed.size()); i++) {
                compare(pointer + "/" + i, stored.get(i), replayed.get(i), differences);
            }
        } else if (stored == null || !stored.equals(replayed)) {
            differences.add(new Difference(pointer, stored, replayed));
        }
    }
}
