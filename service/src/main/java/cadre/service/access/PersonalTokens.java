package cadre.service.access;

import cadre.service.problem.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tokens as their owners manage them, and administrators where they must. */
@Component
public class PersonalTokens {
    private final Tokens tokens;
    private final KnownCallers callers;

    PersonalTokens(Tokens tokens, KnownCallers callers) {
        this.tokens = tokens;
        this.callers = callers;
    }

    /**
     * A new token.
     *
     * @param text what proves it, told once
     */
    public record Issued(Token token, String text) {
        @Override
        public String toString() {
            return token.id();
        }
    }

    /** Issues a token that lends these roles, which are the owner's, for a time. */
    public Issued issue(Caller owner, String name, Set<Role> roles, Duration lasts) {
        Tokens.Issued issued =
                tokens.issue(owner.person(), name, roles, Instant.now().plus(lasts));
        return new Issued(issued.token(), issued.text());
    }

    /** Somebody's tokens, newest first. */
    public List<Token> of(String person) {
        return tokens.of(person);
    }

    /**
     * Revokes a token of the caller's, or anybody's if they look after accounts.
     *
     * @throws Rejected if there is none, whoever else may have one of that id
     */
    public void revoke(Caller caller, String id) {
        Optional<Token> token = tokens.find(id)
                .map(Tokens.Stored::token)
                .filter(one -> one.person().equals(caller.person()) || caller.is(Role.ADMINISTRATOR));
        if (token.isEmpty() || !tokens.revoke(id)) {
            throw Rejected.because(404, "no-such-token", id);
        }
        callers.forgetToken(id);
    }
}
