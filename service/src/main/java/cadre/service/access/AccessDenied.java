package cadre.service.access;

import org.jspecify.annotations.Nullable;

/**
 * A request was refused.
 *
 * @param person who asked, if they proved it
 * @param reason code of the problem they were told
 * @param address from which
 */
public record AccessDenied(@Nullable String person, String method, String path, String reason, String address) {}
