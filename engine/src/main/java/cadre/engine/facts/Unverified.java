package cadre.engine.facts;

/**
 * All that a rule may know of a fact that is not verified.
 *
 * @param type the fact's type, such as Lead
 * @param id the fact's id
 * @param code its theme, family or code, or the empty text
 */
public record Unverified(String type, String id, String code) implements Fact {}
