package cadre.service.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an evaluation would have come to with other facts, by the release that judged it.
 *
 * @param stored the outcome as stored
 * @param changed the outcome with the changed facts; it is kept nowhere
 * @param differences in status, total, band, grade and the scores of dimensions
 * @param criteriaGained ids of the criteria that fire only with the changed facts
 * @param criteriaLost ids of those that fire only with the stored facts
 */
public record WhatIf(
        UUID id,
        JsonNode stored,
        JsonNode changed,
        List<Difference> differences,
        List<String> criteriaGained,
        List<String> criteriaLost) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<String> RESULT = List.of("status", "total", "band", "grade");
    private static final List<String> OF_A_DIMENSION = List.of("points", "score");

    /** A place in the outcome and what stands there in each, or nothing. */
    public record Difference(
            String pointer,
            @Nullable JsonNode stored,
            @Nullable JsonNode changed) {}

    static WhatIf of(Evaluation evaluation, byte[] changed) {
        JsonNode before = JSON.readTree(evaluation.outcome());
        JsonNode after = JSON.readTree(changed);
        List<Difference> differences = new ArrayList<>();
        RESULT.forEach(name -> compare("/" + name, before, after, differences));
        for (int i = 0; i < before.path("dimensions").size(); i++) {
            for (String name : OF_A_DIMENSION) {
                compare("/dimensions/" + i + "/" + name, before, after, differences);
            }
        }
        return new WhatIf(
                evaluation.record().id(),
                before,
                after,
                List.copyOf(differences),
                without(criteria(after), criteria(before)),
                without(criteria(before), criteria(after)));
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<Difference> differences) {
        JsonNode stored = before.at(pointer);
        JsonNode changed = after.at(pointer);
        if (!stored.equals(changed)) {
            differences.add(new Difference(
                    pointer, stored.isMissingNode() ? null : stored, changed.isMissingNode() ? null : changed));
        }
    }

    private static SortedSet<String> criteria(JsonNode outcome) {
        SortedSet<String> ids = new TreeSet<>();
        outcome.path("firings")
                .forEach(firing -> ids.add(firing.path("criterion").asString()));
        return ids;
    }

    private static List<String> without(SortedSet<String> ids, SortedSet<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }
}
