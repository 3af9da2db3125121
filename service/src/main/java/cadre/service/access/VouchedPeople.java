package cadre.service.access;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * People whom the issuer vouches for. They get an account when they first come, without a login or a password, so that they can be
 * closed out here too. What they may do is for the issuer to say: a token says it for its request, a login for the account.
 */
@Component
@ConditionalOnProperty("cadre.access.oidc.issuer")
final class VouchedPeople {
    private final Issuer issuer;
    private final OidcSettings settings;
    private final Accounts accounts;
    private final KnownCallers callers;
    private final Units units;

    VouchedPeople(Issuer issuer, OidcSettings settings, Accounts accounts, KnownCallers callers, Units units) {
        this.issuer = issuer;
        this.settings = settings;
        this.accounts = accounts;
        this.callers = callers;
        this.units = units;
    }

    /**
     * Who presents this token of the issuer.
     *
     * @throws InvalidBearerTokenException if it proves nothing, or its person may no longer ask
     * @throws IssuerUnreachable if nothing can be said of it now
     */
    Caller withToken(String text) {
        Vouched vouched;
        try {
            vouched = vouched(issuer.accessToken(text));
        } catch (BadJwtException bad) {
            throw new InvalidBearerTokenException("The token is not valid", bad);
        }
        Account account = callers.account(vouched.person()).orElseGet(() -> made(vouched));
        if (!account.active()) {
            throw new InvalidBearerTokenException("The account is closed");
        }
        return new Caller(
                vouched.person(), vouched.roles(), units.reach(vouched.roles(), vouched.units(), vouched.cadre()));
    }

    /** The account of who has logged in at the issuer, with what the issuer says now. */
    Account loggedIn(ClaimAccessor claims) {
        Vouched vouched = vouched(claims);
        Account account = accounts.find(vouched.person()).orElseGet(() -> made(vouched));
        Account now = accounts.change(
                account.person(),
                before -> before.active()
                        ? before.with(vouched.roles(), vouched.units(), vouched.cadre(), true)
                        : before);
        if (!now.equals(account)) {
            callers.forgetAccount(now.person());
        }
        return now;
    }

    private Vouched vouched(ClaimAccessor claims) {
        String subject = claims.getClaimAsString(JwtClaimNames.SUB);
        if (subject == null || subject.isEmpty()) {
            throw new BadJwtException("The token names nobody");
        }
        return Vouched.by(Objects.requireNonNull(settings.issuer()), subject, claims.getClaims(), settings);
    }

    private Account made(Vouched vouched) {
        Account account =
                new Account(vouched.person(), null, null, vouched.roles(), vouched.units(), vouched.cadre(), true, 0);
        try {
            accounts.add(account);
            return account;
        } catch (DuplicateKeyException meanwhile) {
            return accounts.find(account.person()).orElseThrow();
        }
    }
}
