package cadre.service.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the request that this thread answers. */
public final class CurrentCaller {
    private CurrentCaller() {}

    /** The caller; none if nobody proved who they are. */
    public static @Nullable Caller get() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known instanceof AuthenticatedCaller proven ? proven.getPrincipal() : null;
    }
}
