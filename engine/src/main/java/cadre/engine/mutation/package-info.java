/** Asks of an edition's cases whether they would notice a change to its rules and parameters, one small change at a time. */
@NullMarked
package cadre.engine.mutation;

import org.jspecify.annotations.NullMarked;
