/** The facts that rules match on, and the figures they may compute from them. */
@NullMarked
package cadre.engine.facts;

import org.jspecify.annotations.NullMarked;
