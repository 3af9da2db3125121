/** An edition printed, compiled by Drools and loaded: the only package that knows Drools. */
@NullMarked
package cadre.engine.rulebook;

import org.jspecify.annotations.NullMarked;
