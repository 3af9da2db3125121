package cadre.engine.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Dates of the years 1 to 9999. */
final class Dates {
    private Dates() {}

    /** The date moved by a whole number of units of at most this size, or null if that cannot be. */
    static @Nullable LocalDate plus(LocalDate date, BigDecimal amount, int most, ChronoUnit unit) {
        Integer whole = Numbers.whole(amount, most);
        if (whole == null || !inRange(date)) {
            return null;
        }
        LocalDate moved = date.plus(whole, unit);
        return inRange(moved) ? moved : null;
    }

    private static boolean inRange(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999;
    }
}
