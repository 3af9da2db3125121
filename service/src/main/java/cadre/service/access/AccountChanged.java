package cadre.service.access;

/**
 * An administrator made or changed an account; told within the transaction that does it.
 *
 * @param by who did
 * @param person whose account it is
 * @param what became of it, in one line
 * @param address from which
 */
public record AccountChanged(String by, String person, String what, String address) {}
