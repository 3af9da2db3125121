package cadre.service.access;

/**
 * Somebody logged in.
 *
 * @param address from which
 */
public record LoginSucceeded(String person, String address) {}
