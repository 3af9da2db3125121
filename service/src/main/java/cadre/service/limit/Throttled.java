package cadre.service.limit;

import org.jspecify.annotations.Nullable;

/**
 * A request was refused because whoever made it, or all together, asked for too much.
 *
 * @param person who asked, if that was known already
 * @param address from which
 */
public record Throttled(@Nullable String person, String method, String address) {}
