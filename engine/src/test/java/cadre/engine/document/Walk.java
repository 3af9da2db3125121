package cadre.engine.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds a value inside a document by its JSON pointer. */
final class Walk {
    private Walk() {}

    static Datum to(String pointer, @Nullable Datum from) {
        Datum datum = Objects.requireNonNull(from);
        for (String step : pointer.substring(1).split("/", -1)) {
            datum = datum instanceof Datum.Sequence sequence
                    ? sequence.items().get(Integer.parseInt(step))
                    : Objects.requireNonNull(((Datum.Mapping) datum).entries().get(step.replace("~1", "/")));
        }
        return datum;
    }
}
