package cadre.service.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who may ask.
 *
 * @param person stable name, never given to another: {@code local:} and the login, or {@code oidc:}, an issuer and whom it means
 * @param login what a person types who logs in here; none if an issuer vouches for them
 * @param password hashed; none if an issuer vouches for them
 * @param units codes of the units they act for, {@code *} standing for all
 * @param cadre the cadre who the person is, if they are one
 * @param active whether they may ask at all
 * @param era counted up by whatever must end the person's sessions
 */
public record Account(
        String person,
        @Nullable String login,
        @Nullable String password,
        Set<Role> roles,
        Set<String> units,
        @Nullable String cadre,
        boolean active,
        int era) {
    private static final String LOCAL = "local:";
    private static final String VOUCHED = "oidc:";

    public Account {
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
    }

    /** The name of a person who logs in here. */
    static String local(String login) {
        return LOCAL + login;
    }

    /** The name of a person whom an issuer vouches for. */
    static String vouchedFor(String issuer, String subject) {
        return VOUCHED + issuer + ":" + subject;
    }

    Account withUnits(Set<String> others) {
        return new Account(person, login, password, roles, others, cadre, active, era);
    }

    /** The same, taking the place of what was before: sessions of then do not go on. */
    Account after(Account before) {
        return new Account(person, login, password, roles, units, cadre, active, before.era() + 1);
    }

    /** The same with another password, under which no earlier session goes on. */
    Account withPassword(String hashed) {
        return new Account(person, login, hashed, roles, units, cadre, active, era + 1);
    }

    /** The same as its administrator wants it; who may do less or nothing loses their sessions. */
    Account with(Set<Role> newRoles, Set<String> newUnits, @Nullable String newCadre, boolean nowActive) {
        return new Account(person, login, password, newRoles, newUnits, newCadre, nowActive, nowActive ? era : era + 1);
    }

    /** Without the password, so that it gets into no log. */
    @Override
    public String toString() {
        return person;
    }
}
