/** Problems and their texts. */
@NullMarked
package cadre.service.problem;

import org.jspecify.annotations.NullMarked;
