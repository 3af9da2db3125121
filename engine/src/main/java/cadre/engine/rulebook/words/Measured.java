package cadre.engine.rulebook.words;

import cadre.engine.facts.Fact;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an accumulate ran over. Every measure is the same in whatever order the rows came. */
public final class Measured {
    /** Equal numbers may be written with more or fewer zeros; which one is taken must not depend on the order. */
    private static final Comparator<BigDecimal> ORDER =
            Comparator.<BigDecimal>naturalOrder().thenComparingInt(BigDecimal::scale);

    private final List<Row> rows;

    Measured(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Number of rows in which the column has a value. */
    public BigDecimal count(int column) {
        return BigDecimal.valueOf(
                rows.stream().filter(row -> row.value(column) != null).count());
    }

    /** Exact; 0 of nothing. */
    public BigDecimal sum(int column) {
        return values(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Nothing of nothing. */
    public @Nullable BigDecimal min(int column) {
        return values(column).min(ORDER).orElse(null);
    }

    /** Nothing of nothing. */
    public @Nullable BigDecimal max(int column) {
        return values(column).max(ORDER).orElse(null);
    }

    /** The facts of every row that has a value in some column, in no particular order, some more than once. */
    public Stream<Fact> facts() {
        return rows.stream().filter(Row::counts).flatMap(row -> row.facts().stream());
    }

    private Stream<BigDecimal> values(int column) {
        return rows.stream().map(row -> (BigDecimal) row.value(column)).filter(Objects::nonNull);
    }
}
