package cadre.engine.impact;

import cadre.engine.evaluation.Outcome;

/**
 * A case that was decided, and what a candidate makes of it.
 *
 * @param key names the case: the id of an evaluation, or a file
 * @param decided the outcome that counts; words are not needed
 */
public record Tried(String key, Person person, Outcome decided, Verdict verdict) {}
