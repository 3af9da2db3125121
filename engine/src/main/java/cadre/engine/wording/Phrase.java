package cadre.engine.wording;

import cadre.engine.edition.Titles;

/**
 * Something that a rule says, in words.
 *
 * @param key the same for the same meaning, whatever variables are called and however it is spelt; for comparison only
 * @param text for people
 */
public record Phrase(String key, Titles text) {}
