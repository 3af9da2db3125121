package cadre.engine.document;

import java.util.List;
import java.util.Map;

/** A value as written, JSON or YAML alike, with its place. Numbers are kept as their text. */
public sealed interface Datum {
    Place place();

    /** Keys in the order written; a repeated key has already been refused. */
    record Mapping(Place place, Map<String, Datum> entries) implements Datum {}

    record Sequence(Place place, List<Datum> items) implements Datum {}

    /** A single value; its text as written, unquoted and unescaped. */
    record Scalar(Place place, Kind kind, String text) implements Datum {}

    /** A YAML plain scalar is a NUMBER, BOOLEAN or NOTHING by the core schema of YAML 1.2, else TEXT; dates are TEXT. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NOTHING
    }
}
