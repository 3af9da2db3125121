package cadre.service.trace;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which traces to look for; everything given must hold.
 *
 * @param kinds one of these; none for any
 * @param from at this time or later
 * @param to before this time
 * @param after id of the last one on the page before
 * @param limit how many at most, from 1
 */
public record TraceSearch(
        @Nullable String person,
        @Nullable String cadre,
        Set<Kind> kinds,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID after,
        int limit) {
    public TraceSearch {
        kinds = Set.copyOf(kinds);
    }
}
