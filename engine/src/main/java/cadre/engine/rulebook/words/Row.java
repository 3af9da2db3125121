package cadre.engine.rulebook.words;

import cadre.engine.facts.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One combination of facts that an accumulate runs over, with the values it measures. */
public final class Row {
    private final List<Fact> facts;
    private final @Nullable Object[] values;

    private Row(List<Fact> facts, @Nullable Object[] values) {
        this.facts = facts;
        this.values = values;
    }

    /** A row of one fact. One call does it all: of several calls after each other's dots Drools keeps only the first. */
    public static Row one(Fact fact, @Nullable Object... values) {
        return new Row(List.of(fact), values);
    }

    /** A row of two facts. */
    public static Row two(Fact first, Fact second, @Nullable Object... values) {
        return new Row(List.of(first, second), values);
    }

    List<Fact> facts() {
        return facts;
    }

    /** Whether some column has a value. */
    boolean counts() {
        return Arrays.stream(values).anyMatch(Objects::nonNull);
    }

    @Nullable
    Object value(int column) {
        return values[column];
    }
}
