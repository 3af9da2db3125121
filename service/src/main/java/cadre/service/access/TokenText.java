package cadre.service.access;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as its owner keeps it: {@code cadre_}, 16 digits that find it, and 256 random bits. Bits that nobody can guess need no
 * slow hash.
 */
record TokenText(String id, String secret) {
    static final String PREFIX = "cadre_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{16})_([A-Za-z0-9_-]{43})");

    static TokenText random() {
        return new TokenText(HexFormat.of().formatHex(Secret.bytes(8)), Secret.random());
    }

    static Optional<TokenText> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new TokenText(form.group(1), form.group(2))) : Optional.empty();
    }

    String text() {
        return PREFIX + id + "_" + secret;
    }

    String hash() {
        return Secret.hash(secret);
    }

    /** Whether a stored hash is this one's, in a time that tells nothing. */
    boolean hasHash(String stored) {
        return Secret.same(hash(), stored);
    }

    @Override
    public String toString() {
        return PREFIX + id;
    }
}
