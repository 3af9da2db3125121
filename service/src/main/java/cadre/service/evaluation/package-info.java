/** Evaluates case files, keeps what came out, finds it again and shows that it can be repeated. */
@NullMarked
package cadre.service.evaluation;

import org.jspecify.annotations.NullMarked;
