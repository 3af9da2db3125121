package cadre.engine.check;

import cadre.engine.document.Problem;
import java.util.Optional;

/**
 * A problem with what a person needs to find and mend it.
 *
 * @param problem what, where and how to mend it, in both languages
 * @param rule id of the rule in which it is, as far as the file shows
 * @param text the line where it is, as written; the empty text if there is none
 */
public record Told(Severity severity, Problem problem, Optional<String> rule, String text) {}
