package cadre.service.access;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Believes whoever presents a token of this service. */
@Component
final class TokenLogin implements AuthenticationManager {
    static final String SCRAPE = "SCRAPE";

    private final KnownCallers callers;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;

    TokenLogin(KnownCallers callers, AccessSettings settings, ApplicationEventPublisher events) {
        this.callers = callers;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String text = ((BearerTokenAuthenticationToken) presented).getToken();
        if (isScrapeToken(text)) {
            return new AuthenticatedCaller("metrics", SCRAPE);
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
