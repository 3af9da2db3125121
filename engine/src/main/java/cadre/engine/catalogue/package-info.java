/** The criteria of an edition as one page that a citizen could read. */
@NullMarked
package cadre.engine.catalogue;

import org.jspecify.annotations.NullMarked;
