package cadre.service.trace;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What somebody did. */
public enum Kind {
    /** Read a result. */
    READ,
    /** Read the explanation of a result. */
    EXPLAINED,
    /** Had a result in a list. */
    LISTED,
    /** Had a result evaluated again. */
    REPLAYED,
    /** Logged in. */
    LOGGED_IN,
    /** Tried to log in and was refused. */
    LOGIN_FAILED,
    /** Made or changed an account, or gave it a new password. */
    ACCOUNT_CHANGED,
    /** Came with a token. */
    TOKEN_USED,
    /** Asked for what they may not have, or what is not there. */
    DENIED;

    /** Those by which somebody came to know a person's result. */
    public static final Set<Kind> READINGS = Collections.unmodifiableSet(EnumSet.of(READ, EXPLAINED, LISTED, REPLAYED));
}
