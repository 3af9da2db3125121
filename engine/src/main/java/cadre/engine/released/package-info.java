/** Editions as they were released: their sources, and outcomes that every later program must reproduce. */
@NullMarked
package cadre.engine.released;

import org.jspecify.annotations.NullMarked;
