/** Evaluations from request to row and back. */
@NullMarked
package cadre.service.evaluation;

import org.jspecify.annotations.NullMarked;
