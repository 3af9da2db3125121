package cadre.service.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer says of a person.
 *
 * @param person stable name: {@code oidc:}, a hash of the issuer, and the subject, by its hash if it is long or strange
 * @param units codes of the units they act for, known here or not
 */
record Vouched(
        String person,
        Set<Role> roles,
        Set<String> units,
        @Nullable String cadre) {
    private static final String HASHED = "sha256-";
    private static final Pattern PLAIN = Pattern.compile("(?!" + HASHED + ")[A-Za-z0-9._@|~:+=,-]{1,150}");
    private static final int ISSUER_DIGITS = 16;
    private static final int LONGEST = 200;

    Vouched {
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
    }

    /** Reads the claims of a token; what they say in another form than is expected gives nothing. */
    static Vouched by(String issuer, String subject, Map<String, Object> claims, OidcSettings settings) {
        Set<String> told = texts(claims, settings.rolesClaim());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (settings.names(role).stream().anyMatch(told::contains)) {
                roles.add(role);
            }
        }
        return new Vouched(
                person(issuer, subject),
                roles,
                texts(claims, settings.unitsClaim()),
                texts(claims, settings.cadreClaim()).stream().findFirst().orElse(null));
    }

    private static String person(String issuer, String subject) {
        return Account.vouchedFor(
                Secret.hash(issuer).substring(0, ISSUER_DIGITS),
                PLAIN.matcher(subject).matches() ? subject : HASHED + Secret.hash(subject));
    }

    private static Set<String> texts(Map<String, Object> claims, String name) {
        Object value = claims.containsKey(name) ? claims.get(name) : nested(claims, name);
        Stream<?> all = value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value);
        return all.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                .collect(Collectors.toSet());
    }

    private static @Nullable Object nested(Map<String, Object> claims, String path) {
        List<String> way = Arrays.asList(path.split("\\.", -1));
        Object place = claims;
        for (String step : way) {
            place = place instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return place;
    }
}
