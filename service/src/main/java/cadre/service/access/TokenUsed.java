package cadre.service.access;

/**
 * A request came with a token.
 *
 * @param token its id, which proves nothing
 * @param address from which
 */
public record TokenUsed(String person, String token, String address) {}
