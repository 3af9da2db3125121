package cadre.service.access;

/**
 * Somebody tried to log in and was refused.
 *
 * @param login as typed, which may be anything
 * @param address from which
 */
public record LoginFailed(String login, String address) {}
