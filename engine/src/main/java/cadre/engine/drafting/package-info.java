/** Begins editions and criteria that a policy officer then completes. */
@NullMarked
package cadre.engine.drafting;

import org.jspecify.annotations.NullMarked;
