package cadre.engine.difference;

import cadre.engine.difference.Change.Area;
import cadre.engine.edition.Titles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects changes. */
final class Changes {
    private final List<Change> found = new ArrayList<>();

    void add(Area area, String code, String subject, Object... values) {
        add(area, code, subject, List.of(), values);
    }

    void add(Area area, String code, String subject, List<String> criteria, Object... values) {
        found.add(new Change(
                area, code, subject, Arrays.stream(values).map(Changes::titles).toList(), criteria));
    }

    /** Tells a value that is not what it was. */
    void differs(Area area, String code, String subject, @Nullable Object before, @Nullable Object after) {
        Titles was = titles(before);
        Titles is = titles(after);
        if (!was.equals(is)) {
            add(area, code, subject, was, is);
        }
    }

    /** Tells a number that rose or fell, as code-rises or code-falls. */
    void moved(Area area, String code, String subject, Titles of, BigDecimal before, BigDecimal after) {
        int order = after.compareTo(before);
        if (order != 0) {
            add(area, code + (order > 0 ? "-rises" : "-falls"), subject, of, before, after);
        }
    }

    /** Goes through what is only before, what is only after, and what is in both. */
    static <T> void compare(
            Map<String, T> before, Map<String, T> after, Consumer<T> gone, Consumer<T> come, BiConsumer<T, T> both) {
        before.forEach((key, value) -> {
            if (!after.containsKey(key)) {
                gone.accept(value);
            }
        });
        after.forEach((key, value) -> {
            T was = before.get(key);
            if (was == null) {
                come.accept(value);
            } else {
                both.accept(was, value);
            }
        });
    }

    List<Change> inOrder() {
        return found.stream().sorted(Comparator.comparing(Change::area)).toList();
    }

    private static Titles titles(@Nullable Object value) {
        if (value instanceof Titles titles) {
            return titles;
        }
        String text = value instanceof BigDecimal decimal
                ? (decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString())
                : String.valueOf(value);
        return new Titles(text, text);
    }
}
