package cadre.engine.reference;

import cadre.engine.facts.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of one run, by exact type. */
final class FactsByType {
    private final Map<String, List<Fact>> facts = new HashMap<>();

    void add(Fact fact) {
        facts.computeIfAbsent(fact.getClass().getSimpleName(), type -> new ArrayList<>())
                .add(fact);
    }

    /** Facts of the type that rules call by this name, in the order they were added. */
    List<Fact> of(String type) {
        return facts.getOrDefault(type, List.of());
    }
}
