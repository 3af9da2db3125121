/** Evaluates a case file: facts to findings to outcome, composed exactly and explained. */
@NullMarked
package cadre.engine.evaluation;

import org.jspecify.annotations.NullMarked;
