package cadre.service.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A personal token, as it may be shown: what proves it is not in it.
 *
 * @param id the part of it by which it is found
 * @param name what its owner calls it
 * @param roles those of the owner's that it lends; what the owner loses, it loses too
 */
public record Token(
        String id,
        String person,
        String name,
        Set<Role> roles,
        Instant created,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {
    public Token {
        roles = Set.copyOf(roles);
    }

    boolean usable(Instant now) {
        return revoked == null && now.isBefore(expires);
    }
}
