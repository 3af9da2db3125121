package cadre.service.access;

import java.util.Set;

/**
 * Who makes a request. Handlers that are {@link Allowed} take one as an argument.
 *
 * @param person stable name of the person, the same whichever token or session they use; idempotency keys belong to them, and
 *     four eyes are counted by it
 */
public record Caller(String person, Set<Role> roles, Reach reach) {
    /** Anybody on this machine. */
    public static final Caller LOCAL = new Caller("local", Set.of(Role.values()), Reach.EVERYONE);

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
