package cadre.service.access;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller who has proven who they are. */
final class AuthenticatedCaller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    private final boolean loggedIn;

    /**
     * @param loggedIn whether by a session and not by a token
     */
    AuthenticatedCaller(Caller caller, boolean loggedIn) {
        super(caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList());
        this.caller = caller;
        this.loggedIn = loggedIn;
        setAuthenticated(true);
    }

    /** Somebody who may do one thing only and is no person. */
    AuthenticatedCaller(String name, String authority) {
        super(List.of(new SimpleGrantedAuthority(authority)));
        this.loggedIn = false;
        this.caller = new Caller(name, Set.of(), Reach.NOBODY);
        setAuthenticated(true);
    }

    boolean loggedIn() {
        return loggedIn;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuthenticatedCaller that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return Objects.hash(caller);
    }
}
