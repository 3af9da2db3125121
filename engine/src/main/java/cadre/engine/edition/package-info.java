/** An edition: one complete set of criteria, read from its folder, with parameters and indicators by date. */
@NullMarked
package cadre.engine.edition;

import org.jspecify.annotations.NullMarked;
