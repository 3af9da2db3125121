package cadre.engine.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mapping being read: whoever reads it asks for every key it may have, and what nobody asked for is refused. */
public final class Fields {
    private final Datum.Mapping mapping;
    private final Problems problems;
    private final List<String> asked = new ArrayList<>();

    private Fields(Datum.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The fields of a mapping; anything else is refused. */
    public static Optional<Fields> of(Datum datum, Problems problems) {
        if (datum instanceof Datum.Mapping mapping) {
            return Optional.of(new Fields(mapping, problems));
        }
        problems.add("document.expected-mapping", datum.place());
        return Optional.empty();
    }

    public Place place() {
        return mapping.place();
    }

    /** The place of the value under a key, whether it is there or not. */
    public Place place(String key) {
        Datum datum = mapping.entries().get(key);
        return datum == null ? place().child(key) : datum.place();
    }

    /** The keys written. */
    public Set<String> keys() {
        return mapping.entries().keySet();
    }

    /** The value under a key; nothing written, or null, is no value. */
    public Optional<Datum> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key)).filter(datum -> !nothing(datum));
    }

    /** The value under a key, which must be there. */
    public Optional<Datum> required(String key) {
        Optional<Datum> found = optional(key);
        if (found.isEmpty()) {
            problems.add("document.missing-key", place(key), key);
        }
        return found;
    }

    /** Refuses every key that nobody asked for, as long as there is room for more problems; to be called last. */
    public void refuseOthers() {
        int last = -1;
        for (Map.Entry<String, Datum> entry : mapping.entries().entrySet()) {
            int place = placeAmongAsked(entry.getKey(), last + 1);
            if (place >= 0) {
                last = place;
            } else if (problems.size() < DocumentLimits.PROBLEMS) {
                refuse(entry.getKey(), entry.getValue());
            }
        }
    }

    /** Most keys are written in the order in which they are asked for, so each is looked for after the one before it. */
    private int placeAmongAsked(String key, int from) {
        for (int i = from; i < asked.size(); i++) {
            if (asked.get(i).equals(key)) {
                return i;
            }
        }
        return asked.indexOf(key);
    }

    private void refuse(String key, Datum datum) {
        if (nothing(datum) && isDigits(key)) {
            problems.add("document.decimal-comma", datum.place(), key);
            return;
        }
        Nearest.to(key, new LinkedHashSet<>(asked))
                .ifPresentOrElse(
                        near -> problems.add("document.misspelt-key", datum.place(), key, near),
                        () -> problems.add(
                                "document.unknown-key",
                                datum.place(),
                                key,
                                String.join(", ", new LinkedHashSet<>(asked))));
    }

    /** Between braces YAML ends a value at a comma, so of 0,80 the 80 arrives as a key without a value. */
    private static boolean isDigits(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean nothing(Datum datum) {
        return datum instanceof Datum.Scalar scalar && scalar.kind() == Datum.Kind.NOTHING;
    }
}
