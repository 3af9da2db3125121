package cadre.service.access;

import java.util.Set;

/**
 * Who makes a request. Handlers that are {@link Allowed} take one as an argument.
 *
 * @param person stable name of the person, the same whichever token or session they use; idempotency keys belong to them, and
 *     four eyes are counted by it
 */
public record Caller(String person, Set<Role> roles, Reach reach) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
