/** Whom a change of criteria would affect, and because of what: decided outcomes against those of a candidate. */
@NullMarked
package cadre.engine.impact;

import org.jspecify.annotations.NullMarked;
