package cadre.service.access;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Believes whoever presents a token of this service, or of the issuer that it trusts. */
@Component
final class TokenLogin {
    static final String SCRAPE = "SCRAPE";

    private final KnownCallers callers;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<VouchedPeople> vouched;

    TokenLogin(
            KnownCallers callers,
            AccessSettings settings,
            ApplicationEventPublisher events,
            ObjectProvider<VouchedPeople> vouched) {
        this.callers = callers;
        this.settings = settings;
        this.events = events;
        this.vouched = vouched;
    }

    Authentication authenticate(Authentication presented) {
        String text = ((BearerTokenAuthenticationToken) presented).getToken();
        if (isScrapeToken(text)) {
            return new AuthenticatedCaller("metrics", SCRAPE);
        }
        VouchedPeople people = text.startsWith(TokenText.PREFIX) ? null : vouched.getIfAvailable();
        if (people != null) {
            Caller caller = people.withToken(text);
            events.publishEvent(new TokenUsed(caller.person(), "oidc", address(presented)));
            return new AuthenticatedCaller(caller, false);
        }
        Optional<TokenText> token = TokenText.read(text);
        Caller caller = token.flatMap(callers::withToken)
                .orElseThrow(() -> new InvalidBearerTokenException("The token is not valid"));
        events.publishEvent(new TokenUsed(caller.person(), token.orElseThrow().id(), address(presented)));
        return new AuthenticatedCaller(caller, false);
    }

    private boolean isScrapeToken(String text) {
        String scrape = settings.scrapeToken();
        return scrape != null && !scrape.isEmpty() && Secret.same(scrape, text);
    }

    private static String address(Authentication presented) {
        return presented.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
